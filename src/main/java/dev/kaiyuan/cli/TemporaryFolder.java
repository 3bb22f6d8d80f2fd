package dev.kaiyuan.cli;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is gone when it is closed, or when the process is told to end. */
final class TemporaryFolder implements Closeable {
  private final Path path = Files.createTempDirectory("kaiyuan");

  TemporaryFolder() throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(path.toFile())));
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (!delete(path.toFile())) {
      throw new IOException(path + " is in use, and was not deleted");
    }
  }

  /** Returns false if anything is left: at the end of a process others may still be writing. */
  private static boolean delete(File file) {
    File[] inside = file.listFiles();
    if (inside != null) {
      for (File each : inside) {
        delete(each);
      }
    }
    return file.delete() || !file.exists();
  }
}
