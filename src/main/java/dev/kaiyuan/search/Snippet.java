package dev.kaiyuan.search;

import java.util.List;

/**
 * A piece of an article that shows why it was found.
 *
 * @param text the piece, on one line; {@code …} stands where a sentence was cut
 * @param line the line of the original file, from 1, on which the first mark of the piece stands
 * @param highlights what the query found in it, in order, not overlapping, as ranges in {@code
 *     text}
 */
public record Snippet(String text, int line, List<Range> highlights) {
  public Snippet {
    highlights = List.copyOf(highlights);
  }
}
