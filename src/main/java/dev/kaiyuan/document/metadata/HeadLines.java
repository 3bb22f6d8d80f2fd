package dev.kaiyuan.document.metadata;

import dev.kaiyuan.document.LineMap;
import java.util.stream.IntStream;

/**
 * Finds the lines on which values of front matter stand, which parsers do not tell: looks for their
 * words in the order in which they stand.
 */
final class HeadLines {
  /** The greatest distance at which a word is looked for. */
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
    IntStream.Builder offsets = IntStream.builder();
    IntStream.Builder lines = IntStream.builder();
    int last = LineMap.NO_LINE;
    for (int start = 0; start < text.length(); ) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      moveTo(text.substring(start, end));
      if (line != last) {
        offsets.add(start);
        lines.add(line);
        last = line;
      }
      start = end + 1;
    }
    LineMap map = new LineMap(offsets.build().toArray(), lines.build().toArray());
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
