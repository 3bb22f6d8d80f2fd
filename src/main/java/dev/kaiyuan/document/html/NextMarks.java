package dev.kaiyuan.document.html;

import java.util.HashMap;
import java.util.Map;

/**
 * Looks for the next place of a mark, and remembers it: asking from one place after the other takes
 * time in proportion to the text, however often it is done.
 */
public final class NextMarks {
  private final String source;

  /** For each mark from where it was looked for last, and where it was found, or -1. */
  private final Map<String, int[]> found = new HashMap<>();

  public NextMarks(String source) {
    this.source = source;
  }

  /** Returns where a mark is next from an index on, in capitals or small, or -1. */
  public int next(String mark, int from) {
    int[] last = found.get(mark);
    if (last == null) {
      last = new int[] {from, indexOf(mark, from)};
      found.put(mark, last);
    } else if (from < last[0] || (last[1] >= 0 && last[1] < from)) {
      last[0] = from;
      last[1] = indexOf(mark, from);
    }
    return last[1];
  }

  /** As {@link #next}, but -1 where the mark does not end before another index. */
  public int next(String mark, int from, int end) {
    int at = next(mark, from);
    return at + mark.length() <= end ? at : -1;
  }

  private int indexOf(String mark, int from) {
    if (!Character.isLetter(mark.charAt(mark.length() - 1))) {
      return source.indexOf(mark, from);
    }
    for (int i = from; i + mark.length() <= source.length(); i++) {
      if (source.charAt(i) == mark.charAt(0)
          && source.regionMatches(true, i, mark, 0, mark.length())) {
        return i;
      }
    }
    return -1;
  }
}
