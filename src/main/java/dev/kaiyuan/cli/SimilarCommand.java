package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.Choices;
import dev.kaiyuan.cli.option.ValueKind;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code similar}: finds articles that are similar to one. */
final class SimilarCommand implements Command {
  private final Context context;
  SearchOptions options = new SearchOptions();
  GlossaryOption glossary = new GlossaryOption();
  @Nullable String path;

  SimilarCommand(Context context) {
    this.context = context;
  }

  @Override
  public void declare(Arguments to) {
    options.declare(to);
    glossary.declare(to);
    to.operand(ValueKind.FILE, "PATH", given -> path = given);
  }

  @Override
  public int run() throws IOException {
    if (path == null) {
      throw new CommandException("error.similar-what");
    }
    IndexLocation place = IndexLookup.toSearch(context);
    try (ArticleSearcher searcher = place.openBriefly(glossary.read(context))) {
      ArticleLocator locator = place.locator(context);
      String name = ShowCommand.article(searcher, locator, path).path();
      SearchRequest request = options.request(path, context.display().columns());
      OpenIndex index = new OpenIndex(context, searcher, locator);
      return answer(index, options, name, request).hits().isEmpty()
          ? ExitCode.NOTHING
          : ExitCode.FOUND;
    }
  }

  /** Finds similar articles, and prints them in the format of the options. */
  static SearchResults answer(
      OpenIndex index, SearchOptions options, String name, SearchRequest request)
      throws IOException {
    Context context = index.context();
    SearchResults results = index.searcher().similar(name, request);
    SearchCommand.print(context, options, results, "", index.locator());
    if (results.total() + results.added() == 0 && options.format == Choices.Format.TEXT) {
      new EmptyResult(context, options).blameFilters(request, name, index.searcher());
    }
    return results;
  }
}
