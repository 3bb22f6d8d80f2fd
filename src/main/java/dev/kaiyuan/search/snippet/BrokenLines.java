package dev.kaiyuan.search.snippet;

import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.document.text.DisplayWidth;
import dev.kaiyuan.document.text.SoftBreak;
import java.util.ArrayList;
import java.util.List;

/** Finds the line breaks of an author that the stored text has joined. */
public final class BrokenLines {
  private BrokenLines() {}

  /**
   * Returns the offsets at which lines of a block begin, but for the first, if its author broke
   * them; none where they were broken to fit a page.
   *
   * @param start where the block begins in the text
   * @param end where it ends
   */
  public static List<Integer> in(String text, LineMap lines, int start, int end) {
    List<Integer> breaks = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    int from = start;
    for (int step = lines.stepAt(start) + 1;
        step < lines.size() && lines.offset(step) < end;
        step++) {
      int offset = lines.offset(step);
      widths.add(DisplayWidth.of(text.substring(from, offset)));
      breaks.add(offset);
      from = offset;
    }
    widths.add(DisplayWidth.of(text.substring(from, end)));
    return SoftBreak.keeps(widths) ? breaks : List.of();
  }

  /** As {@link #in}, for the block around a piece of the text, and within the piece. */
  static List<Integer> around(String text, LineMap lines, int start, int end) {
    List<Integer> breaks = new ArrayList<>();
    int blockStart = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
    while (blockStart < end) {
      int newline = text.indexOf('\n', blockStart);
      int blockEnd = newline < 0 ? text.length() : newline;
      for (int offset : in(text, lines, blockStart, blockEnd)) {
        if (offset > start && offset < end) {
          breaks.add(offset);
        }
      }
      blockStart = blockEnd + 1;
    }
    return breaks;
  }
}
