package dev.kaiyuan.eval;

import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How well a searcher answers the queries of a collection: the means over all queries that have an
 * answer.
 *
 * @param queries how many queries were counted
 * @param ndcg10 normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen
 *     2002; gain is the grade, discount log2 of rank + 1), 0 to 1
 * @param mrr10 mean reciprocal rank of the first answer among the first ten, 0 to 1
 * @param recall100 how much of the answers the first hundred hold, 0 to 1
 * @param millis how long a query took on average, in milliseconds
 * @param run for each query, in order, its first hundred
 */
public record Evaluation(
    int queries, double ndcg10, double mrr10, double recall100, double millis, List<Ranking> run) {
  private static final int DEPTH = 100;

  public Evaluation {
    run = List.copyOf(run);
  }

  /**
   * What was found for one query.
   *
   * @param query the query's id
   * @param documents document ids, the best first
   * @param scores their scores
   * @param ndcg10 the query's own measure, 0 to 1
   */
  public record Ranking(String query, List<String> documents, List<Float> scores, double ndcg10) {
    public Ranking {
      documents = List.copyOf(documents);
      scores = List.copyOf(scores);
    }
  }

  /**
   * Runs all queries of a collection.
   *
   * @param searcher over the collection's documents
   * @param collection the queries and judgements
   * @param setting changes each request before it is run, as with {@link
   *     SearchRequest.Builder#translate}; {@link UnaryOperator#identity} for the default
   */
  public static Evaluation of(
      ArticleSearcher searcher, TestCollection collection, UnaryOperator<SearchRequest> setting)
      throws IOException {
    List<Ranking> run = new ArrayList<>();
    double ndcg = 0;
    double reciprocal = 0;
    double recall = 0;
    long nanos = 0;
    for (Map.Entry<String, String> query : collection.queries().entrySet()) {
      Map<String, Integer> grades = collection.judgements().getOrDefault(query.getKey(), Map.of());
      if (grades.values().stream().noneMatch(grade -> grade > 0)) {
        continue;
      }
      long start = System.nanoTime();
      Ranking ranking = rank(searcher, collection, query.getKey(), query.getValue(), setting);
      nanos += System.nanoTime() - start;
      Ranking scored =
          new Ranking(
              ranking.query(),
              ranking.documents(),
              ranking.scores(),
              ndcg10(ranking.documents(), grades));
      run.add(scored);
      ndcg += scored.ndcg10();
      reciprocal += reciprocalRank(ranking.documents(), grades);
      recall += recall(ranking.documents(), grades);
    }
    int n = Math.max(1, run.size());
    return new Evaluation(run.size(), ndcg / n, reciprocal / n, recall / n, nanos / 1e6 / n, run);
  }

  private static Ranking rank(
      ArticleSearcher searcher,
      TestCollection collection,
      String id,
      String text,
      UnaryOperator<SearchRequest> setting)
      throws IOException {
    Set<String> excluded = collection.exclusions().getOrDefault(id, Set.of());
    SearchRequest request =
        SearchRequest.builder(text).limit(DEPTH + excluded.size()).snippets(0, 100).build();
    List<String> documents = new ArrayList<>();
    List<Float> scores = new ArrayList<>();
    for (Hit hit : searcher.search(setting.apply(request)).hits()) {
      String document = TestCollection.documentId(hit.path());
      if (!excluded.contains(document) && documents.size() < DEPTH) {
        documents.add(document);
        scores.add(hit.score());
      }
    }
    return new Ranking(id, documents, scores, 0);
  }

  static double ndcg10(List<String> documents, Map<String, Integer> grades) {
    double gain = 0;
    for (int i = 0; i < Math.min(10, documents.size()); i++) {
      gain += Math.max(0, grades.getOrDefault(documents.get(i), 0)) / discount(i);
    }
    List<Integer> ideal = new ArrayList<>(grades.values());
    ideal.sort((a, b) -> Integer.compare(b, a));
    double best = 0;
    for (int i = 0; i < Math.min(10, ideal.size()); i++) {
      best += Math.max(0, ideal.get(i)) / discount(i);
    }
    return best == 0 ? 0 : gain / best;
  }

  private static double discount(int index) {
    return Math.log(index + 2) / Math.log(2);
  }

  static double reciprocalRank(List<String> documents, Map<String, Integer> grades) {
    for (int i = 0; i < Math.min(10, documents.size()); i++) {
      if (grades.getOrDefault(documents.get(i), 0) > 0) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  static double recall(List<String> documents, Map<String, Integer> grades) {
    long found = documents.stream().filter(id -> grades.getOrDefault(id, 0) > 0).count();
    long all = grades.values().stream().filter(grade -> grade > 0).count();
    return all == 0 ? 0 : (double) found / all;
  }
}
