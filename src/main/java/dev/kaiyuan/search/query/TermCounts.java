package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.index.ArticleField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The number of times that each term is in a query; function words count once. */
public final class TermCounts {
  public static final TermCounts NONE =
      new TermCounts(new AnalyzedQuery(List.of(), List.of(), List.of()));

  private final Map<String, Integer> grams;
  private final Map<String, Integer> words;

  public TermCounts(AnalyzedQuery typed) {
    grams = counts(typed.grams());
    words = counts(typed.words());
  }

  private static Map<String, Integer> counts(List<QueryTerm> terms) {
    Map<String, Integer> counts = new HashMap<>();
    for (QueryTerm term : terms) {
      if (term.strength() != Strength.WEAK) {
        counts.merge(term.text(), 1, Integer::sum);
      }
    }
    return counts;
  }

  public boolean hasGram(String text) {
    return grams.containsKey(text);
  }

  public int of(QueryTerm term, ArticleField field) {
    return (field.isWords() ? words : grams).getOrDefault(term.text(), 1);
  }
}
