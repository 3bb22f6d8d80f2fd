package dev.kaiyuan.opensearch.it;

import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Counts the queries that two indexes answer alike, part by part of the answer. */
final class Comparison {
  private static final double SCORE = 1e-4;

  private static final Map<String, Function<SearchResults, Object>> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("hits in order", results -> each(results, Hit::path));
    PARTS.put("totals", results -> List.of(results.total(), results.totalExact()));
    PARTS.put("snippets", results -> each(results, Hit::snippets));
    PARTS.put("lines", results -> each(results, Hit::line));
    PARTS.put("words", SearchResults::understood);
    PARTS.put("facets", SearchResults::facets);
    PARTS.put("suggestions", SearchResults::suggestion);
  }

  private final ArticleSearcher here;
  private final ArticleSearcher there;
  private final Map<String, List<String>> different = new LinkedHashMap<>();
  private int queries;

  Comparison(ArticleSearcher here, ArticleSearcher there) {
    this.here = here;
    this.there = there;
    PARTS.keySet().forEach(part -> different.put(part, new ArrayList<>()));
    different.put("scores", new ArrayList<>());
  }

  private static List<Object> each(SearchResults results, Function<Hit, Object> part) {
    return results.hits().stream().map(part).toList();
  }

  /** Asks a query of both. */
  void add(String query) throws IOException {
    queries++;
    SearchRequest request = SearchRequest.of(query);
    SearchResults expected = here.searchWithFacets(request);
    SearchResults actual = there.searchWithFacets(request);
    PARTS.forEach(
        (name, part) -> {
          Object one = part.apply(expected);
          Object other = part.apply(actual);
          if (!Objects.equals(one, other)) {
            different.get(name).add(query + "\n    " + one + "\n    " + other);
          }
        });
    int hits = Math.min(expected.hits().size(), actual.hits().size());
    for (int i = 0; i < hits; i++) {
      float score = expected.hits().get(i).score();
      if (Math.abs(score - actual.hits().get(i).score()) > SCORE * Math.max(1, score)) {
        different.get("scores").add(query);
        break;
      }
    }
  }

  /** Prints how many are alike, and those which are not. */
  void print() {
    different.forEach(
        (part, those) ->
            System.out.printf("  %s: %d of %d alike%n", part, queries - those.size(), queries));
    different.forEach(
        (part, those) -> those.forEach(query -> System.out.println("  " + part + ": " + query)));
  }
}
