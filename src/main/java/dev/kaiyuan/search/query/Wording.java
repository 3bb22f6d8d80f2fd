package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.index.ArticleField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms of one wording of a {@link QuerySpan}, as their positions refine a score.
 *
 * @param grams terms in the body
 * @param weights the weight of each
 */
public record Wording(List<String> grams, List<Float> weights) {
  static Wording typed(
      List<QueryTerm> typed, CommitSearcher searcher, Weights weights, TermCounts counts)
      throws IOException {
    List<String> grams = new ArrayList<>();
    List<Float> gramWeights = new ArrayList<>();
    for (QueryTerm gram : typed) {
      grams.add(gram.text());
      float count = weights.ofCount(counts.of(gram, ArticleField.BODY));
      gramWeights.add(weights.of(gram) * count * searcher.idf(gram.text()));
    }
    return new Wording(grams, gramWeights);
  }

  static Wording replacement(List<String> grams, float weight, float most, CommitSearcher searcher)
      throws IOException {
    float sum = 0;
    for (String gram : grams) {
      sum += weight * searcher.idf(gram);
    }
    float share = sum > most ? weight * most / sum : weight;
    List<Float> gramWeights = new ArrayList<>();
    for (String gram : grams) {
      gramWeights.add(share * searcher.idf(gram));
    }
    return new Wording(grams, gramWeights);
  }

  /** Returns what all of its terms weigh together. */
  float weight() {
    float sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
