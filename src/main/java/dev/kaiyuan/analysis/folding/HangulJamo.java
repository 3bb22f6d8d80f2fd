package dev.kaiyuan.analysis.folding;

/**
 * Joins the letters of a decomposed Hangul syllable (the Unicode Standard, section 3.12), so that
 * 한국 meets itself in the form that macOS gives file names.
 */
final class HangulJamo {
  private static final char FIRST_VOWEL = '\u1161';
  private static final char FIRST_INITIAL = '\u1100';
  private static final char BEFORE_FINALS = '\u11A7';
  private static final char FIRST_SYLLABLE = '\uAC00';
  private static final int INITIALS = 19;
  private static final int VOWELS = 21;
  private static final int FINALS = 28;

  private HangulJamo() {}

  /**
   * The syllable of what is before and a vowel or final consonant, or nought when the two do not
   * join.
   */
  static char join(char before, char letter) {
    int initial = before - FIRST_INITIAL;
    int vowel = letter - FIRST_VOWEL;
    if (initial >= 0 && initial < INITIALS && vowel >= 0 && vowel < VOWELS) {
      return (char) (FIRST_SYLLABLE + (initial * VOWELS + vowel) * FINALS);
    }
    int open = before - FIRST_SYLLABLE;
    int last = letter - BEFORE_FINALS;
    if (open >= 0
        && open < INITIALS * VOWELS * FINALS
        && open % FINALS == 0
        && last > 0
        && last < FINALS) {
      return (char) (before + last);
    }
    return 0;
  }
}
