package dev.kaiyuan.index;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.index.folder.FileStamp;
import java.io.Closeable;
import java.io.IOException;

/**
 * Takes what an indexing run has read, for an index in a folder or elsewhere. Thread-safe except
 * {@link #commit} and {@link #close}.
 */
public interface ArticleSink extends Closeable {
  /**
   * Puts an article in the place of what the index holds of its file.
   *
   * @param alone whether the article leaves no room for others in memory
   */
  void put(IndexedFile file, Article article, boolean alone) throws IOException;

  /** Keeps that a file holds no article, in the place of what the index holds of it. */
  void skip(IndexedFile file, FileProblem problem) throws IOException;

  /** Keeps a new stamp of a file whose content is as before. */
  void stamp(String path, FileStamp stamp) throws IOException;

  /** Drops what the index holds of a file. */
  void delete(String path) throws IOException;

  /** Writes a share of what is in memory; each thread calls it at its end. */
  void flush() throws IOException;

  /** Whether nothing has been written. */
  boolean isIdle();

  /** Ends a run: all that was written counts from now on. */
  void commit(CommitData data) throws IOException;
}
