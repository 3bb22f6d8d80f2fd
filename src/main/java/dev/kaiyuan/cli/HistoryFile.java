package dev.kaiyuan.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The file that keeps what was typed in sessions, which only the person may read. */
final class HistoryFile {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private HistoryFile() {}

  /** Returns the file, or null where none can be kept, which is said. */
  static @Nullable Path prepared(Call call) {
    Path state = call.around().folder("XDG_STATE_HOME", ".local/state");
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
      call.say("shell.no-history", file);
      return null;
    }
  }

  private static void allowOnlyOwner(Path path, String permissions) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
