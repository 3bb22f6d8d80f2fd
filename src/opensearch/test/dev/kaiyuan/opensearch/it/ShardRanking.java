package dev.kaiyuan.opensearch.it;

import dev.kaiyuan.eval.Evaluation;
import dev.kaiyuan.eval.TestCollection;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Prints how well collections are ranked by a folder's index and by a cluster of three nodes, and
 * how many queries both answer alike, part by part: {@code ShardRanking shards replicas queries
 * (collection index)…}, with the first queries of each collection.
 */
final class ShardRanking {
  private ShardRanking() {}

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    int shards = Integer.parseInt(arguments[0]);
    int replicas = Integer.parseInt(arguments[1]);
    int most = Integer.parseInt(arguments[2]);
    Path folder = Files.createTempDirectory("kaiyuan");
    Map<Path, String> filled = new HashMap<>();
    try (TestCluster cluster = TestCluster.start(folder, 3)) {
      System.out.println(
          "collection\tqueries\tfolder\tcluster\tdifference\tsame order\tgreatest difference of scores\tms\tms");
      for (int i = 3; i + 1 < arguments.length; i += 2) {
        Path index = Path.of(arguments[i + 1]);
        String name = filled.get(index);
        if (name == null) {
          name = "index" + filled.size();
          Copy.of(index, cluster, name, shards, replicas);
          filled.put(index, name);
        }
        print(Path.of(arguments[i]), most, index, new AskedIndex(cluster, name));
      }
    }
  }

  private static void print(Path collection, int most, Path index, AskedIndex asked)
      throws IOException {
    TestCollection all = TestCollection.read(collection);
    Map<String, String> first = new LinkedHashMap<>();
    all.queries().entrySet().stream()
        .limit(most)
        .forEach(query -> first.put(query.getKey(), query.getValue()));
    TestCollection queries = new TestCollection(first, all.judgements(), all.exclusions());
    try (ArticleSearcher here = ArticleSearcher.open(index);
        ArticleSearcher there = ArticleSearcher.over(asked)) {
      Evaluation expected = Evaluation.of(here, queries, UnaryOperator.identity());
      Evaluation actual = Evaluation.of(there, queries, UnaryOperator.identity());
      int same = 0;
      double worst = 0;
      for (int i = 0; i < expected.run().size(); i++) {
        Evaluation.Ranking one = expected.run().get(i);
        Evaluation.Ranking other = actual.run().get(i);
        same += first(one).equals(first(other)) ? 1 : 0;
        for (int hit = 0; hit < Math.min(one.scores().size(), other.scores().size()); hit++) {
          worst = Math.max(worst, Math.abs(one.scores().get(hit) - other.scores().get(hit)));
        }
      }
      System.out.printf(
          "%s\t%d\t%.4f\t%.4f\t%+.4f\t%.1f %%\t%.5f\t%.1f\t%.1f%n",
          collection.getFileName(),
          expected.queries(),
          expected.ndcg10(),
          actual.ndcg10(),
          actual.ndcg10() - expected.ndcg10(),
          100.0 * same / expected.queries(),
          worst,
          expected.millis(),
          actual.millis());
      Comparison comparison = new Comparison(here, there);
      for (String query : first.values()) {
        comparison.add(query);
      }
      comparison.print();
    }
  }

  private static List<String> first(Evaluation.Ranking ranking) {
    return ranking.documents().subList(0, Math.min(10, ranking.documents().size()));
  }
}
