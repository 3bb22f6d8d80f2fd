package dev.kaiyuan.cli;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code similar}: articles like one in the index. */
@Command(name = "similar")
final class SimilarCommand implements Callable<Integer> {
  @Mixin private final SharedOptions shared;
  private final Call call;

  @Mixin SearchOptions options = new SearchOptions();
  @Mixin GlossaryOption glossary = new GlossaryOption();

  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH")
  @Nullable String path;

  SimilarCommand(Call call) {
    this.call = call;
    shared = call.shared();
  }

  @Override
  public Integer call() throws IOException {
    if (path == null) {
      throw new CommandException("error.similar-what");
    }
    IndexPlace place = IndexPlace.toSearch(call);
    try (ArticleSearcher searcher = place.open(glossary.translations(call))) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      String name = locator.name(path);
      if (searcher.article(name) == null) {
        throw new CommandException("error.not-indexed", path);
      }
      SearchResults results =
          searcher.similar(name, options.request(path, call.display().columns()));
      SearchCommand.print(call, options, results, "", locator);
      return results.hits().isEmpty() ? Call.NOTHING : Call.FOUND;
    }
  }
}
