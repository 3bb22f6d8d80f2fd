package dev.kaiyuan.cli.context;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is deleted by close, and when the process ends. */
public final class TemporaryFolder implements Closeable {
  private final Path path = Files.createTempDirectory("kaiyuan");

  public TemporaryFolder() throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(path.toFile())));
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (!delete(path.toFile())) {
      throw new IOException(path + " is in use, and was not deleted");
    }
  }

  /** Deletes a tree; returns false if anything is left, as other threads may still write. */
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
