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
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** {@code show}: an article for reading, with what a query finds in it. */
final class ShowCommand implements Command {
  @Override
  public int run(Call call) throws IOException {
    List<String> operands = call.arguments().operands();
    if (operands.isEmpty()) {
      throw new CommandException("error.show-what");
    }
    int line = call.arguments().number(Option.LINE, 1, Integer.MAX_VALUE, 1);
    String query = String.join(" ", operands.subList(1, operands.size()));
    IndexPlace place = IndexPlace.toSearch(call);
    try (ArticleSearcher searcher = place.open()) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      show(call, searcher, locator, operands.get(0), query, line);
      return FOUND;
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
    String name = locator.name(path);
    StoredArticle article = searcher.article(name);
    if (article == null) {
      throw new CommandException("error.not-indexed", path);
    }
    Path file = locator.file(name);
    if (call.arguments().has(Option.RAW)) {
      call.out().flush();
      Files.copy(file, call.out());
      return;
    }
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

  private static boolean isMarkdown(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".md") || lower.endsWith(".markdown");
  }
}
