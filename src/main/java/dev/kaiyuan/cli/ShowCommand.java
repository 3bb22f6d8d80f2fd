package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.Pager;
import dev.kaiyuan.cli.context.SpellingSuggestion;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.Choices;
import dev.kaiyuan.cli.option.ValueKind;
import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import dev.kaiyuan.output.ArticleJsonPrinter;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.ArticlePage;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.StoredArticle;
import dev.kaiyuan.search.snippet.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code show}: shows an article, with the matches of a query. */
final class ShowCommand implements Command {
  private static final int MOST_NEAR = 3;

  private final Context context;
  @Nullable String path;
  List<String> words = new ArrayList<>();
  int line = 1;
  boolean raw;
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;

  ShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public void declare(Arguments to) {
    to.operand(ValueKind.FILE, "PATH", given -> path = given);
    to.operands(ValueKind.TEXT, "[QUERY]", words::add);
    to.option(ValueKind.NUMBER, "N", given -> line = given, "--place", "--line");
    to.flag(() -> raw = true, "--raw");
    to.option(
        ValueKind.oneOf(Choices.ReportFormat.class), "FORMAT", given -> format = given, "--format");
  }

  @Override
  public int run() throws IOException {
    if (path == null) {
      throw new CommandException("error.show-what");
    }
    Context.require("--line", line, 1, Integer.MAX_VALUE);
    String query = String.join(" ", words);
    IndexLocation place = IndexLookup.toSearch(context);
    try (ArticleSearcher searcher = place.openBriefly(null)) {
      ArticleLocator locator = place.locator(context);
      if (raw) {
        Path file = OpenIndex.file(locator, article(searcher, locator, path).path());
        context.out().flush();
        Files.copy(file, context.out());
      } else if (format == Choices.ReportFormat.JSON) {
        new ArticleJsonPrinter(locator, marks(searcher, query))
            .print(article(searcher, locator, path), null, context.out());
      } else {
        show(new OpenIndex(context, searcher, locator), path, query, line);
      }
      return ExitCode.FOUND;
    }
  }

  /**
   * Shows an article, with the matches of a query.
   *
   * @param path the file as typed
   * @param query the query to highlight, or an empty string
   * @param line the line to begin at, from 1
   */
  static void show(OpenIndex index, String path, String query, int line) throws IOException {
    Context context = index.context();
    ArticleSearcher searcher = index.searcher();
    ArticleLocator locator = index.locator();
    StoredArticle article = article(searcher, locator, path);
    String name = article.path();
    Path file = locator.file(name);
    ArticlePage page =
        new ArticlePage(context.display(), context.messages(), marks(searcher, query));
    ArticleSource source = source(file);
    Place last =
        source == null
            ? article.layout().lines().placeAt(article.text().length())
            : new Place(Place.Kind.LINE, source.lastLine());
    if (last != null && line > last.number()) {
      Place asked = new Place(last.kind(), line);
      Messages messages = context.messages();
      throw new CommandException(
          "error.place-behind", path, messages.text(last), messages.text(asked));
    }
    boolean markdown = source != null && source.format() == Format.MARKDOWN;
    String text =
        markdown ? page.markdown(article, path, source, line) : page.text(article, path, line);
    Pager.show(context, text);
  }

  private static Function<String, List<Range>> marks(ArticleSearcher searcher, String query)
      throws IOException {
    return query.isBlank() ? text -> List.of() : searcher.marker(query)::marks;
  }

  /** Returns the article that a person names, or says which are called nearly so. */
  static StoredArticle article(ArticleSearcher searcher, ArticleLocator locator, String path)
      throws IOException {
    StoredArticle article = searcher.article(locator.name(path));
    if (article == null) {
      List<String> near = near(searcher, locator, path);
      throw near.isEmpty()
          ? new CommandException("error.not-indexed", path)
          : new CommandException("error.not-indexed-close", path, String.join(" ", near));
    }
    return article;
  }

  /** Returns the articles with the same or a similar file name. */
  private static List<String> near(ArticleSearcher searcher, ArticleLocator locator, String path)
      throws IOException {
    Map<String, List<String>> byName = new TreeMap<>();
    for (String each : searcher.paths()) {
      byName.computeIfAbsent(lastPart(each), name -> new ArrayList<>()).add(each);
    }
    List<String> near = new ArrayList<>();
    String name = SpellingSuggestion.nearest(lastPart(path), byName.keySet());
    for (String each : name == null ? List.<String>of() : byName.get(name)) {
      if (near.size() < MOST_NEAR && searcher.article(each) != null) {
        near.add(locator.path(each));
      }
    }
    return near;
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns the current source of the file, or null if it cannot be read. */
  private static @Nullable ArticleSource source(@Nullable Path file) throws IOException {
    if (file == null || !Files.isReadable(file)) {
      return null;
    }
    try {
      return new ArticleReader().source(file.toString(), Files.readAllBytes(file));
    } catch (UnreadableFileException e) {
      return null;
    }
  }
}
