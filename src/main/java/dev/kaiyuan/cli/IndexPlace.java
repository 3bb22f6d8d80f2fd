package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.Translations;
import dev.kaiyuan.index.IndexException;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the index of a call is, and of what it is made.
 *
 * <p>{@code --index} or {@code KAIYUAN_INDEX} name one. The default is {@code index/} beside {@code
 * corpus/} in the current folder; where neither of them is, it is that of the articles that come
 * with the program, so that a search from anywhere finds something and leaves nothing behind.
 *
 * @param directory the index's folder
 * @param named whether the person named it
 * @param corpus what the default index is made of; need not exist
 */
record IndexPlace(Path directory, boolean named, Path corpus) {

  /** The index that a search asks. */
  static IndexPlace toSearch(Call call) {
    IndexPlace here = toWrite(call);
    Path home = call.around().home();
    if (here.named || home == null || holdsIndex(here.directory) || isFolder(here.corpus)) {
      return here;
    }
    return new IndexPlace(home.resolve("index"), false, home.resolve("corpus"));
  }

  /** The index that {@code index} makes: always in the current folder unless it is named. */
  static IndexPlace toWrite(Call call) {
    Path corpus = call.path("corpus");
    String named = call.shared().index;
    String typed = named == null ? call.around().variable("KAIYUAN_INDEX") : named;
    return typed.isEmpty()
        ? new IndexPlace(call.path("index"), false, corpus)
        : new IndexPlace(call.path(typed), true, corpus);
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path);
  }

  /** Whether there is an index, as far as its newest kind of file tells. */
  private static boolean holdsIndex(Path directory) {
    String[] files = directory.toFile().list();
    if (files != null) {
      for (String file : List.of(files)) {
        if (file.startsWith("segments_")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether there is an index. */
  boolean exists() {
    return holdsIndex(directory);
  }

  /** Whether the index is the default one and could be made at once. */
  boolean canBeMade() {
    return !named && !holdsIndex(directory) && isFolder(corpus);
  }

  /** Opens the index for many searches. */
  ArticleSearcher open(Translations translations) throws IOException {
    return open(ArticleSearcher::open, translations);
  }

  /** Opens the index for one search, or two. */
  ArticleSearcher openBriefly(Translations translations) throws IOException {
    return open(ArticleSearcher::openBriefly, translations);
  }

  private interface Opening {
    ArticleSearcher open(Path directory, Translations translations) throws IOException;
  }

  private ArticleSearcher open(Opening opening, Translations translations) throws IOException {
    try {
      return opening.open(directory, translations);
    } catch (IndexException e) {
      if (e.problem() == IndexException.Problem.MISSING) {
        throw named
            ? new CommandException(
                    "error.index-missing", directory, ShellWords.quote(directory.toString()))
                .because(e)
            : new CommandException("error.index-missing-here").because(e);
      }
      throw e;
    }
  }
}
