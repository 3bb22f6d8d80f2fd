package dev.kaiyuan.index;

import dev.kaiyuan.index.folder.ArticlePaths;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The index that an {@link IndexUpdate} makes match folders. */
public interface IndexTarget {
  /** Returns what the index holds of the folders of a run. */
  IndexState state();

  /** Returns the names of files in the index. */
  ArticlePaths paths();

  /** Returns the index's folder, which no walk enters; null if it lies in none. */
  @Nullable Path directory();

  /**
   * Opens the index for writing.
   *
   * @param words the words that texts are cut by
   * @param rebuild whether to begin with an empty index; the old one is kept until the commit
   * @param buffer the greatest size in bytes of documents in memory before some are flushed
   */
  ArticleSink open(IndexWords words, boolean rebuild, long buffer) throws IOException;
}
