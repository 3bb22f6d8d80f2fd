package dev.kaiyuan.document;

import java.util.List;

/**
 * The text of a file from which its words are read: decoded, its lines ended by {@code '\n'},
 * without a byte order mark and without front matter.
 *
 * @param format how the text is marked up
 * @param text the characters
 * @param firstLine the line of the file on which the text begins, counted from 1
 * @param notes what the front matter says beside title, date and the like, each with its name
 */
public record ArticleSource(Format format, String text, int firstLine, List<String> notes) {
  public ArticleSource {
    notes = List.copyOf(notes);
  }

  /** Returns how many lines the file has, at least 1. */
  public int lastLine() {
    if (text.isEmpty()) {
      return Math.max(1, firstLine - 1);
    }
    int last = firstLine;
    for (int i = text.indexOf('\n');
        i >= 0 && i + 1 < text.length();
        i = text.indexOf('\n', i + 1)) {
      last++;
    }
    return last;
  }
}
