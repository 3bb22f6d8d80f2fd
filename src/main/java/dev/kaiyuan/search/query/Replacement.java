package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.index.ArticleField;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * Another name of a {@link QuerySpan}. An article has it if it has all its words.
 *
 * @param text the name
 * @param words its words
 * @param weight above 0, at most 1
 * @param docFreq at most this many articles have it
 */
public record Replacement(String text, List<QueryUnit> words, float weight, int docFreq) {
  /** Returns its terms in a field of grams. */
  List<String> grams() {
    return grams(words);
  }

  static List<String> grams(List<QueryUnit> words) {
    List<String> grams = new ArrayList<>();
    for (QueryUnit word : words) {
      grams.addAll(word.grams());
    }
    return grams;
  }

  boolean isHan() {
    for (QueryUnit word : words) {
      if (!word.isHan()) {
        return false;
      }
    }
    return true;
  }

  public Query query(ArticleField field) {
    if (words.size() == 1) {
      return GramPhrase.of(field, words.getFirst());
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (QueryUnit word : words) {
      all.add(GramPhrase.of(field, word), Occur.MUST);
    }
    return all.build();
  }
}
