package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.translation.Glossary;
import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ShellWords;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexException;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.index.Report;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.server.ServedFolder;
import dev.kaiyuan.server.ServedIndex;
import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index in a folder, and the folder that it is created from.
 *
 * @param directory the index's folder
 * @param named whether the user named it
 * @param corpus the folder that the default index is created from; may be missing
 */
record FolderLocation(Path directory, boolean named, Path corpus) implements IndexLocation {
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

  @Override
  public boolean exists() {
    return holdsIndex(directory);
  }

  /** Whether the index is missing and can be created from the corpus. */
  boolean canBeMade() {
    return !named && !holdsIndex(directory) && Files.isDirectory(corpus);
  }

  @Override
  public ArticleSearcher open(@Nullable Glossary glossary) throws IOException {
    return open(ArticleSearcher::open, glossary);
  }

  @Override
  public ArticleSearcher openBriefly(@Nullable Glossary glossary) throws IOException {
    return open(ArticleSearcher::openBriefly, glossary);
  }

  @Override
  public ServedIndex serve(@Nullable Glossary glossary) throws IOException {
    return open(ServedFolder::open, glossary);
  }

  @Override
  public ServedIndex serveLater(@Nullable Glossary glossary) throws IOException {
    return open(ServedFolder::openLater, glossary);
  }

  @Override
  public ArticleLocator locator(Context context) throws IOException {
    return ArticleLocator.of(directory, context.environment().folder());
  }

  @Override
  public String shown(Context context) {
    return context.environment().shown(directory).toString();
  }

  @Override
  public Report index(List<Path> folders, IndexingOptions options, IndexingProgress progress)
      throws IOException {
    return new DirectoryIndexer(directory, options).index(folders, progress);
  }

  @Override
  public Path folder(String what) {
    return directory;
  }

  private interface Opening<T> {
    T open(Path directory, Translations translations) throws IOException;
  }

  private <T> T open(Opening<T> opening, @Nullable Glossary glossary) throws IOException {
    try {
      return opening.open(directory, Translations.builtInWith(glossary));
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
