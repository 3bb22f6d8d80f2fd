package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import java.nio.file.Path;

/**
 * An index that a command has opened, in which it searches and reads.
 *
 * @param call the call of the command
 * @param searcher searches the index
 * @param locator finds the files of articles
 */
record OpenIndex(Context context, ArticleSearcher searcher, ArticleLocator locator) {
  /**
   * Returns the file of an article.
   *
   * @throws CommandException if it does not lie on this machine
   */
  static Path file(ArticleLocator locator, String name) {
    Path file = locator.file(name);
    if (file == null) {
      throw new CommandException("error.not-here", name);
    }
    return file;
  }
}
