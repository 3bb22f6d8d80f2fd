package dev.kaiyuan.finder;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.output.Narrowing;
import dev.kaiyuan.search.SearchRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked of the index at a moment.
 *
 * @param query what is in the line
 * @param filters the options chosen beside those that the person began with
 * @param limit how many hits at the most
 * @param width how wide a sentence may be
 * @param isOfFilters whether the filters are asked for that would help, and no hits
 */
record Question(String query, List<Narrowing> filters, int limit, int width, boolean isOfFilters) {
  /** Finds every article. */
  private static final String ALL = "path:**";

  Question {
    filters = List.copyOf(filters);
  }

  /** Returns the question which filters would help. */
  Question ofFilters() {
    return new Question(query, filters, 1, width, true);
  }

  /** Whether another question has the same hits in the same order. */
  boolean isLike(Question other) {
    return query.equals(other.query) && filters.equals(other.filters);
  }

  /**
   * Returns the request. Where nothing is typed it is for all articles, the newest first.
   *
   * @param begun what the person began with
   * @param asked the query, or what stands for it
   */
  SearchRequest request(SearchRequest begun, String asked) {
    SearchRequest request = SearchRequest.of(asked.isBlank() ? ALL : asked);
    request =
        request.toBuilder()
            .language(begun.language())
            .pathGlob(begun.pathGlob())
            .tags(begun.tags())
            .formats(begun.formats())
            .dates(begun.since(), begun.until())
            .order(asked.isBlank() ? SearchRequest.Order.DATE : begun.order())
            .meaning(begun.meaning())
            .translate(begun.translate())
            .build();
    for (Narrowing filter : filters) {
      request = narrowed(request, filter);
    }
    int room = Math.max(20, Math.min(10_000, width));
    return request.toBuilder().limit(limit).snippets(asked.isBlank() ? 0 : 1, room).build();
  }

  private static SearchRequest narrowed(SearchRequest request, Narrowing filter) {
    String value = filter.value();
    return switch (filter.option()) {
      case "--lang" -> request.toBuilder().language(Language.of(value)).build();
      case "--since" ->
          request.toBuilder()
              .dates(LocalDate.of(Integer.parseInt(value), 1, 1), request.until())
              .build();
      case "--path" -> request.toBuilder().pathGlob(value).build();
      case "--type" -> request.toBuilder().formats(formats(value)).build();
      default -> {
        List<String> tags = new ArrayList<>(request.tags());
        tags.add(value);
        yield request.toBuilder().tags(tags).build();
      }
    };
  }

  private static List<Format> formats(String type) {
    return Stream.of(Format.values()).filter(format -> format.type().equals(type)).toList();
  }
}
