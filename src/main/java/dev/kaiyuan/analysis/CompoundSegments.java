package dev.kaiyuan.analysis;

import static dev.kaiyuan.analysis.CharacterClass.WORD;

import java.util.Arrays;

/**
 * The segments of a run of letters and digits: what is between its joints.
 *
 * <p>Reusable, not thread-safe. {@link #cut} fills it.
 */
final class CompoundSegments {
  private final FoldedText text;

  /** Where each segment starts and ends. */
  private int[] bounds = new int[64];

  private int size;

  CompoundSegments(FoldedText text) {
    this.text = text;
  }

  /**
   * Cuts the run whose first letter or digit is at an offset.
   *
   * @return the offset after the run
   */
  int cut(int start) {
    size = 0;
    int p = start;
    while (true) {
      int segmentEnd = text.runEnd(p, WORD);
      add(p, segmentEnd);
      p = segmentEnd;
      if (!joins(p)) {
        return p;
      }
      p++;
    }
  }

  int size() {
    return size;
  }

  int start(int segment) {
    return bounds[2 * segment];
  }

  int end(int segment) {
    return bounds[2 * segment + 1];
  }

  /** Whether the segments from i up to n, without it, are digits joined by points or commas. */
  boolean isNumber(int i, int n) {
    for (int s = i; s < n; s++) {
      int from = start(s);
      int to = end(s);
      if (!text.isDigits(from, to) && !(s == i && isVersion(from, to))) {
        return false;
      }
      if (s > i && text.folded(from - 1) != '.' && text.folded(from - 1) != ',') {
        return false;
      }
    }
    return true;
  }

  /** Whether a segment is digits after a point. */
  boolean isFraction(int segment) {
    int from = start(segment);
    return text.folded(from - 1) == '.' && text.isDigits(from, end(segment));
  }

  /** Whether between two offsets a v is before digits. */
  boolean isVersion(int from, int to) {
    return to - from > 1 && text.folded(from) == 'v' && text.isDigits(from + 1, to);
  }

  private boolean joins(int p) {
    if (p + 1 >= text.length() || text.classAt(p + 1) != WORD) {
      return false;
    }
    return switch (text.folded(p)) {
      case '-', '_', '.', '/', '@', '&', '+', '\'', '\u2019', '\u2010', '\u2011', '\u00B7' -> true;
      case ',' -> text.isDigit(p - 1) && isThousand(p + 1);
      default -> false;
    };
  }

  private boolean isThousand(int p) {
    return p + 3 <= text.length()
        && text.isDigit(p)
        && text.isDigit(p + 1)
        && text.isDigit(p + 2)
        && (p + 3 == text.length() || text.classAt(p + 3) != WORD);
  }

  private void add(int from, int to) {
    if (size > 0 && isApostrophe(bounds[2 * size - 1]) && to - from <= 2) {
      endOfContraction(to);
      return;
    }
    if (2 * size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[2 * size] = from;
    bounds[2 * size + 1] = to;
    size++;
  }

  /** A possessive s is no part of the word; another contraction ({@code don't}) is one word. */
  private void endOfContraction(int to) {
    if (text.folded(to - 1) != 's') {
      bounds[2 * size - 1] = to;
    }
  }

  private boolean isApostrophe(int p) {
    char c = text.folded(p);
    return c == '\'' || c == '\u2019';
  }
}
