package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.index.ArticleField;
import java.util.List;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Makes the query for grams at the distances that they have in what was typed. */
public final class GramPhrase {
  private GramPhrase() {}

  /** Returns the query for a word. */
  public static Query of(ArticleField field, QueryUnit word) {
    return of(field, word.grams(), word.offsets(), 0);
  }

  /**
   * Returns the query for grams.
   *
   * @param offsets where each gram begins, in characters
   * @param slop by how many characters the distances may differ in sum
   */
  public static Query of(ArticleField field, List<String> grams, List<Integer> offsets, int slop) {
    if (grams.size() == 1) {
      return new TermQuery(field.term(grams.getFirst()));
    }
    PhraseQuery.Builder builder = new PhraseQuery.Builder();
    for (int i = 0; i < grams.size(); i++) {
      builder.add(field.term(grams.get(i)), offsets.get(i) - offsets.getFirst());
    }
    return builder.setSlop(slop).build();
  }
}
