package dev.kaiyuan.finder;

import dev.kaiyuan.document.text.DisplayWidth;

/** Cuts text with colours in it to a number of columns. */
final class Clip {
  private static final char ESCAPE = '\u001b';
  private static final String PLAIN = "\u001b[0m";

  private Clip() {}

  /** Returns the text, or as much of its beginning as fits with {@code …} after it. */
  static String to(String text, int columns) {
    int width = 0;
    int fits = 0;
    for (int p = 0; p < text.length(); ) {
      if (text.charAt(p) == ESCAPE) {
        p = behindSequence(text, p);
        continue;
      }
      int c = text.codePointAt(p);
      width += DisplayWidth.of(c);
      p += Character.charCount(c);
      if (width < columns) {
        fits = p;
      } else if (width > columns) {
        boolean styled = text.lastIndexOf(ESCAPE, fits) >= 0;
        return columns <= 0 ? "" : text.substring(0, fits) + "…" + (styled ? PLAIN : "");
      }
    }
    return text;
  }

  /** Returns the text without its colours. */
  static String plain(String text) {
    if (text.indexOf(ESCAPE) < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int p = 0; p < text.length(); ) {
      if (text.charAt(p) == ESCAPE) {
        p = behindSequence(text, p);
      } else {
        plain.append(text.charAt(p++));
      }
    }
    return plain.toString();
  }

  /** Passes over a colour, {@code ESC [ … m}; nothing else is ever in the text. */
  private static int behindSequence(String text, int start) {
    int end = text.indexOf('m', start);
    return end < 0 ? text.length() : end + 1;
  }
}
