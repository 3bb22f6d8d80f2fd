package dev.kaiyuan.cli.context;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The history of sessions, in a file that only the user can read. */
public final class HistoryFile {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private HistoryFile() {}

  /** Returns the file, or says why there is none and returns null. */
  public static @Nullable Path prepared(Context context) {
    Path state = context.environment().folder("XDG_STATE_HOME", ".local/state");
    if (state == null) {
      return null;
    }
    Path file = state.resolve("kaiyuan").resolve("history");
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      allowOnlyOwner(file.getParent(), "rwx------");
      allowOnlyOwner(file, "rw-------");
      Files.newOutputStream(file, StandardOpenOption.APPEND).close();
      return file;
    } catch (IOException e) {
      context.say("shell.no-history", file);
      return null;
    }
  }

  private static void allowOnlyOwner(Path path, String permissions) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
