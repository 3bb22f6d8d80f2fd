package dev.kaiyuan.opensearch.it;

import dev.kaiyuan.eval.Evaluation;
import dev.kaiyuan.eval.TestCollection;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Prints how well collections are ranked by a folder's index and by a cluster of three nodes:
 * {@code ShardRanking shards replicas (collection index)…}.
 */
final class ShardRanking {
  private ShardRanking() {}

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    int shards = Integer.parseInt(arguments[0]);
    int replicas = Integer.parseInt(arguments[1]);
    Path folder = Files.createTempDirectory("kaiyuan");
    Map<Path, String> filled = new HashMap<>();
    try (TestCluster cluster = TestCluster.start(folder, 3)) {
      System.out.println("collection\tqueries\tfolder\tcluster\tdifference\tsame order\tms\tms");
      for (int i = 2; i + 1 < arguments.length; i += 2) {
        Path index = Path.of(arguments[i + 1]);
        String name = filled.get(index);
        if (name == null) {
          name = "index" + filled.size();
          Copy.of(index, cluster, name, shards, replicas);
          filled.put(index, name);
        }
        print(Path.of(arguments[i]), index, new AskedIndex(cluster, name));
      }
    }
  }

  private static void print(Path collection, Path index, AskedIndex asked) throws IOException {
    TestCollection queries = TestCollection.read(collection);
    try (ArticleSearcher here = ArticleSearcher.open(index);
        ArticleSearcher there = ArticleSearcher.over(asked)) {
      Evaluation expected = Evaluation.of(here, queries, UnaryOperator.identity());
      Evaluation actual = Evaluation.of(there, queries, UnaryOperator.identity());
      int same = 0;
      for (int i = 0; i < expected.run().size(); i++) {
        same += first(expected.run().get(i)).equals(first(actual.run().get(i))) ? 1 : 0;
      }
      System.out.printf(
          "%s\t%d\t%.4f\t%.4f\t%+.4f\t%.1f %%\t%.1f\t%.1f%n",
          collection.getFileName(),
          expected.queries(),
          expected.ndcg10(),
          actual.ndcg10(),
          actual.ndcg10() - expected.ndcg10(),
          100.0 * same / expected.queries(),
          expected.millis(),
          actual.millis());
    }
  }

  private static List<String> first(Evaluation.Ranking ranking) {
    return ranking.documents().subList(0, Math.min(10, ranking.documents().size()));
  }
}
