package dev.kaiyuan.index;

import dev.kaiyuan.document.FileProblem;

/**
 * Receives the progress of an indexing run. Called from several threads, one call at a time. An
 * exception ends the run, is thrown to the caller, and leaves the index as it was.
 */
public interface IndexingProgress {
  /** Does nothing. */
  IndexingProgress NONE = new IndexingProgress() {};

  /**
   * The folders have been walked.
   *
   * @param files the number of files to compare
   * @param bytes their size together
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
   * A file was read, but has a problem.
   *
   * @param path the file's path as the index holds it
   * @param problem what is wrong
   */
  default void warned(String path, FileProblem problem) {}
}
