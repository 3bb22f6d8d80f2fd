package dev.kaiyuan.server;

import dev.kaiyuan.output.ArticleJsonPrinter;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.Display;
import dev.kaiyuan.output.JsonPrinter;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.output.StatisticsPrinter;
import dev.kaiyuan.output.html.ArticleHtml;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Range;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import dev.kaiyuan.search.StoredArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every door answers: the JSON that the command line prints with {@code --format json}, byte
 * for byte but for the time taken. Thread-safe.
 */
public final class Answers {
  private static final int MOST_COMPLETIONS = 100;

  private final ServedIndex index;
  private final ArticleLocator locator;

  /**
   * Makes the answers of an index.
   *
   * @param folder the folder from which the paths in answers lead to the articles
   */
  public Answers(ServedIndex index, Path folder) throws IOException {
    this.index = index;
    this.locator = ArticleLocator.of(index.directory(), folder);
  }

  private interface Writing {
    void to(PrintStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    writing.to(out);
    out.flush();
    return bytes.toByteArray();
  }

  /** Returns what {@code search} prints; {@code q} is the query. */
  public byte[] search(Parameters given) throws IOException {
    given.allowOnly(with(SearchParameters.NAMES, "q", "facets"));
    SearchRequest request = SearchParameters.request(given.required("q"), given);
    boolean facets = given.flag("facets", false);
    return json(
        index.ask(asked -> facets ? asked.searchWithFacets(request) : asked.search(request)));
  }

  /** Returns what {@code similar} prints; {@code path} is the article, as answers name it. */
  public byte[] similar(Parameters given) throws IOException {
    given.allowOnly(with(SearchParameters.NAMES));
    String path = given.required("path");
    SearchRequest request = SearchParameters.request(path, given).withPathGlob(null);
    return json(index.ask(asked -> asked.similar(article(asked, path).path(), request)));
  }

  private byte[] json(SearchResults results) throws IOException {
    return bytes(out -> new JsonPrinter(locator, false).print(results, out));
  }

  /**
   * Returns what {@code show} prints; {@code path} is the article, {@code q} what is marked in it.
   * With {@code html} it is set for a page.
   */
  public byte[] article(Parameters given) throws IOException {
    given.allowOnly(Set.of("path", "q", "html"));
    String path = given.required("path");
    String query = given.text("q");
    boolean html = given.flag("html", false);
    return index.ask(
        asked -> {
          StoredArticle article = article(asked, path);
          Function<String, List<Range>> marks =
              query == null ? text -> List.of() : asked.marker(query)::marks;
          String set = html ? html(asked, article, marks) : null;
          return bytes(out -> new ArticleJsonPrinter(locator, marks).print(article, set, out));
        });
  }

  private String html(
      ArticleSearcher asked, StoredArticle article, Function<String, List<Range>> marks)
      throws IOException {
    ArticleFiles files = new ArticleFiles(asked, locator);
    PageLinks links = new PageLinks(files, locator, article.path());
    return ArticleHtml.of(article, files.source(article.path()), marks, links);
  }

  /** Returns words of the index that begin as {@code q} does. */
  public byte[] complete(Parameters given) throws IOException {
    given.allowOnly(Set.of("q", "limit"));
    String prefix = given.required("q");
    int limit = given.number("limit", 10, 1, MOST_COMPLETIONS);
    List<String> words = index.ask(asked -> asked.completions(prefix, limit));
    return bytes(out -> ArticleJsonPrinter.completions(prefix, words, out));
  }

  /** Returns what {@code stats} prints. */
  public byte[] stats(Parameters given) throws IOException {
    given.allowOnly(Set.of());
    StatisticsPrinter printer =
        new StatisticsPrinter(Display.PLAIN, Messages.in("en"), locator, index.directory());
    return index.ask(asked -> bytes(out -> printer.json(asked.statistics(), out)));
  }

  /**
   * Returns the image that the address {@code src} in the article {@code path} means, or null where
   * there is none in the folders that were indexed.
   */
  public @Nullable Image image(Parameters given) throws IOException {
    given.allowOnly(Set.of("path", "src"));
    String path = given.required("path");
    String src = given.required("src");
    return index.ask(
        asked -> {
          String name = article(asked, path).path();
          Path file = new ArticleFiles(asked, locator).linked(name, src);
          return file == null ? null : Image.read(file);
        });
  }

  private StoredArticle article(ArticleSearcher asked, String path) throws IOException {
    StoredArticle article = asked.article(locator.name(path));
    if (article == null) {
      throw new NoSuchFileException(path);
    }
    return article;
  }

  private static Set<String> with(Set<String> names, String... more) {
    Set<String> all = new HashSet<>(names);
    all.addAll(List.of(more));
    return all;
  }
}
