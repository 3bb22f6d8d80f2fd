package dev.kaiyuan.document.text;

/** Finds where sentences begin and end in Chinese and English text made of blocks. */
public final class Sentences {
  private Sentences() {}

  /** Returns the offset at which the sentence around an offset begins. */
  public static int start(String text, int offset) {
    int p = Math.min(offset, text.length());
    while (p > 0 && !endsAt(text, p)) {
      p--;
    }
    while (p < offset && isSpace(text.charAt(p))) {
      p++;
    }
    return p;
  }

  /** Returns the offset after the last character of the sentence around an offset. */
  public static int end(String text, int offset) {
    int p = offset + 1;
    while (p < text.length() && !endsAt(text, p)) {
      p++;
    }
    p = Math.min(p, text.length());
    while (p > offset + 1 && isSpace(text.charAt(p - 1))) {
      p--;
    }
    return p;
  }

  /** Returns whether the block around an offset ends there. */
  public static boolean blockEndsAt(String text, int offset) {
    return offset >= text.length() || text.charAt(offset) == '\n';
  }

  /** Whether a sentence ends just before p. */
  private static boolean endsAt(String text, int p) {
    char before = text.charAt(p - 1);
    if (isInside(before)) {
      return false;
    }
    if (before == '\n') {
      return true;
    }
    if (p < text.length() && isClosing(text.charAt(p))) {
      return false;
    }
    int q = p - 1;
    while (q > 0 && isClosing(text.charAt(q))) {
      q--;
    }
    char c = text.charAt(q);
    if (isFullStop(c)) {
      return p >= text.length() || !isFullStop(text.charAt(p));
    }
    boolean stop = c == '.' || c == '!' || c == '?' || c == '…';
    return stop && p < text.length() && isSpace(text.charAt(p)) && !isInitial(text, q);
  }

  /** Whether a character ends no sentence whatever stands around it: nearly all of them. */
  private static boolean isInside(char c) {
    return c >= 0x3040 && c < 0xFF00
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == ' '
        || c == ','
        || c == '，'
        || c == '、';
  }

  private static boolean isFullStop(char c) {
    return c == '。' || c == '！' || c == '？' || c == '；' || c == '｡';
  }

  /** Whether the point at q belongs to an abbreviation of one letter, as in "E. W. Dijkstra". */
  private static boolean isInitial(String text, int q) {
    return text.charAt(q) == '.'
        && q > 0
        && Character.isUpperCase(text.charAt(q - 1))
        && (q == 1 || !Character.isLetterOrDigit(text.charAt(q - 2)));
  }

  private static boolean isClosing(char c) {
    return "”’」』）)》]】\"'".indexOf(c) >= 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u3000';
  }
}
