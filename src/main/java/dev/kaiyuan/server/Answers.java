package dev.kaiyuan.server;

import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.output.ArticleJsonPrinter;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.Display;
import dev.kaiyuan.output.JsonPrinter;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.output.StatisticsPrinter;
import dev.kaiyuan.output.TextPrinter;
import dev.kaiyuan.output.Theme;
import dev.kaiyuan.output.html.ArticleHtml;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import dev.kaiyuan.search.StoredArticle;
import dev.kaiyuan.search.snippet.Range;
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
  private static final Display WIDE = new Display(100_000, 0, Theme.NONE, false);
  private static final Messages ENGLISH = Messages.in("en");

  private final ServedIndex index;
  private final ArticleLocator locator;

  /**
   * Makes the answers of an index.
   *
   * @param folder the folder from which the paths in answers lead to the articles
   */
  public Answers(ServedIndex index, Path folder) throws IOException {
    this.index = index;
    this.locator = index.locator(folder);
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
    return json(find(given), SearchParameters.messages(given));
  }

  /** Returns what {@code similar} prints; {@code path} is the article, as answers name it. */
  public byte[] similar(Parameters given) throws IOException {
    return json(findSimilar(given), SearchParameters.messages(given));
  }

  /** Finds what {@link #search} tells. */
  public SearchResults find(Parameters given) throws IOException {
    given.allowOnly(with(SearchParameters.NAMES, "path", "q", "facets"));
    SearchRequest request = SearchParameters.request(given.required("q"), given);
    boolean facets = given.flag("facets", false);
    return index.ask(asked -> facets ? asked.searchWithFacets(request) : asked.search(request));
  }

  /** Finds what {@link #similar} tells. */
  public SearchResults findSimilar(Parameters given) throws IOException {
    given.allowOnly(with(SearchParameters.NAMES, "path"));
    String path = given.required("path");
    SearchRequest request =
        SearchParameters.request(path, given).toBuilder().pathGlob(null).build();
    return index.ask(asked -> asked.similar(article(asked, path).path(), request));
  }

  /** Returns results as {@code --format json} has them. */
  public byte[] json(SearchResults results) throws IOException {
    return json(results, ENGLISH);
  }

  private byte[] json(SearchResults results, Messages notices) throws IOException {
    return bytes(out -> new JsonPrinter(locator, false, notices).print(results, out));
  }

  /** Returns results as text, in English, without line breaks in sentences. */
  public String text(SearchResults results) {
    StringBuilder text = new StringBuilder();
    if (results.hits().isEmpty()) {
      text.append(ENGLISH.text("search.nothing", results.query())).append('\n');
    } else {
      String next = "offset " + results.hits().getLast().rank();
      text.append(new TextPrinter(WIDE, ENGLISH, locator).text(results, "", next));
    }
    if (results.suggestion() != null) {
      text.append(ENGLISH.text("search.suggestion", results.suggestion())).append('\n');
    }
    return text.toString();
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
    return index.ask(asked -> bytes(out -> statistics().json(asked.statistics(), out)));
  }

  /** Returns the same as text, in English. */
  public String statsText() throws IOException {
    return index.ask(asked -> statistics().text(asked.statistics()));
  }

  private StatisticsPrinter statistics() {
    return new StatisticsPrinter(WIDE, ENGLISH, locator, index.name());
  }

  /** Returns numbered lines of the article {@code path}: {@code lines} from {@code line} on. */
  public String lines(Parameters given) throws IOException {
    given.allowOnly(Set.of("path", "line", "lines"));
    String path = given.required("path");
    int line = given.number("line", 1, 1, Integer.MAX_VALUE);
    int lines = given.number("lines", 200, 1, 2000);
    return index.ask(
        asked -> {
          StoredArticle article = article(asked, path);
          ArticleSource source = new ArticleFiles(asked, locator).source(article.path());
          return ArticleLines.of(article, source).text(locator.path(article.path()), line, lines);
        });
  }

  /** Returns the articles' paths, in their order, as answers name them. */
  public List<String> paths() throws IOException {
    return index.ask(asked -> asked.articlePaths().stream().map(locator::path).toList());
  }

  /** Returns all words of the article of a path, as they are written where that is text. */
  public String wholeText(String path) throws IOException {
    return index.ask(
        asked -> {
          StoredArticle article = article(asked, path);
          ArticleSource source = new ArticleFiles(asked, locator).source(article.path());
          return ArticleLines.of(article, source).all();
        });
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
