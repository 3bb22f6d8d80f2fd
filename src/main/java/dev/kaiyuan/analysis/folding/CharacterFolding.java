package dev.kaiyuan.analysis.folding;

import java.nio.CharBuffer;
import java.text.Normalizer;

/**
 * Folds a character to the one form under which it is indexed and asked for, so that text meets
 * however it was typed.
 *
 * <pre>
 * 軟體 → 软体     ＧＰＬ → gpl     Café → cafe     乾淨, 干净 → 干净     Straße → strasse
 * </pre>
 *
 * <p>Full width becomes half width, upper case lower case, Traditional Chinese and its regional and
 * compatibility variants the Simplified character; accents fall off, except for marks that make
 * another letter: バ is not ハ, й not и, ї not і. Characters that one form writes alike and another
 * apart (乾 and 幹 and 干, 著 and 着, 帳 and 账) all become one, which need not be the one a dictionary
 * prefers: a word list that is compared with folded text has to be folded as well. Folding what is
 * folded changes nothing.
 *
 * <p>Offsets stay exact because a character is folded alone: {@link #fold(int)} answers one code
 * point for one, and {@link #append} writes the few that unfold to several letters (ß, æ, ﬁ) into a
 * term whose offsets the caller keeps.
 *
 * <p>Thread-safe. The table is read at the first use.
 */
public final class CharacterFolding {
  /**
   * What {@link #fold(int)} answers for what takes no part in a word: a combining or zero-width
   * character.
   */
  public static final int IGNORED = 0;

  /** The most UTF-16 units that {@link #append} writes for one code point. */
  public static final int MAX_UNITS = FoldingTable.MAX_UNITS;

  /** Han characters and their neighbours, none of which unfolds. */
  private static final char FIRST_IDEOGRAPH = '\u2E80';

  private static final char FIRST_HANGUL_SYLLABLE = '\uAC00';

  private CharacterFolding() {}

  /**
   * The code point that stands for this one in the index.
   *
   * @param codePoint any code point; an unpaired surrogate stands for itself
   * @return the folded code point, never of more UTF-16 units than the original, or {@link
   *     #IGNORED}. A character that unfolds to several is answered as one, in lower case; {@link
   *     #append} unfolds it
   */
  public static int fold(int codePoint) {
    return codePoint <= Character.MAX_VALUE
        ? (char) (codePoint + FoldingTable.SHIFT[codePoint])
        : FoldingTable.Rare.fold(codePoint);
  }

  /**
   * Writes the folded form of a code point after a term: nothing for an ignored mark, several
   * letters for ß; a Hangul letter joins the syllable before it, and a mark that makes another
   * letter the letter.
   *
   * @param codePoint any code point
   * @param term the buffer, with room for {@link #MAX_UNITS} more units
   * @param length the units of the buffer in use
   * @return the units in use afterwards, which may be the same as before
   */
  public static int append(int codePoint, char[] term, int length) {
    int folded = fold(codePoint);
    if (folded == IGNORED) {
      if (length > 0) {
        term[length - 1] = withMark(term[length - 1], codePoint);
      }
      return length;
    }
    if (folded > Character.MAX_VALUE) {
      return length + Character.toChars(folded, term, length);
    }
    char unit = (char) folded;
    boolean plain = unit < 0x80 || (unit >= FIRST_IDEOGRAPH && unit < FIRST_HANGUL_SYLLABLE);
    return plain ? put(unit, term, length) : appendUnfolded(unit, term, length);
  }

  /** The letter that a mark after a folded letter makes of it: バ of ハ; most marks make none. */
  public static char withMark(char letter, int mark) {
    char combining =
        switch (mark) {
          case 0x3099, 0xFF9E -> '\u3099';
          case 0x309A, 0xFF9F -> '\u309A';
          case 0x0306, 0x0308 -> (char) mark;
          default -> 0;
        };
    if (combining == 0 || letter < 0x80) {
      return letter;
    }
    String made = Normalizer.normalize("" + letter + combining, Normalizer.Form.NFC);
    return made.length() == 1 ? (char) fold(made.charAt(0)) : letter;
  }

  private static int put(char unit, char[] term, int length) {
    term[length] = unit;
    return length + 1;
  }

  private static int appendUnfolded(char unit, char[] term, int length) {
    int unfolded = FoldingTable.Rare.unfold(unit, term, length);
    if (unfolded > length) {
      return unfolded;
    }
    char syllable = length == 0 ? 0 : HangulJamo.join(term[length - 1], unit);
    if (syllable == 0) {
      return put(unit, term, length);
    }
    term[length - 1] = syllable;
    return length;
  }

  /**
   * The folded form of a whole text, for comparing words; it may be shorter or longer than the
   * original.
   *
   * @param text any text
   * @return the folded text, the same object when nothing changed
   */
  public static String fold(String text) {
    char[] folded = new char[text.length() * MAX_UNITS];
    int length = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      length = append(codePoint, folded, length);
      i += Character.charCount(codePoint);
    }
    CharBuffer result = CharBuffer.wrap(folded, 0, length);
    return text.contentEquals(result) ? text : result.toString();
  }
}
