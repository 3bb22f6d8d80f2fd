package dev.kaiyuan.analysis;

import java.util.List;

/**
 * What a person typed, cut into what to look for.
 *
 * @param units the words as a person would name them, in order
 * @param grams the terms to look up in fields of grams
 * @param words the terms to look up in fields of whole words
 */
public record AnalyzedQuery(List<QueryUnit> units, List<QueryTerm> grams, List<QueryTerm> words) {
  public AnalyzedQuery {
    units = List.copyOf(units);
    grams = List.copyOf(grams);
    words = List.copyOf(words);
  }
}
