package dev.kaiyuan.analysis;

/**
 * A term of a query in one of the two views of {@link ChineseEnglishAnalyzer}.
 *
 * @param text the term as the index has it
 * @param start where it begins in the query
 * @param end where it ends in the query
 * @param strength how much it says
 */
public record QueryTerm(String text, int start, int end, Strength strength) {
  /** How much a term says of what is looked for. */
  public enum Strength {
    /** It is a word, or a gram of one. */
    FULL,
    /** It is a gram across two words, which shows that they are adjacent. */
    ACROSS,
    /** It is a function word, or a gram that touches one. */
    WEAK,
    /** It is another way to write terms beside it. */
    ALTERNATIVE
  }

  /** Whether the term is written in Han characters. */
  public boolean isHan() {
    return Character.isIdeographic(text.codePointAt(0));
  }
}
