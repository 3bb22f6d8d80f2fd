package dev.kaiyuan.document.pdf;

import dev.kaiyuan.document.text.SoftBreak;

/** Words whose characters were set apart with spaces, as titles are: 目 录, 著 佐 权. */
final class Letterspacing {
  /** The least number of single characters in a row that are one word, letterspaced. */
  private static final int FEWEST = 3;

  private Letterspacing() {}

  /** Returns a line without the spaces in such words. */
  static String without(String line) {
    if (line.length() < 2 * FEWEST - 1) {
      return line;
    }
    StringBuilder kept = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); ) {
      int end = end(line, i);
      if (end - i >= 2 * FEWEST - 1) {
        for (int p = i; p < end; p += 2) {
          kept.append(line.charAt(p));
        }
      } else {
        kept.append(line, i, end);
      }
      i = end;
    }
    return kept.toString();
  }

  /** The end of the characters from {@code start} on between which there is just one space. */
  private static int end(String line, int start) {
    int end = start + 1;
    boolean alone = start == 0 || line.charAt(start - 1) == ' ';
    while (alone
        && end + 1 < line.length()
        && line.charAt(end) == ' '
        && SoftBreak.joins(line.charAt(end - 1), line.charAt(end + 1))
        && (end + 2 == line.length() || line.charAt(end + 2) == ' ')) {
      end += 2;
    }
    return end;
  }
}
