package dev.kaiyuan.search;

import java.util.List;

/**
 * A span of the query as its positions in an article refine the score. Of several wordings that
 * stand together, only the one that weighs most counts.
 *
 * @param wordings the span as it was typed, then what else it is called
 */
record RescoredSpan(List<Wording> wordings) {
  /**
   * The terms of one wording.
   *
   * @param grams terms in the body
   * @param weights the weight of each
   */
  record Wording(List<String> grams, List<Float> weights) {}
}
