package dev.kaiyuan.document.text;

/** Tells the width of a character in columns of a terminal. */
public final class DisplayWidth {
  private DisplayWidth() {}

  /**
   * Returns the columns of one character: 2 for what Unicode calls wide or full-width, as emoji
   * that are pictures by themselves, 0 for combining and control characters, else 1.
   *
   * @param c a code point
   */
  public static int of(int c) {
    if (c < 0x300) {
      return c < 0x20 || c >= 0x7F && c < 0xA0 || c == 0xAD ? 0 : 1;
    }
    if (c >= 0x4E00 && c <= 0x9FFF || c >= 0xFF01 && c <= 0xFF60) {
      return 2;
    }
    if (isZero(c)) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115F
            || c == 0x2329
            || c == 0x232A
            || c >= 0x2E80 && c <= 0x303E
            || c >= 0x3041 && c <= 0xA4CF
            || c >= 0xA960 && c <= 0xA97F
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE10 && c <= 0xFE19
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F200 && c <= 0x1F265
            || c >= 0x20000 && c <= 0x3FFFD
            || Character.isEmojiPresentation(c);
    return wide ? 2 : 1;
  }

  /** Returns the columns of a text. */
  public static int of(CharSequence text) {
    return of(text, 0, text.length());
  }

  /** Returns the columns of the text between two offsets. */
  static int of(CharSequence text, int start, int end) {
    int columns = 0;
    for (int p = start; p < end; ) {
      int codePoint = Character.codePointAt(text, p);
      columns += of(codePoint);
      p += Character.charCount(codePoint);
    }
    return columns;
  }

  private static boolean isZero(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || Character.isEmojiModifier(c)
        // Vowels and final consonants are in the square of the consonant before them.
        || c >= 0x1160 && c <= 0x11FF;
  }
}
