package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.Pager;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.Choices;
import dev.kaiyuan.cli.option.ValueKind;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.CsvPrinter;
import dev.kaiyuan.output.JsonPrinter;
import dev.kaiyuan.output.PathPrinter;
import dev.kaiyuan.output.ResultPrinter;
import dev.kaiyuan.output.SanitizedOutput;
import dev.kaiyuan.output.SanitizedText;
import dev.kaiyuan.output.TextPrinter;
import dev.kaiyuan.output.VimgrepPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Notice;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code search}: finds the articles that match a query. */
final class SearchCommand implements Command {
  private final Context context;
  SearchOptions options = new SearchOptions();
  GlossaryOption glossary = new GlossaryOption();
  List<String> words = new ArrayList<>();

  SearchCommand(Context context) {
    this.context = context;
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
    SearchRequest request = options.request(query, context.display().columns());
    IndexLocation place = IndexLookup.toSearch(context);
    if (place instanceof FolderLocation) {
      prepare();
    }
    IndexUpdate.createIfNone(context, place);
    try (ArticleSearcher searcher = place.openBriefly(glossary.read(context))) {
      ArticleLocator locator = place.locator(context);
      SearchResults results = answer(new OpenIndex(context, searcher, locator), options, request);
      if (results.notices().contains(Notice.NO_WORD)) {
        return ExitCode.FAILED; // Like an empty query.
      }
      return results.hits().isEmpty() ? ExitCode.NOTHING : ExitCode.FOUND;
    }
  }

  /** Loads the dictionaries while this thread opens the index. */
  private static void prepare() {
    Thread reading = new Thread(ChineseEnglishAnalyzer::prepare, "dictionaries");
    reading.setDaemon(true);
    reading.setUncaughtExceptionHandler((thread, met) -> {}); // This thread reports it.
    reading.start();
  }

  /** Searches, and prints the hits in the format of the options. */
  static SearchResults answer(OpenIndex index, SearchOptions options, SearchRequest asked)
      throws IOException {
    Context context = index.context();
    ArticleSearcher searcher = index.searcher();
    SearchRequest request = asked.toBuilder().ownLanguage(context.messages().language()).build();
    SearchResults results =
        options.facets || options.format == Choices.Format.TEXT
            ? searcher.searchWithFacets(request)
            : searcher.search(request);
    print(context, options, results, Filters.narrowing(options, results), index.locator());
    if (options.format == Choices.Format.TEXT) {
      if (results.total() + results.added() == 0) {
        new EmptyResult(context, options).explain(request, results, searcher);
      }
      if (results.suggestion() != null) {
        context.say("search.suggestion", SanitizedText.of(results.suggestion()));
      }
    }
    return results;
  }

  /**
   * Prints hits in the format of the options.
   *
   * @param filters the filters that would narrow the search, or an empty string
   */
  static void print(
      Context context,
      SearchOptions options,
      SearchResults results,
      String filters,
      ArticleLocator locator)
      throws IOException {
    for (Notice notice : results.notices()) {
      context.err().println("kaiyuan: " + context.messages().text(notice));
    }
    if (options.format != Choices.Format.TEXT) {
      ResultPrinter printer = printer(options, locator);
      SanitizedOutput.print(
          out -> printer.print(results, out),
          context.environment().isOutputTerminal(),
          context.out());
    } else if (results.hits().isEmpty()) {
      nothing(context, results);
    } else {
      TextPrinter printer = new TextPrinter(context.display(), context.messages(), locator);
      String next = options.next(results.hits().getLast().rank());
      Pager.show(context, printer.text(results, filters, next));
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

  private static void nothing(Context context, SearchResults results) {
    if (results.total() > 0) {
      context.say("search.no-more", results.total());
    } else if (!results.understood().isEmpty() || results.notices().isEmpty()) {
      context.say("search.nothing", EmptyResult.shortened(results.query()));
    }
  }
}
