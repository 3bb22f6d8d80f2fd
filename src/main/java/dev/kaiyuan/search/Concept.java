package dev.kaiyuan.search;

import java.util.List;

/**
 * Something that a query looks for, by its names: as the query has it, and what else it is called.
 * Where several stand together, only the one that weighs most counts.
 *
 * @param names at least one
 */
record Concept(List<Name> names) {
  /**
   * One name.
   *
   * @param grams its terms in the body
   * @param weights what each of them weighs
   */
  record Name(List<String> grams, List<Float> weights) {}
}
