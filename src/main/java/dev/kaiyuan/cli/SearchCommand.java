package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.CsvPrinter;
import dev.kaiyuan.output.HarmlessOutput;
import dev.kaiyuan.output.HarmlessText;
import dev.kaiyuan.output.JsonPrinter;
import dev.kaiyuan.output.PathPrinter;
import dev.kaiyuan.output.ResultPrinter;
import dev.kaiyuan.output.TextPrinter;
import dev.kaiyuan.output.VimgrepPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Notice;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code search}: which articles answer a query. */
final class SearchCommand implements Command {
  private final Call call;
  SearchOptions options = new SearchOptions();
  GlossaryOption glossary = new GlossaryOption();
  List<String> words = new ArrayList<>();

  SearchCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Arguments to) {
    options.declare(to);
    glossary.declare(to);
    to.operands(ValueKind.TEXT, "QUERY", words::add);
  }

  @Override
  public int run() throws IOException {
    String query = String.join(" ", words).strip();
    if (query.isBlank()) {
      throw new CommandException("error.no-query");
    }
    prepare();
    SearchRequest request = options.request(query, call.display().columns());
    IndexPlace place = IndexPlace.toSearch(call);
    if (place.canBeMade()) {
      IndexCommand.make(call, place);
    }
    try (ArticleSearcher searcher = place.openBriefly(glossary.translations(call))) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      SearchResults results = answer(new OpenIndex(call, searcher, locator), options, request);
      if (results.notices().contains(Notice.NO_WORD)) {
        return Call.FAILED; // As an empty query is.
      }
      return results.hits().isEmpty() ? Call.NOTHING : Call.FOUND;
    }
  }

  /** While this thread opens the index, another reads the dictionaries. */
  private static void prepare() {
    Thread reading = new Thread(ChineseEnglishAnalyzer::prepare, "dictionaries");
    reading.setDaemon(true);
    reading.setUncaughtExceptionHandler((thread, met) -> {}); // This thread will meet it too.
    reading.start();
  }

  /** Answers a request in the format that the call asks for. */
  static SearchResults answer(OpenIndex index, SearchOptions options, SearchRequest asked)
      throws IOException {
    Call call = index.call();
    ArticleSearcher searcher = index.searcher();
    SearchRequest request = asked.toBuilder().ownLanguage(call.messages().language()).build();
    SearchResults results =
        options.facets || options.format == Choices.Format.TEXT
            ? searcher.searchWithFacets(request)
            : searcher.search(request);
    print(call, options, results, Filters.narrowing(options, results), index.locator());
    if (options.format == Choices.Format.TEXT) {
      if (results.total() + results.added() == 0) {
        new NothingFound(call, options).explain(request, results, searcher);
      }
      if (results.suggestion() != null) {
        call.say("search.suggestion", HarmlessText.of(results.suggestion()));
      }
    }
    return results;
  }

  /**
   * Prints what was found in the format that the call asks for.
   *
   * @param filters the options that would narrow the search, or an empty string
   */
  static void print(
      Call call,
      SearchOptions options,
      SearchResults results,
      String filters,
      ArticleLocator locator)
      throws IOException {
    for (Notice notice : results.notices()) {
      call.err().println("kaiyuan: " + call.messages().text(notice));
    }
    if (options.format != Choices.Format.TEXT) {
      ResultPrinter printer = printer(options, locator);
      HarmlessOutput.print(
          out -> printer.print(results, out), call.around().isOutputTerminal(), call.out());
    } else if (results.hits().isEmpty()) {
      nothing(call, results);
    } else {
      TextPrinter printer = new TextPrinter(call.display(), call.messages(), locator);
      String next = options.next(results.hits().getLast().rank());
      Pager.show(call, printer.text(results, filters, next));
    }
  }

  private static ResultPrinter printer(SearchOptions options, ArticleLocator locator) {
    return switch (options.format) {
      case JSON -> new JsonPrinter(locator, false);
      case NDJSON -> new JsonPrinter(locator, true);
      case CSV -> new CsvPrinter(locator);
      case VIMGREP -> new VimgrepPrinter(locator);
      default -> new PathPrinter(locator, options.zero);
    };
  }

  private static void nothing(Call call, SearchResults results) {
    if (results.total() > 0) {
      call.say("search.no-more", results.total());
    } else if (!results.understood().isEmpty() || results.notices().isEmpty()) {
      call.say("search.nothing", NothingFound.shortened(results.query()));
    }
  }
}
