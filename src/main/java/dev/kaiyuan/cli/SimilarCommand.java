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
    IndexPlace place = IndexPlace.toSearch(call);
    try (ArticleSearcher searcher = place.openBriefly(glossary.translations(call))) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      String name = ShowCommand.article(searcher, locator, path).path();
      SearchRequest request = options.request(path, call.display().columns());
      OpenIndex index = new OpenIndex(call, searcher, locator);
      return answer(index, options, name, request).hits().isEmpty() ? Call.NOTHING : Call.FOUND;
    }
  }

  /** Answers what is like an article, in the format that the call asks for. */
  static SearchResults answer(
      OpenIndex index, SearchOptions options, String name, SearchRequest request)
      throws IOException {
    Call call = index.call();
    SearchResults results = index.searcher().similar(name, request);
    SearchCommand.print(call, options, results, "", index.locator());
    if (results.total() + results.added() == 0 && options.format == Choices.Format.TEXT) {
      new NothingFound(call, options).blameFilters(request, name, index.searcher());
    }
    return results;
  }
}
