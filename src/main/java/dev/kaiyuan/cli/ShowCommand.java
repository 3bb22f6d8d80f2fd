package dev.kaiyuan.cli;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.ArticlePage;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Range;
import dev.kaiyuan.search.StoredArticle;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show}: an article for reading, with what a query finds in it. */
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {
  @Mixin private final SharedOptions shared;
  private final Call call;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH")
  @Nullable String path;

  @Parameters(index = "1..*", paramLabel = "QUERY")
  List<String> words = new ArrayList<>();

  @Option(names = "--line", paramLabel = "N", descriptionKey = "option.line")
  int line = 1;

  @Option(names = "--raw", descriptionKey = "option.raw")
  boolean raw;

  ShowCommand(Call call) {
    this.call = call;
    shared = call.shared();
  }

  @Override
  public Integer call() throws IOException {
    if (path == null) {
      throw new CommandException("error.show-what");
    }
    Call.require("--line", line, 1, Integer.MAX_VALUE);
    String query = String.join(" ", words);
    IndexPlace place = IndexPlace.toSearch(call);
    try (ArticleSearcher searcher = place.open()) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      if (raw) {
        call.out().flush();
        Files.copy(locator.file(article(searcher, locator, path).path()), call.out());
      } else {
        show(call, searcher, locator, path, query, line);
      }
      return Call.FOUND;
    }
  }

  /**
   * Shows an article.
   *
   * @param path the file as a person names it
   * @param query what to mark, or an empty string
   * @param line the line to begin at, from 1
   */
  static void show(
      Call call,
      ArticleSearcher searcher,
      ArticleLocator locator,
      String path,
      String query,
      int line)
      throws IOException {
    StoredArticle article = article(searcher, locator, path);
    String name = article.path();
    Path file = locator.file(name);
    Function<String, List<Range>> marks =
        query.isBlank() ? text -> List.of() : searcher.marker(query)::marks;
    ArticlePage page = new ArticlePage(call.display(), call.messages(), marks);
    String text;
    if (isMarkdown(name) && Files.isReadable(file)) {
      String source = new String(Files.readAllBytes(file), Charset.forName(article.charset()));
      text = page.markdown(article, path, source, line);
    } else {
      text = page.text(article, path, line);
    }
    Pager.show(call, text);
  }

  private static StoredArticle article(
      ArticleSearcher searcher, ArticleLocator locator, String path) throws IOException {
    StoredArticle article = searcher.article(locator.name(path));
    if (article == null) {
      throw new CommandException("error.not-indexed", path);
    }
    return article;
  }

  private static boolean isMarkdown(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".md") || lower.endsWith(".markdown");
  }
}
