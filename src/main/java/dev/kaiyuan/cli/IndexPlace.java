package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.Translations;
import dev.kaiyuan.index.IndexException;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.server.ServedIndex;
import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the index of a call is, and of what it is made.
 *
 * <p>{@code --index} or {@code KAIYUAN_INDEX} name one. The default is {@code index/} in the
 * current folder or the nearest above that has one, as git looks for its own; where none has, it is
 * made of {@code corpus/} in the current folder, or is that of the articles that come with the
 * program, so that a search from anywhere finds something and leaves nothing behind.
 *
 * @param directory the index's folder
 * @param named whether the person named it
 * @param corpus what the default index is made of; need not exist
 */
record IndexPlace(Path directory, boolean named, Path corpus) {

  /** The index that a search asks; says so where it holds none of the person's own articles. */
  static IndexPlace toSearch(Call call) {
    IndexPlace place = toRefresh(call);
    Path home = call.around().home();
    if (place.named || home == null || place.exists() || isFolder(place.corpus)) {
      return place;
    }
    call.say("index.shipped");
    return new IndexPlace(home.resolve("index"), false, home.resolve("corpus"));
  }

  /** The index that {@code index} refreshes: the nearest above, unless one is named or is here. */
  static IndexPlace toRefresh(Call call) {
    IndexPlace here = toWrite(call);
    Path home = call.around().home();
    if (here.named || holdsIndex(here.directory) || home != null && isHome(call.path(""), home)) {
      return here;
    }
    Path folder = call.path("").toAbsolutePath().normalize().getParent();
    for (; folder != null; folder = folder.getParent()) {
      Path index = folder.resolve("index");
      if (holdsIndex(index)) {
        return new IndexPlace(index, false, here.corpus);
      }
    }
    return here;
  }

  /** The index that {@code index FOLDER} makes: always in the current folder unless it is named. */
  static IndexPlace toWrite(Call call) {
    Path corpus = call.path("corpus");
    String named = call.shared().index;
    if (named != null && named.isEmpty()) {
      throw new CommandException("error.value-missing", "--index", "DIR");
    }
    String typed = named == null ? call.around().variable("KAIYUAN_INDEX") : named;
    if (typed.isEmpty()) {
      return new IndexPlace(call.path("index"), false, corpus);
    }
    Path directory = call.path(typed);
    if (Files.exists(directory) && !isFolder(directory)) {
      throw new CommandException("error.is-file", directory);
    }
    return new IndexPlace(directory, true, corpus);
  }

  private static boolean isHome(Path folder, Path home) {
    return folder.toAbsolutePath().normalize().equals(home);
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

  /** Opens the index for as long as the program stays. */
  ServedIndex serve(Translations translations) throws IOException {
    return open(ServedIndex::open, translations);
  }

  /** Returns the index for as long as the program stays, to be opened by the first question. */
  ServedIndex serveLater(Translations translations) throws IOException {
    return open(ServedIndex::openLater, translations);
  }

  private interface Opening<T> {
    T open(Path directory, Translations translations) throws IOException;
  }

  private <T> T open(Opening<T> opening, Translations translations) throws IOException {
    try {
      return opening.open(directory, translations);
    } catch (IndexException e) {
      if (e.problem() == IndexException.Problem.MISSING) {
        refuseUnreadable();
        throw named
            ? new CommandException(
                    "error.index-missing", directory, ShellWords.quote(directory.toString()))
                .because(e)
            : new CommandException("error.index-missing-here").because(e);
      }
      throw e;
    }
  }

  /** An index that must not be read looks as if it was not there. */
  private void refuseUnreadable() throws IOException {
    try {
      directory.getFileSystem().provider().checkAccess(directory, AccessMode.READ);
    } catch (NoSuchFileException missing) {
      // As it is said to be.
    }
  }
}
