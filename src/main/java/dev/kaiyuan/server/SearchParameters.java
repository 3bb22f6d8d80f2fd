package dev.kaiyuan.server;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.search.PartialDate;
import dev.kaiyuan.search.SearchRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is wanted of a search, with the names, defaults and bounds of the command line. */
final class SearchParameters {
  static final Set<String> NAMES =
      Set.of(
          "limit",
          "offset",
          "lang",
          "path",
          "tag",
          "since",
          "until",
          "sort",
          "translate",
          "explain");

  private static final int MOST_HITS = 1_000;
  private static final int SNIPPETS = 3;
  private static final int SNIPPET_WIDTH = 200;

  private SearchParameters() {}

  /**
   * Returns what is asked for.
   *
   * @param query what is looked for
   * @throws WrongParameterException if a value is none that its name takes
   */
  static SearchRequest request(String query, Parameters given) {
    String lang = given.text("lang");
    PartialDate since = date("since", given);
    PartialDate until = date("until", given);
    LocalDate from = since == null ? null : since.first();
    LocalDate to = until == null ? null : until.last();
    if (from != null && to != null && from.isAfter(to)) {
      throw new WrongParameterException("error.parameter-dates", from, to);
    }
    return SearchRequest.of(query)
        .withLimit(given.number("limit", 10, 1, MOST_HITS))
        .withOffset(given.number("offset", 0, 0, 100_000))
        .withLanguage(
            lang == null
                ? null
                : Language.of(given.choice("lang", lang, List.of("zh", "en", "other"))))
        .withPathGlob(given.text("path"))
        .withTags(given.all("tag"))
        .withDates(from, to)
        .withOrder(order(given.choice("sort", "score", List.of("score", "date", "path"))))
        .withSnippets(SNIPPETS, SNIPPET_WIDTH)
        .withTranslate(given.flag("translate", true))
        .withExplain(given.flag("explain", false));
  }

  private static SearchRequest.Order order(String name) {
    return SearchRequest.Order.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static @Nullable PartialDate date(String name, Parameters given) {
    String value = given.text(name);
    try {
      return value == null ? null : PartialDate.parse(value);
    } catch (DateTimeException e) {
      throw new WrongParameterException("error.date", name, Parameters.shortened(value));
    }
  }
}
