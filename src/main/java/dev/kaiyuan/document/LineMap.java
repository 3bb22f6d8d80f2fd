package dev.kaiyuan.document;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Maps offsets in an article's text to places in the file the text was read from: to lines, and
 * where the file has pages, slides or the like, to those.
 *
 * <p>The map is a list of steps: from {@code offsets[i]} on, up to the next step, the text stands
 * on line {@code lines[i]}, in the place with the number {@code numbers[i]}. Immutable and
 * thread-safe.
 */
public final class LineMap {
  /** In place of a line where the file has none. */
  public static final int NO_LINE = 0;

  /** In place of a number where there is no such place. */
  public static final int NO_NUMBER = -1;

  private final Place.Kind kind;
  private final int[] offsets;
  private final int[] lines;
  private final int[] numbers;

  /**
   * Makes a map to lines.
   *
   * @param offsets offsets in the text, ascending, the first of them 0
   * @param lines for each step the line, counted from 1
   * @throws IllegalArgumentException if the arrays differ in length, are empty or out of order
   */
  public LineMap(int[] offsets, int[] lines) {
    this(Place.Kind.LINE, offsets, lines, lines);
  }

  /**
   * Makes a map.
   *
   * @param kind the places of the file
   * @param offsets offsets in the text, ascending, the first of them 0
   * @param lines for each step the line, counted from 1, or 0 where there is none
   * @param numbers for each step the number of the {@link Place}, or less than the least there is
   * @throws IllegalArgumentException if the arrays differ in length, are empty or out of order
   */
  public LineMap(Place.Kind kind, int[] offsets, int[] lines, int[] numbers) {
    if (offsets.length != lines.length
        || offsets.length != numbers.length
        || offsets.length == 0
        || offsets[0] != 0) {
      throw new IllegalArgumentException("steps must be pairs, and begin at offset 0");
    }
    for (int i = 1; i < offsets.length; i++) {
      if (offsets[i] <= offsets[i - 1]) {
        throw new IllegalArgumentException("offset " + offsets[i] + " stands out of order");
      }
    }
    this.kind = kind;
    this.offsets = offsets.clone();
    this.lines = lines.clone();
    this.numbers = lines == numbers ? this.lines : numbers.clone();
  }

  /**
   * Makes the map of a text to itself.
   *
   * @param text the text, its lines ended by {@code '\n'}
   * @param firstLine the number of its first line
   */
  public static LineMap ofSource(String text, int firstLine) {
    IntStream behindBreaks =
        IntStream.rangeClosed(1, text.length()).filter(i -> text.charAt(i - 1) == '\n');
    int[] offsets = IntStream.concat(IntStream.of(0), behindBreaks).toArray();
    return new LineMap(offsets, IntStream.range(firstLine, firstLine + offsets.length).toArray());
  }

  /**
   * Returns the line of the original file, counted from 1, on which the character at an offset
   * stands, or 0 where the file has no lines.
   *
   * @param offset an offset in the text, 0 or greater; one after the text gives its last line
   */
  public int lineAt(int offset) {
    return lines[stepAt(offset)];
  }

  /**
   * Returns the place in which the character at an offset stands, or null where the file has none.
   *
   * @param offset an offset in the text, 0 or greater; one after the text gives its last place
   */
  public @Nullable Place placeAt(int offset) {
    int number = numbers[stepAt(offset)];
    return number < kind.first() ? null : new Place(kind, number);
  }

  /** Returns the step to which an offset in the text belongs. */
  public int stepAt(int offset) {
    int found = Arrays.binarySearch(offsets, offset);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /** Returns what places the file has; lines where it has no others. */
  public Place.Kind kind() {
    return kind;
  }

  /** Returns how many steps the map has, at least 1. */
  public int size() {
    return offsets.length;
  }

  /** Returns the offset in the text at which a step begins. */
  public int offset(int step) {
    return offsets[step];
  }

  /** Returns the line of the original file for a step, counted from 1, or 0. */
  public int line(int step) {
    return lines[step];
  }

  /** Returns the number of the place for a step, or less than the least there is. */
  public int number(int step) {
    return numbers[step];
  }
}
