package dev.kaiyuan.output;

import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchResults;
import dev.kaiyuan.search.snippet.Range;
import dev.kaiyuan.search.snippet.Snippet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes each piece that was found on a line for editors, {@code path:line:column:text}, as {@code
 * grep} and {@code rg --vimgrep} do. Lines and columns count from 1; a column is one of UTF-8
 * bytes, and 1 where the file has changed or writes the word otherwise. Both are 1 where a file has
 * no lines.
 */
public final class VimgrepPrinter implements ResultPrinter {
  private final ArticleLocator locator;

  /** Makes a printer. */
  public VimgrepPrinter(ArticleLocator locator) {
    this.locator = locator;
  }

  @Override
  public void print(SearchResults results, PrintStream out) throws IOException {
    for (Hit hit : results.hits()) {
      if (hit.snippets().isEmpty()) {
        line(out, hit, hit.line(), 1, hit.title());
        continue;
      }
      List<String> lines = lines(locator.file(hit.path()));
      for (Snippet snippet : hit.snippets()) {
        line(out, hit, snippet.line(), column(snippet, lines), snippet.text());
      }
    }
  }

  private void line(PrintStream out, Hit hit, int line, int column, String text) {
    String path = SanitizedText.of(locator.path(hit.path()));
    out.print(path + ":" + Math.max(1, line) + ":" + column + ":" + SanitizedText.of(text) + "\n");
  }

  /** The lines of a file as it is now, none where it can't be read any more. */
  private static List<String> lines(@Nullable Path file) throws IOException {
    if (file == null || !Files.isReadable(file)) {
      return List.of();
    }
    try {
      ArticleSource source = new ArticleReader().source(file.toString(), Files.readAllBytes(file));
      return List.of(("\n".repeat(source.firstLine() - 1) + source.text()).split("\n", -1));
    } catch (UnreadableFileException e) {
      return List.of();
    }
  }

  private static int column(Snippet snippet, List<String> lines) {
    if (snippet.highlights().isEmpty() || snippet.line() < 1 || snippet.line() > lines.size()) {
      return 1;
    }
    Range first = snippet.highlights().getFirst();
    String line = lines.get(snippet.line() - 1);
    int at = line.indexOf(snippet.text().substring(first.start(), first.end()));
    return at < 0 ? 1 : line.substring(0, at).getBytes(StandardCharsets.UTF_8).length + 1;
  }
}
