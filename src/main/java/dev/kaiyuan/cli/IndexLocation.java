package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.translation.Glossary;
import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.index.Report;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.server.ServedIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The location of an index: a folder of this machine, or a cluster. */
sealed interface IndexLocation permits FolderLocation, ClusterLocation {
  /** Whether the user named it. */
  boolean named();

  /** Whether there may be an index; a cluster tells when it is asked. */
  boolean exists();

  /**
   * Opens the index for many searches.
   *
   * @param glossary the user's own translations, or null
   */
  ArticleSearcher open(@Nullable Glossary glossary) throws IOException;

  /** Opens the index for one or two searches. */
  ArticleSearcher openBriefly(@Nullable Glossary glossary) throws IOException;

  /** Opens the index for a server. */
  ServedIndex serve(@Nullable Glossary glossary) throws IOException;

  /** Returns the index for a server that opens it at the first request. */
  ServedIndex serveLater(@Nullable Glossary glossary) throws IOException;

  /** Returns what turns the names of files in the index into paths from the current folder. */
  ArticleLocator locator(Context context) throws IOException;

  /** Returns the location as a person reads it. */
  String shown(Context context);

  /** Makes the index match folders. */
  Report index(List<Path> folders, IndexingOptions options, IndexingProgress progress)
      throws IOException;

  /**
   * Returns the folder that the index lies in.
   *
   * @param what what only an index in a folder can do, as it was typed
   * @throws CommandException if it is none
   */
  Path folder(String what);
}
