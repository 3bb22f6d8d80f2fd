package dev.kaiyuan.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder is gone or has no articles, though the index holds some of it. That is more often a disk
 * that is not mounted than a person who deleted everything. Nothing was removed from the index;
 * {@link IndexingOptions#allowEmpty()} allows that.
 */
public final class EmptyFolderException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Path folder;

  EmptyFolderException(Path folder, int articles) {
    super(
        folder
            + (Files.exists(folder) ? " holds no article" : " is gone")
            + (articles > 0
                ? ", but the index holds " + articles + " of it"
                : ", but the index was made of it")
            + "; nothing was removed");
    this.folder = folder;
  }

  /** Returns the folder. */
  public Path folder() {
    return folder;
  }
}
