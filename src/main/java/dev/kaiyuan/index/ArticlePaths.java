package dev.kaiyuan.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The names under which an index holds files: relative to the folder the index lies in where the
 * file is below it, else absolute, with {@code /} between parts on every system.
 *
 * <p>An index that is moved together with its articles therefore stays right, and a file has one
 * name however it is spelled.
 */
public final class ArticlePaths {
  private final Path base;

  private ArticlePaths(Path base) {
    this.base = base;
  }

  /** Returns the names for the index in a folder, which need not exist yet. */
  public static ArticlePaths of(Path indexDirectory) throws IOException {
    Path parent = indexDirectory.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      return new ArticlePaths(indexDirectory.toAbsolutePath());
    }
    return new ArticlePaths(Files.exists(parent) ? parent.toRealPath() : parent);
  }

  /** Returns the name of a file given by its real path. */
  public String name(Path realFile) {
    Path path = realFile.startsWith(base) ? base.relativize(realFile) : realFile;
    String name = path.toString();
    return path.getFileSystem().getSeparator().equals("/") ? name : name.replace('\\', '/');
  }

  /** Returns the absolute path of the file with a name. */
  public Path file(String name) {
    return base.resolve(name).normalize();
  }
}
