package dev.kaiyuan.document;

/**
 * A heading and the part of an article's text under it.
 *
 * @param level the heading's level, 1 (outermost) to 6
 * @param title the heading's own words, never blank
 * @param start offset in {@link Article#text()} at which the heading's words begin
 * @param end offset in {@link Article#text()} just after the last character of the section: where
 *     the next heading of the same or an outer level begins, or the text ends
 */
public record Section(int level, String title, int start, int end) {
  public Section {
    if (level < 1 || level > 6) {
      throw new IllegalArgumentException("level must be 1 to 6, but is " + level);
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("title must not be blank");
    }
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no range of text: " + start + " to " + end);
    }
  }
}
