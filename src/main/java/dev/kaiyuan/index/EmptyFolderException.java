package dev.kaiyuan.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells that a folder is gone, or holds no article, though the index holds some of it: more often a
 * disk that is not mounted than a person who deleted everything. Nothing was removed from the
 * index; {@link IndexingOptions#allowEmpty()} consents to it.
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
