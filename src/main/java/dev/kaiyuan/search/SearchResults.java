package dev.kaiyuan.search;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param query what was asked
 * @param total how many articles match
 * @param totalExact whether {@code total} is exact; if not, there are at least as many
 * @param took how long the search took
 * @param hits the articles, the best first or as the request orders
 * @param understood the words the query was cut into, those that found nothing included
 * @param suggestion a query that may be what was meant, or null
 * @param notices what the person should know, such as that a very long query was cut; mostly empty
 */
public record SearchResults(
    String query,
    long total,
    boolean totalExact,
    Duration took,
    List<Hit> hits,
    List<QueryWord> understood,
    @Nullable String suggestion,
    List<String> notices) {
  public SearchResults {
    hits = List.copyOf(hits);
    understood = List.copyOf(understood);
    notices = List.copyOf(notices);
  }

  /**
   * A word of the query as it was understood.
   *
   * @param text the word as the index has it
   * @param articles in how many articles it stands, translations aside
   * @param translations what it was translated to, in the order of their weight
   */
  public record QueryWord(String text, int articles, List<String> translations) {
    public QueryWord {
      translations = List.copyOf(translations);
    }
  }
}
