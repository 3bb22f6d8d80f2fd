package dev.kaiyuan.search;

import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryUnit;
import java.util.List;

/**
 * A term of a query as a person would name it: by the word it is of, or the words that it joins.
 *
 * @param typed as it was typed: 開源
 * @param folded as the index has it: 开源; the same where only the case differs
 * @param kind whether it is of one word or joins several
 */
record QueryName(String typed, String folded, Reason.Kind kind) {

  /** Returns the name of a term among the words of a query. */
  static QueryName of(QueryTerm term, List<QueryUnit> units, String query) {
    int start = term.start();
    int end = term.end();
    int words = 0;
    StringBuilder folded = new StringBuilder();
    for (QueryUnit unit : units) {
      boolean over = unit.start() < term.end() && term.start() < unit.end();
      if (over && unit.role() != QueryUnit.Role.ALTERNATIVE) {
        folded.append(words > 0 && !unit.isHan() ? " " : "").append(unit.text());
        start = words == 0 ? unit.start() : start;
        end = unit.end();
        words++;
      }
    }
    String typed = query.substring(start, end);
    boolean same = words == 0 || typed.equalsIgnoreCase(folded.toString());
    return new QueryName(
        typed,
        same ? typed : folded.toString(),
        words > 1 ? Reason.Kind.NEARNESS : Reason.Kind.WORD);
  }
}
