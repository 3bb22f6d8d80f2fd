package dev.kaiyuan.index;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Memory ran out while an index was written, so that what was not committed is lost. */
final class OutOfRoomException extends IOException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String path;

  /**
   * Makes an exception.
   *
   * @param path the file that was being written, if it was alone in memory, or null
   */
  OutOfRoomException(@Nullable String path, Throwable cause) {
    super("memory ran out", cause);
    this.path = path;
  }

  @Nullable String path() {
    return path;
  }

  /** Whether something failed for lack of memory. */
  static boolean isBehind(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }
}
