package dev.kaiyuan.search.snippet;

/**
 * A stretch of a text.
 *
 * @param start the offset of its first UTF-16 unit
 * @param end the offset after its last, greater than {@code start}
 */
public record Range(int start, int end) {
  public Range {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no range: " + start + " to " + end);
    }
  }
}
