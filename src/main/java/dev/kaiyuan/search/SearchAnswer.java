package dev.kaiyuan.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an index says to a request whose vectors are made elsewhere.
 *
 * @param results the results, or null if vectors are wanted first
 * @param wanted the texts of which vectors are wanted, to be asked again with them; else empty
 */
public record SearchAnswer(@Nullable SearchResults results, List<QueryText> wanted) {
  /** Checks that it says either. */
  public SearchAnswer {
    wanted = List.copyOf(wanted);
    if ((results == null) == wanted.isEmpty()) {
      throw new IllegalArgumentException("an answer has results, or wants vectors");
    }
  }

  static SearchAnswer of(SearchResults results) {
    return new SearchAnswer(results, List.of());
  }
}
