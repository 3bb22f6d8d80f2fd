package dev.kaiyuan.search;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param query what was asked
 * @param total how many articles match by words
 * @param totalExact whether {@code total} is exact; if not, there are at least as many
 * @param added how many more were found by meaning alone
 * @param took how long the search took
 * @param hits the articles, the best first or as the request orders
 * @param understood the words the query was cut into, those that found nothing included
 * @param translations for things the query names, in its order, the other names that were looked
 *     for too
 * @param suggestion a query that may be what was meant, or null
 * @param facets what kinds of articles match, or null if that was not asked for, nothing is found,
 *     or the total is not exact
 * @param notices what the person should know, such as that a very long query was cut; mostly empty
 */
public record SearchResults(
    String query,
    long total,
    boolean totalExact,
    int added,
    Duration took,
    List<Hit> hits,
    List<QueryWord> understood,
    Map<String, List<String>> translations,
    @Nullable String suggestion,
    @Nullable Facets facets,
    List<Notice> notices) {
  public SearchResults {
    hits = List.copyOf(hits);
    understood = List.copyOf(understood);
    translations = Collections.unmodifiableMap(new LinkedHashMap<>(translations));
    notices = List.copyOf(notices);
  }

  /**
   * A word of the query as it was understood.
   *
   * @param text the word as the index has it
   * @param articles in how many articles it stands, translations aside
   */
  public record QueryWord(String text, int articles) {}
}
