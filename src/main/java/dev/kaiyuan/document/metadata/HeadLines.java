package dev.kaiyuan.document.metadata;

import dev.kaiyuan.document.LineMap;
import java.util.Arrays;

/**
 * Finds the lines on which values of front matter stand, which parsers do not tell: looks for their
 * words in the order in which they stand.
 */
final class HeadLines {
  /** A word is looked for so far ahead. */
  private static final int REACH = 2000;

  private final String head;
  private int at;
  private int line;

  /**
   * Makes a search from the beginning.
   *
   * @param firstLine the line of the file on which the head begins
   */
  HeadLines(String head, int firstLine) {
    this.head = head;
    this.line = firstLine;
  }

  /** Returns a note with its lines. */
  Metadata.Note locate(Metadata.Note note) {
    String text = note.text();
    int[] offsets = new int[8];
    int[] lines = new int[8];
    int steps = 0;
    for (int start = 0; start < text.length(); ) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      moveTo(text.substring(start, end));
      if (steps == 0 || lines[steps - 1] != line) {
        if (steps == lines.length) {
          offsets = Arrays.copyOf(offsets, steps * 2);
          lines = Arrays.copyOf(lines, steps * 2);
        }
        offsets[steps] = start;
        lines[steps++] = line;
      }
      start = end + 1;
    }
    LineMap map = new LineMap(Arrays.copyOf(offsets, steps), Arrays.copyOf(lines, steps));
    return new Metadata.Note(note.name(), text, map);
  }

  private void moveTo(String word) {
    int limit = Math.min(head.length(), at + REACH + word.length());
    int found = head.indexOf(word, at, limit);
    if (found >= 0) {
      for (int i = at; i < found; i++) {
        line += head.charAt(i) == '\n' ? 1 : 0;
      }
      at = found;
    }
  }
}
