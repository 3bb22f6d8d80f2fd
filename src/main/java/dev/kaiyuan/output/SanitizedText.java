package dev.kaiyuan.output;

/**
 * Sanitizes text from files and queries for a terminal.
 *
 * <p>Every control character, and every character that turns the direction of writing, is replaced
 * by one visible character, so that offsets into the text stay right.
 */
public final class SanitizedText {
  private static final char REPLACEMENT = '\uFFFD';

  private SanitizedText() {}

  /** Returns the text on one line, without control characters. */
  public static String of(String text) {
    int p = 0;
    while (p < text.length() && isHarmless(text, p)) {
      p++;
    }
    if (p == text.length()) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length()).append(text, 0, p);
    for (; p < text.length(); p++) {
      safe.append(isHarmless(text, p) ? text.charAt(p) : visible(text.charAt(p)));
    }
    return safe.toString();
  }

  private static boolean isHarmless(String text, int p) {
    char c = text.charAt(p);
    if (c < 0x7F) {
      return c >= 0x20;
    }
    if (c < 0xA0) {
      return false;
    }
    if (c < 0x2000) {
      return c != '\u061C';
    }
    if (c <= 0x2069) {
      boolean turns = c == '\u200E' || c == '\u200F' || c >= '\u2066';
      boolean breaks = c >= '\u2028' && c <= '\u202E';
      return !turns && !breaks;
    }
    if (Character.isSurrogate(c)) {
      return isPaired(text, p);
    }
    return c != '\uFEFF';
  }

  private static boolean isPaired(String text, int p) {
    return Character.isHighSurrogate(text.charAt(p))
        ? p + 1 < text.length() && Character.isLowSurrogate(text.charAt(p + 1))
        : p > 0 && Character.isHighSurrogate(text.charAt(p - 1));
  }

  private static char visible(char c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return ' ';
    }
    if (c < 0x20) {
      return (char) ('\u2400' + c);
    }
    return c == 0x7F ? '\u2421' : REPLACEMENT;
  }
}
