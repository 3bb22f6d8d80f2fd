package dev.kaiyuan.eval;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How well another program answers the queries of a collection. */
public final class PeerRanking {
  private PeerRanking() {}

  /**
   * Returns the mean nDCG@10 over the queries that have an answer.
   *
   * @param found the files that were found for the text of each query, the best first
   */
  public static double ndcg10(TestCollection collection, Map<String, List<Path>> found) {
    double sum = 0;
    int judged = 0;
    for (Map.Entry<String, String> query : collection.queries().entrySet()) {
      Map<String, Integer> grades = collection.judgements().getOrDefault(query.getKey(), Map.of());
      if (grades.values().stream().anyMatch(grade -> grade > 0)) {
        Set<String> excluded = collection.exclusions().getOrDefault(query.getKey(), Set.of());
        List<String> documents =
            found.getOrDefault(query.getValue(), List.of()).stream()
                .map(file -> TestCollection.documentId(file.getFileName().toString()))
                .filter(document -> !excluded.contains(document))
                .toList();
        sum += Evaluation.ndcg10(documents, grades);
        judged++;
      }
    }
    return sum / Math.max(1, judged);
  }
}
