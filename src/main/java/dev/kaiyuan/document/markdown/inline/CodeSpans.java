package dev.kaiyuan.document.markdown.inline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds where the spans of code in a block end: at a run of as many backticks as began them. */
final class CodeSpans {
  /** A longer run is text. */
  private static final int MAX_TICKS = 32;

  private final String source;

  /** For each length where the last run of it starts, so that no search is in vain. */
  private int @Nullable [] lastRuns;

  CodeSpans(String source) {
    this.source = source;
  }

  /** Returns the index after the backticks at an index. */
  int runEnd(int start) {
    int i = start;
    while (i < source.length() && source.charAt(i) == '`') {
      i++;
    }
    return i;
  }

  /** Returns where the backticks that end the code from an index on start, or -1 if none do. */
  int contentEnd(int contentStart, int ticks) {
    if (ticks > MAX_TICKS || lastRun(ticks) < contentStart) {
      return -1;
    }
    int end = source.indexOf('`', contentStart);
    while (runEnd(end) - end != ticks) {
      end = source.indexOf('`', runEnd(end));
    }
    return end;
  }

  private int lastRun(int ticks) {
    if (lastRuns == null) {
      lastRuns = new int[MAX_TICKS + 1];
      Arrays.fill(lastRuns, -1);
      for (int i = source.indexOf('`'); i >= 0; ) {
        int end = runEnd(i);
        if (end - i <= MAX_TICKS) {
          lastRuns[end - i] = i;
        }
        i = source.indexOf('`', end);
      }
    }
    return lastRuns[ticks];
  }
}
