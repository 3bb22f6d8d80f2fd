package dev.kaiyuan.cli;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code similar}: articles like one in the index. */
final class SimilarCommand implements Command {
  private final Call call;
  SearchOptions options = new SearchOptions();
  GlossaryOption glossary = new GlossaryOption();
  @Nullable String path;

  SimilarCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Options to) {
    options.declare(to);
    glossary.declare(to);
    to.addOperand(String.class, "PATH", typed -> path = typed);
  }

  @Override
  public Integer call() throws IOException {
    if (path == null) {
      throw new CommandException("error.similar-what");
    }
    IndexPlace place = IndexPlace.toSearch(call);
    try (ArticleSearcher searcher = place.openBriefly(glossary.translations(call))) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      String name = ShowCommand.article(searcher, locator, path).path();
      SearchRequest request = options.request(path, call.display().columns());
      return answer(call, options, name, request, searcher, locator).hits().isEmpty()
          ? Call.NOTHING
          : Call.FOUND;
    }
  }

  /** Answers what is like an article, in the format that the call asks for. */
  static SearchResults answer(
      Call call,
      SearchOptions options,
      String name,
      SearchRequest request,
      ArticleSearcher searcher,
      ArticleLocator locator)
      throws IOException {
    SearchResults results = searcher.similar(name, request);
    SearchCommand.print(call, options, results, "", locator);
    if (results.total() + results.added() == 0 && options.format == Choices.Format.TEXT) {
      new NothingFound(call, options).blameFilters(request, name, searcher);
    }
    return results;
  }
}
