package dev.kaiyuan.output;

import dev.kaiyuan.index.folder.ArticlePaths;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Turns the names under which an index holds files into paths that can be opened from the current
 * folder: relative ones below it, and where it lies below the folder of the index also up to that;
 * absolute ones elsewhere. Immutable.
 */
public final class ArticleLocator {
  private final ArticlePaths paths;
  private final Path folder;
  private final boolean same;

  private ArticleLocator(ArticlePaths paths, Path folder, boolean same) {
    this.paths = paths;
    this.folder = folder;
    this.same = same;
  }

  /**
   * Returns the locator for an index.
   *
   * @param index the index's folder
   * @param folder the current folder
   */
  public static ArticleLocator of(Path index, Path folder) throws IOException {
    Path here = folder.toRealPath();
    ArticlePaths paths = ArticlePaths.of(index);
    return new ArticleLocator(paths, here, paths.file("").equals(here));
  }

  /** Returns the path of a file as a person at the current folder would write it. */
  public String path(String name) {
    if (same) {
      return name;
    }
    Path file = paths.file(name);
    Path base = paths.file("");
    boolean near = file.startsWith(folder) || folder.startsWith(base) && file.startsWith(base);
    String path = (near ? folder.relativize(file) : file).toString();
    return file.getFileSystem().getSeparator().equals("/") ? path : path.replace('\\', '/');
  }

  /** Returns the absolute path of a file. */
  public Path file(String name) {
    return paths.file(name);
  }

  /** Returns the name under which the index would hold a file that a person names. */
  public String name(String path) throws IOException {
    Path file = folder.resolve(path).normalize();
    return paths.name(file.toFile().exists() ? file.toRealPath() : file);
  }
}
