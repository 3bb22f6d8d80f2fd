package dev.kaiyuan.search;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.index.IndexSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A query typed without spaces, some of it Chinese and not longer than a word: 机器狗, Linux内核. Where
 * the index has it as it was typed, it is one thing, and its parts alone (机器 and 狗) are another.
 *
 * @param grams its terms in a field of grams, in order, at least two
 */
record TypedRun(List<QueryTerm> grams) {
  /** Five Han characters: longer queries are sentences, which few articles have word for word. */
  private static final int MOST_GRAMS = 4;

  /** Returns a query as such a run, or null where it is none. */
  static @Nullable TypedRun of(AnalyzedQuery analyzed) {
    if (analyzed.units().isEmpty()) {
      return null;
    }
    boolean han = false;
    int end = analyzed.units().getFirst().start();
    for (QueryUnit unit : analyzed.units()) {
      if (unit.start() > end) {
        return null;
      }
      han |= unit.isHan();
      end = Math.max(end, unit.end());
    }
    List<QueryTerm> grams = new ArrayList<>();
    for (QueryTerm gram : analyzed.grams()) {
      if (gram.strength() != Strength.ALTERNATIVE) {
        grams.add(gram);
      }
    }
    return han && grams.size() > 1 && grams.size() <= MOST_GRAMS ? new TypedRun(grams) : null;
  }

  /** Its terms. */
  List<String> texts() {
    return grams.stream().map(QueryTerm::text).toList();
  }

  /** Finds articles that have all of it in a row, be there a space between scripts or not. */
  Query query() {
    List<Integer> offsets = grams.stream().map(QueryTerm::start).toList();
    return new ConstantScoreQuery(
        DemandedQuery.gramPhrase(IndexSchema.BODY, texts(), offsets, changesOfScript()));
  }

  private int changesOfScript() {
    int changes = 0;
    for (int i = 1; i < grams.size(); i++) {
      changes += isHan(grams.get(i)) == isHan(grams.get(i - 1)) ? 0 : 1;
    }
    return changes;
  }

  private static boolean isHan(QueryTerm gram) {
    return Character.isIdeographic(gram.text().codePointAt(0));
  }
}
