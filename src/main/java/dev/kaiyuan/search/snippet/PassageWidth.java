package dev.kaiyuan.search.snippet;

import dev.kaiyuan.document.text.DisplayWidth;
import dev.kaiyuan.document.text.Sentences;

/**
 * The greatest width of a passage, and where a text is cut to fit it.
 *
 * @param columns the columns of a terminal, see {@link DisplayWidth}
 */
record PassageWidth(int columns) {
  /**
   * Moves the start of a passage that is too wide to the start of a word, so that a highlight is in
   * its first third.
   */
  int lead(String text, int start, int end, int mark) {
    if (!isExceeded(text, start, end)) {
      return start;
    }
    int p = mark;
    for (int room = columns / 3; p > start; ) {
      int before = text.codePointBefore(p);
      room -= DisplayWidth.of(before);
      if (room < 0) {
        break;
      }
      p -= Character.charCount(before);
    }
    int word = p;
    while (word < mark && isInsideWord(text, word)) {
      word++;
    }
    return word < mark ? word : p;
  }

  /** Returns the end of the last sentence of the same block that fits. */
  int extend(String text, int start, int end) {
    int taken = end;
    while (!Sentences.blockEndsAt(text, taken)) {
      int next = Sentences.end(text, taken);
      if (isExceeded(text, start, next)) {
        break;
      }
      taken = next;
    }
    return taken;
  }

  /** Returns the end of the last word that fits. */
  int fit(String text, int start, int end) {
    // There may be an ellipsis at either end.
    int room = columns - 2;
    if (2 * (end - start) <= room) {
      return end;
    }
    int p = reach(text, start, end, room);
    if (p == end) {
      return end;
    }
    int word = p;
    while (word > start && isInsideWord(text, word)) {
      word--;
    }
    return word > start + (p - start) / 2 ? word : p;
  }

  private static boolean isInsideWord(String text, int p) {
    return p > 0
        && p < text.length()
        && isAlphabetic(text.charAt(p - 1))
        && isAlphabetic(text.charAt(p));
  }

  private static boolean isAlphabetic(char c) {
    return Character.isLetterOrDigit(c) && !Character.isIdeographic(c) || Character.isSurrogate(c);
  }

  private boolean isExceeded(String text, int start, int end) {
    // No character takes more than two columns.
    return 2 * (end - start) > columns && reach(text, start, end, columns) < end;
  }

  /** Returns the offset up to which a text has room in some columns. */
  private static int reach(String text, int start, int end, int columns) {
    int room = columns;
    int p = start;
    while (p < end) {
      int codePoint = text.codePointAt(p);
      room -= DisplayWidth.of(codePoint);
      if (room < 0) {
        break;
      }
      p += Character.charCount(codePoint);
    }
    return p;
  }
}
