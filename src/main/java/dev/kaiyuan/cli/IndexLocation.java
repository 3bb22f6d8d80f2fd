package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ShellWords;
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
 * The location of an index, and the folder that it is created from.
 *
 * <p>{@code --index} or {@code KAIYUAN_INDEX} name it. By default it is {@code index/} in the
 * current folder, or in the nearest parent that has one, as git finds its repository. If there is
 * none, it is created from {@code corpus/} in the current folder; without that folder a search uses
 * the articles that come with the program, and writes nothing.
 *
 * @param directory the index's folder
 * @param named whether the user named it
 * @param corpus the folder that the default index is created from; may be missing
 */
record IndexLocation(Path directory, boolean named, Path corpus) {

  /** Returns the index for a search; says so if it is the one that comes with the program. */
  static IndexLocation toSearch(Context context) {
    IndexLocation place = toRefresh(context);
    Path home = context.environment().home();
    if (place.named || home == null || place.exists() || isFolder(place.corpus)) {
      return place;
    }
    context.say("index.shipped");
    return new IndexLocation(home.resolve("index"), false, home.resolve("corpus"));
  }

  /** Returns the index that {@code index} updates: the named one, or the nearest. */
  static IndexLocation toRefresh(Context context) {
    IndexLocation here = toWrite(context);
    Path home = context.environment().home();
    if (here.named
        || holdsIndex(here.directory)
        || home != null && isHome(context.path(""), home)) {
      return here;
    }
    Path folder = context.path("").toAbsolutePath().normalize().getParent();
    for (; folder != null; folder = folder.getParent()) {
      Path index = folder.resolve("index");
      if (holdsIndex(index)) {
        return new IndexLocation(index, false, here.corpus);
      }
    }
    return here;
  }

  /** Returns the index that {@code index FOLDER} creates: the named one, or the one here. */
  static IndexLocation toWrite(Context context) {
    Path corpus = context.path("corpus");
    String named = context.shared().index;
    if (named != null && named.isEmpty()) {
      throw new CommandException("error.value-missing", "--index", "DIR");
    }
    String typed = named == null ? context.environment().variable("KAIYUAN_INDEX") : named;
    if (typed.isEmpty()) {
      return new IndexLocation(context.path("index"), false, corpus);
    }
    Path directory = context.path(typed);
    if (Files.exists(directory) && !isFolder(directory)) {
      throw new CommandException("error.is-file", directory);
    }
    return new IndexLocation(directory, true, corpus);
  }

  private static boolean isHome(Path folder, Path home) {
    return folder.toAbsolutePath().normalize().equals(home);
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path);
  }

  /** Whether a folder has a commit of Lucene. */
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

  /** Whether the index is missing and can be created from the corpus. */
  boolean canBeMade() {
    return !named && !holdsIndex(directory) && isFolder(corpus);
  }

  /** Opens the index for many searches. */
  ArticleSearcher open(Translations translations) throws IOException {
    return open(ArticleSearcher::open, translations);
  }

  /** Opens the index for one or two searches. */
  ArticleSearcher openBriefly(Translations translations) throws IOException {
    return open(ArticleSearcher::openBriefly, translations);
  }

  /** Opens the index for a server. */
  ServedIndex serve(Translations translations) throws IOException {
    return open(ServedIndex::open, translations);
  }

  /** Returns the index for a server that opens it at the first request. */
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

  /** Without permission to read it, an index looks missing. */
  private void refuseUnreadable() throws IOException {
    try {
      directory.getFileSystem().provider().checkAccess(directory, AccessMode.READ);
    } catch (NoSuchFileException missing) {
      // It really is missing.
    }
  }
}
