package dev.kaiyuan.search.snippet;

import dev.kaiyuan.document.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an article that shows why it was found.
 *
 * @param text the piece, on one line; {@code …} marks where a sentence was cut
 * @param line the line of the original file, from 1, on which the first mark of the piece stands; 0
 *     where the file has no lines
 * @param place what the file has instead of lines, as its page, else its line; null where it has
 *     neither
 * @param highlights the words of the query in {@code text}, in order, not overlapping
 */
public record Snippet(String text, int line, @Nullable Place place, List<Range> highlights) {
  public Snippet {
    highlights = List.copyOf(highlights);
  }
}
