package dev.kaiyuan.search;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.analysis.Translation;
import dev.kaiyuan.analysis.Translations;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a query's words are called in the other language, and elsewhere in their own.
 *
 * <p>The longest run of words that a dictionary knows as one thing is taken first: 操作系统 before 操作
 * and 系统, {@code operating system} before operating and system.
 */
final class QueryTranslator {
  private static final int LONGEST = 8;

  private final Translations translations;
  private final String query;

  /**
   * Something the query names, with its other names.
   *
   * @param text how the query names it
   * @param start where that begins in the query
   * @param end where that ends
   * @param alternatives other names, those of the same language among them, the surest first
   */
  record Named(String text, int start, int end, List<Translation> alternatives) {}

  QueryTranslator(Translations translations, String query) {
    this.translations = translations;
    this.query = query;
  }

  List<Named> translate(AnalyzedQuery analyzed) {
    List<QueryUnit> units =
        analyzed.units().stream()
            .filter(unit -> unit.role() != QueryUnit.Role.ALTERNATIVE)
            .toList();
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < units.size(); ) {
      i = takeLongest(units, i, named);
    }
    return named;
  }

  private int takeLongest(List<QueryUnit> units, int from, List<Named> named) {
    boolean han = units.get(from).isHan();
    for (int to = Math.min(units.size(), from + Translations.MOST_WORDS); to > from; to--) {
      if (!isOneRun(units, from, to, han)) {
        continue;
      }
      int start = units.get(from).start();
      int end = units.get(to - 1).end();
      String text = query.substring(start, end);
      if (to - from > 1 && han && text.length() > LONGEST) {
        continue;
      }
      List<Translation> alternatives = new ArrayList<>(translations.otherNames(text));
      alternatives.addAll(han ? translations.toEnglish(text) : translations.toChinese(text));
      if (!alternatives.isEmpty()) {
        named.add(new Named(text, start, end, alternatives));
        return to;
      }
    }
    return from + 1;
  }

  private boolean isOneRun(List<QueryUnit> units, int from, int to, boolean han) {
    int words = 0;
    for (int i = from; i < to; i++) {
      QueryUnit unit = units.get(i);
      if (unit.isHan() != han || han && i > from && units.get(i - 1).end() != unit.start()) {
        return false;
      }
      if (!han && i > from && unit.start() - units.get(i - 1).end() > 1) {
        return false;
      }
      words += unit.role() == QueryUnit.Role.WORD ? 1 : 0;
    }
    return words > 0 && units.get(from).role() == QueryUnit.Role.WORD
        || words > 0 && to - from > 1 && han;
  }
}
