package dev.kaiyuan.document.text;

/** What kind of character is this, where the language decides how text is put together? */
public final class Characters {
  private Characters() {}

  /** A Han character, as a code point of any plane. */
  public static boolean isHan(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || c == 0x3005
        || c == 0x3007
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  static boolean isKana(int c) {
    return (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) || (c >= 0x31F0 && c <= 0x31FF);
  }

  static boolean isHangul(int c) {
    return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF);
  }

  /** Full-width punctuation and signs, which belong to Chinese and Japanese text alone. */
  public static boolean isWidePunctuation(int c) {
    return (c >= 0x3001 && c <= 0x303F && c != 0x3005 && c != 0x3007)
        || c == 0x30FB
        || (c >= 0xFE30 && c <= 0xFE4F)
        || (c >= 0xFF01 && c <= 0xFFEF);
  }

  /** A character of a script that is written without spaces, or its full-width punctuation. */
  public static boolean isSpaceless(int c) {
    return c >= 0x2E80
        && (isHan(c)
            || isKana(c)
            || isWidePunctuation(c)
            || (c >= 0x2E80 && c <= 0x2FDF)
            || (c >= 0x3105 && c <= 0x312F));
  }

  /** Curly quotes, dashes and dots: Chinese between Chinese characters, Western elsewhere. */
  public static boolean isSharedPunctuation(int c) {
    return (c >= 0x2014 && c <= 0x201D) || c == 0x2026 || c == 0x00B7;
  }

  /** Punctuation and symbols as CommonMark counts them. */
  public static boolean isPunctuation(int c) {
    if (c < 0x80) {
      return isAsciiPunctuation(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  public static boolean isAsciiPunctuation(int c) {
    return (c > ' ' && c < '0')
        || (c > '9' && c < 'A')
        || (c > 'Z' && c < 'a')
        || (c > 'z' && c < 0x7F);
  }

  public static boolean isAsciiLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  public static boolean isAsciiDigit(int c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isWhitespace(int c) {
    return c <= ' ' || (c >= 0x7F && c <= 0xA0) || (c > 0xA0 && Character.isSpaceChar(c));
  }

  /** Characters that take no room and say nothing, though they would cut a word. */
  public static boolean isInvisible(int c) {
    return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
  }
}
