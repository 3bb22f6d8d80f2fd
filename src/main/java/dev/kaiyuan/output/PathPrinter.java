package dev.kaiyuan.output;

import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchResults;
import java.io.PrintStream;

/**
 * Writes the paths alone, for {@code xargs} and its like: as they are, each ended by a line feed,
 * or by the character 0, which no path can hold.
 */
public final class PathPrinter implements ResultPrinter {
  private final ArticleLocator locator;
  private final char end;

  /**
   * Makes a printer.
   *
   * @param zero whether paths end with the character 0
   */
  public PathPrinter(ArticleLocator locator, boolean zero) {
    this.locator = locator;
    end = zero ? '\0' : '\n';
  }

  @Override
  public void print(SearchResults results, PrintStream out) {
    StringBuilder paths = new StringBuilder();
    for (Hit hit : results.hits()) {
      paths.append(locator.path(hit.path())).append(end);
    }
    out.print(paths);
  }
}
