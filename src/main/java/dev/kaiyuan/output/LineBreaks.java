package dev.kaiyuan.output;

import dev.kaiyuan.document.text.DisplayWidth;

/**
 * Decides where a line of Chinese and English text may end.
 *
 * <p>A Latin word stays whole, a Chinese text may be broken between any two characters, but no line
 * begins with a closing mark (。，、」) or ends with an opening one (《「（), and what forms one character
 * on the screen is never torn apart. The sets of marks follow the requirements for Chinese text
 * layout of W3C ("clreq", 3.1.6).
 */
final class LineBreaks {
  private static final String NOT_FIRST = "、。，．：；？！…—～·ー々）》〉」』】〕〗｝］％°℃”’,.:;?!)]}%‐–";
  private static final String NOT_LAST = "（《〈「『【〔〖｛［￥＄“‘([{$#@";

  /** These stand with spaces around them at the end of a line. */
  private static final String SEPARATORS = "·›—–";

  private static final int NO_BREAK = 0xA0;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private LineBreaks() {}

  /**
   * Returns where the line that begins at an offset ends: after its last character, spaces at the
   * end of the line excluded. At least one character is taken, however narrow the line.
   */
  static int end(CharSequence text, int start, int columns) {
    int room = columns;
    int allowed = -1;
    int p = start;
    while (p < text.length()) {
      int c = Character.codePointAt(text, p);
      int width = DisplayWidth.of(c);
      if (p > start && isAllowed(text, p, c)) {
        allowed = p;
      }
      if (c == ' ' && !isBeforeSeparator(text, p)) {
        allowed = p;
      }
      if (width > room && !(c == ' ')) {
        break;
      }
      room -= width;
      p += Character.charCount(c);
    }
    int end = p == text.length() ? p : allowed > start ? allowed : whole(text, start, p);
    while (end > start + 1 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return end;
  }

  /** Returns where the next line begins when one ended at an offset. */
  static int next(CharSequence text, int end) {
    int p = end;
    while (p < text.length() && text.charAt(p) == ' ') {
      p++;
    }
    return p;
  }

  /** Backs up, or at the start of a line goes on, to where a long word may be cut. */
  private static int whole(CharSequence text, int start, int p) {
    int cut = p;
    while (cut > start && joins(text, cut)) {
      cut -= Character.charCount(Character.codePointBefore(text, cut));
    }
    if (cut > start) {
      return cut;
    }
    cut = start;
    do {
      cut += Character.charCount(Character.codePointAt(text, cut));
    } while (cut < text.length() && joins(text, cut));
    return cut;
  }

  private static boolean isAllowed(CharSequence text, int p, int c) {
    if (joins(text, p)) {
      return false;
    }
    int before = Character.codePointBefore(text, p);
    if (before == ' ') {
      return SEPARATORS.indexOf(c) < 0;
    }
    if (c == NO_BREAK || before == NO_BREAK) {
      return false;
    }
    boolean wide = DisplayWidth.of(c) == 2 || DisplayWidth.of(before) == 2;
    return wide && NOT_FIRST.indexOf(c) < 0 && NOT_LAST.indexOf(before) < 0;
  }

  private static boolean isBeforeSeparator(CharSequence text, int space) {
    return space + 1 < text.length() && SEPARATORS.indexOf(text.charAt(space + 1)) >= 0;
  }

  /** Whether the characters on both sides of an offset are one on the screen. */
  private static boolean joins(CharSequence text, int p) {
    int c = Character.codePointAt(text, p);
    int before = Character.codePointBefore(text, p);
    boolean flag = isRegional(c) && isRegional(before) && regionalsBefore(text, p) % 2 == 1;
    return before == ZERO_WIDTH_JOINER
        || c >= 0x300 && DisplayWidth.of(c) == 0
        || c >= 0x1F3FB && c <= 0x1F3FF
        || flag;
  }

  private static boolean isRegional(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  private static int regionalsBefore(CharSequence text, int p) {
    int count = 0;
    for (int at = p; at >= 2 && isRegional(Character.codePointBefore(text, at)); at -= 2) {
      count++;
    }
    return count;
  }
}
