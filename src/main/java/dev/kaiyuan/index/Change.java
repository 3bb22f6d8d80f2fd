package dev.kaiyuan.index;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.index.folder.ArticlePaths;

/** The change of a file between the index before a run and the folder. */
public sealed interface Change {
  /** The file's path as the index holds it, see {@link ArticlePaths}. */
  String path();

  /** The index did not hold the file. */
  record Added(String path) implements Change {}

  /** The index held other content of the file. */
  record Modified(String path) implements Change {}

  /** The file is gone, or is left out now. */
  record Removed(String path) implements Change {}

  /** The index holds the file as it is. */
  record Unchanged(String path) implements Change {}

  /**
   * The file is not an article that can be read.
   *
   * @param problem why
   */
  record Skipped(String path, FileProblem problem) implements Change {}
}
