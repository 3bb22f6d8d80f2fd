package dev.kaiyuan.index;

import dev.kaiyuan.document.FileProblem;

/**
 * Is told how far an indexing run is. Called from several threads, one call at a time. What it
 * throws ends the run, is thrown to the caller, and leaves the index as it was.
 */
public interface IndexingProgress {
  /** Hears nothing. */
  IndexingProgress NONE = new IndexingProgress() {};

  /**
   * The folders have been walked.
   *
   * @param files how many files there are to look at
   * @param bytes how many bytes they hold together
   */
  default void started(int files, long bytes) {}

  /**
   * A file is done.
   *
   * @param change what was done about it
   * @param bytes the file's size, 0 for one that is gone
   */
  default void done(Change change, long bytes) {}

  /**
   * A file was read though something is wrong with it.
   *
   * @param path the file's path as the index holds it
   * @param problem what is wrong
   */
  default void warned(String path, FileProblem problem) {}
}
