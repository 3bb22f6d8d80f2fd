package dev.kaiyuan.build;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Takes the debug symbols for macOS out of jars, in place: of the runtime for models, they are a
 * third.
 *
 * <p>Usage: {@code WithoutDebugSymbols JAR…}
 */
final class WithoutDebugSymbols {
  private WithoutDebugSymbols() {}

  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      try (FileSystem zip =
              FileSystems.newFileSystem(URI.create("jar:" + Path.of(jar).toUri()), Map.of());
          var walk = Files.walk(zip.getPath("/"))) {
        List<Path> symbols =
            walk.filter(file -> file.toString().contains(".dSYM"))
                .sorted(Comparator.reverseOrder())
                .toList();
        for (Path file : symbols) {
          Files.delete(file);
        }
      }
    }
  }
}
