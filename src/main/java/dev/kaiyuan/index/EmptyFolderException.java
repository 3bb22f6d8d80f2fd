package dev.kaiyuan.index;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Tells that a folder holds no article though the index holds some of it: more often a disk that is
 * not mounted than a person who deleted everything.
 */
public final class EmptyFolderException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Path folder;

  EmptyFolderException(Path folder, int articles) {
    super(folder + " holds no article, but the index holds " + articles + " of it");
    this.folder = folder;
  }

  /** Returns the folder. */
  public Path folder() {
    return folder;
  }
}
