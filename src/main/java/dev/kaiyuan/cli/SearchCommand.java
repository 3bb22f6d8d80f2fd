package dev.kaiyuan.cli;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.CsvPrinter;
import dev.kaiyuan.output.HarmlessText;
import dev.kaiyuan.output.JsonPrinter;
import dev.kaiyuan.output.PathPrinter;
import dev.kaiyuan.output.ResultPrinter;
import dev.kaiyuan.output.TextPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;

/** {@code search}: which articles answer a query. */
final class SearchCommand implements Command {
  private static final int SNIPPETS = 3;
  private static final int MACHINE_WIDTH = 200;

  @Override
  public int run(Call call) throws IOException {
    String query = String.join(" ", call.arguments().operands());
    if (query.isBlank()) {
      throw new CommandException("error.no-query");
    }
    SearchRequest request = request(call, query);
    IndexPlace place = IndexPlace.toSearch(call);
    if (place.canBeMade()) {
      call.say("index.making", place.directory(), place.corpus());
      IndexCommand.refresh(call, place);
    }
    try (ArticleSearcher searcher = place.open()) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      return answer(call, request, searcher, locator).hits().isEmpty() ? NOTHING : FOUND;
    }
  }

  /** Answers a request in the format that the call asks for. */
  static SearchResults answer(
      Call call, SearchRequest request, ArticleSearcher searcher, ArticleLocator locator)
      throws IOException {
    SearchResults results = searcher.search(request);
    for (String notice : results.notices()) {
      call.err().println("kaiyuan: " + HarmlessText.of(notice));
    }
    String format = call.arguments().value(Option.FORMAT, "text");
    if (!format.equals("text")) {
      printer(call, format, locator).print(results, call.out());
    } else if (results.hits().isEmpty()) {
      nothing(call, results);
    } else {
      TextPrinter printer = new TextPrinter(call.display(), call.messages(), locator);
      String filters = Filters.narrowing(call.arguments(), searcher, request, results);
      Pager.show(call, printer.text(results, filters));
    }
    return results;
  }

  /** Returns what the options of a call ask for. */
  static SearchRequest request(Call call, String query) {
    Arguments arguments = call.arguments();
    String format = arguments.value(Option.FORMAT, "text");
    SearchRequest request =
        SearchRequest.of(query)
            .withLimit(arguments.number(Option.LIMIT, 1, 10_000, 10))
            .withOffset(arguments.number(Option.OFFSET, 0, 100_000, 0));
    String language = arguments.value(Option.LANG);
    if (language != null) {
      request = request.withLanguage(Language.of(language));
    }
    String path = arguments.value(Option.PATH);
    if (path != null) {
      request = request.withPathGlob(path);
    }
    if (arguments.has(Option.TAG)) {
      request = request.withTags(arguments.values(Option.TAG));
    }
    LocalDate since = arguments.date(Option.SINCE, false);
    LocalDate until = arguments.date(Option.UNTIL, true);
    if (since != null && until != null && since.isAfter(until)) {
      throw new CommandException("error.since-until", since, until);
    }
    if (since != null || until != null) {
      request = request.withDates(since, until);
    }
    String sort = arguments.value(Option.SORT);
    if (sort != null) {
      request = request.withOrder(SearchRequest.Order.valueOf(sort.toUpperCase(Locale.ROOT)));
    }
    boolean none = arguments.has(Option.NO_SNIPPET) || format.equals("paths");
    int lines = arguments.number(Option.CONTEXT, 1, 50, 2);
    int width =
        format.equals("text") ? lines * Math.max(20, call.display().columns() - 10) : MACHINE_WIDTH;
    return request
        .withSnippets(none ? 0 : SNIPPETS, width)
        .withTranslate(!arguments.has(Option.NO_TRANSLATE))
        .withExplain(arguments.has(Option.EXPLAIN));
  }

  private static ResultPrinter printer(Call call, String format, ArticleLocator locator) {
    return switch (format) {
      case "json" -> new JsonPrinter(locator, false);
      case "ndjson" -> new JsonPrinter(locator, true);
      case "csv" -> new CsvPrinter(locator);
      default -> new PathPrinter(locator, call.arguments().has(Option.NUL));
    };
  }

  private static void nothing(Call call, SearchResults results) {
    String query = HarmlessText.of(results.query());
    if (results.total() > 0) {
      call.say("search.no-more", results.total());
    } else if (results.understood().isEmpty()) {
      call.say("search.no-words", query);
    } else {
      call.say("search.nothing", query);
    }
    if (results.suggestion() != null) {
      call.say("search.suggestion", HarmlessText.of(results.suggestion()));
    }
  }
}
