package dev.kaiyuan.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a query with the grams under which an index holds it.
 *
 * @param text the word, folded: 操作系统, {@code licenses}, {@code c++}
 * @param start where it begins in the query
 * @param end where it ends in the query
 * @param grams its terms in a field of grams, in order: 操作, 作系, 系统 or {@code license}
 * @param offsets how many characters behind {@code start} each gram begins
 * @param role what it is to the words around it
 */
public record QueryUnit(
    String text, int start, int end, List<String> grams, List<Integer> offsets, Role role) {
  /** What a word is to the words around it. */
  public enum Role {
    /** It says what is looked for. */
    WORD,
    /** It only holds other words together, or asks: 的, 什么, {@code the}. */
    FUNCTION,
    /** It is another way to write its neighbours: {@code nodejs} beside node and js. */
    ALTERNATIVE
  }

  public QueryUnit {
    grams = List.copyOf(grams);
    offsets = List.copyOf(offsets);
    if (grams.size() != offsets.size() || grams.isEmpty()) {
      throw new IllegalArgumentException("each gram has an offset, and there is one at least");
    }
  }

  /**
   * Takes all that is between two offsets of a query for one word.
   *
   * @param text the word
   * @param start where it begins
   * @param end where it ends
   * @param grams the query's; at least one is there
   * @return the word with its grams, without other ways to write them
   */
  public static QueryUnit whole(String text, int start, int end, List<QueryTerm> grams) {
    List<String> terms = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    for (QueryTerm gram : grams) {
      boolean inside = start <= gram.start() && gram.end() <= end;
      if (inside && gram.strength() != QueryTerm.Strength.ALTERNATIVE) {
        terms.add(gram.text());
        offsets.add(gram.start() - start);
      }
    }
    return new QueryUnit(text, start, end, terms, offsets, Role.WORD);
  }

  /** Whether the word is written in Han characters, so that it may be inside a longer one. */
  public boolean isHan() {
    return Character.isIdeographic(text.codePointAt(0));
  }
}
