package dev.kaiyuan.document;

import java.util.Arrays;

/**
 * Maps offsets in an article's text to lines of the file the text was read from.
 *
 * <p>The map is a list of steps: from {@code offsets[i]} on, up to the next step, the text stands
 * on line {@code lines[i]}. Immutable and thread-safe.
 */
public final class LineMap {
  private final int[] offsets;
  private final int[] lines;

  /**
   * Makes a map of the given steps.
   *
   * @param offsets offsets in the text, ascending, the first of them 0
   * @param lines for each step the line, counted from 1
   * @throws IllegalArgumentException if the arrays differ in length, are empty or out of order
   */
  public LineMap(int[] offsets, int[] lines) {
    if (offsets.length != lines.length || offsets.length == 0 || offsets[0] != 0) {
      throw new IllegalArgumentException("steps must be pairs, and begin at offset 0");
    }
    for (int i = 1; i < offsets.length; i++) {
      if (offsets[i] <= offsets[i - 1]) {
        throw new IllegalArgumentException("offset " + offsets[i] + " stands out of order");
      }
    }
    this.offsets = offsets.clone();
    this.lines = lines.clone();
  }

  /**
   * Makes the map of a text to itself.
   *
   * @param text the text, its lines ended by {@code '\n'}
   * @param firstLine the number of its first line
   */
  static LineMap ofSource(String text, int firstLine) {
    int[] offsets = new int[16];
    int size = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (size == offsets.length) {
        offsets = Arrays.copyOf(offsets, size * 2);
      }
      offsets[size++] = i + 1;
    }
    int[] lines = new int[size];
    for (int i = 0; i < size; i++) {
      lines[i] = firstLine + i;
    }
    return new LineMap(Arrays.copyOf(offsets, size), lines);
  }

  /**
   * Returns the line of the original file, counted from 1, on which the character at an offset
   * stands.
   *
   * @param offset an offset in the text, 0 or greater; one behind the text gives its last line
   */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(offsets, offset);
    return lines[found >= 0 ? found : Math.max(0, -found - 2)];
  }

  /** Returns how many steps the map has, at least 1. */
  public int size() {
    return offsets.length;
  }

  /** Returns the offset in the text at which a step begins. */
  public int offset(int step) {
    return offsets[step];
  }

  /** Returns the line of the original file for a step, counted from 1. */
  public int line(int step) {
    return lines[step];
  }
}
