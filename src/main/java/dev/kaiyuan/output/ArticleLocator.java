package dev.kaiyuan.output;

import dev.kaiyuan.index.folder.ArticlePaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns the names under which an index holds files into paths that can be opened from the current
 * folder: relative ones below it, and where it lies below the folder of the index also up to that;
 * absolute ones elsewhere. Immutable.
 */
public final class ArticleLocator {
  /** All names of an index of one folder are of one kind. */
  private final @Nullable Base all;

  private final Map<String, Base> roots = new TreeMap<>();
  private final Path folder;

  /** The folder that names are relative to, and whether that is the current one. */
  private record Base(ArticlePaths paths, boolean same) {
    static Base of(ArticlePaths paths, Path here) {
      return new Base(paths, paths.file("").equals(here));
    }
  }

  private ArticleLocator(@Nullable ArticlePaths all, Path folder) {
    this.all = all == null ? null : Base.of(all, folder);
    this.folder = folder;
  }

  /**
   * Returns the locator for an index.
   *
   * @param index the index's folder
   * @param folder the current folder
   */
  public static ArticleLocator of(Path index, Path folder) throws IOException {
    return new ArticleLocator(ArticlePaths.of(index), folder.toRealPath());
  }

  /**
   * Returns the locator for an index of which some files lie on this machine, and others elsewhere.
   *
   * @param roots the names of the folders here, each with the names of the files in it
   * @param folder the current folder
   */
  public static ArticleLocator of(Map<String, ArticlePaths> roots, Path folder) throws IOException {
    Path here = folder.toRealPath();
    ArticleLocator locator = new ArticleLocator(null, here);
    roots.forEach((root, paths) -> locator.roots.put(root, Base.of(paths, here)));
    return locator;
  }

  private @Nullable Base base(String name) {
    if (all != null) {
      return all;
    }
    for (Map.Entry<String, Base> root : roots.entrySet()) {
      if (ArticlePaths.contains(root.getKey(), name)) {
        return root.getValue();
      }
    }
    return null;
  }

  /**
   * Returns the path of a file as a person at the current folder would write it; its name if it
   * lies elsewhere.
   */
  public String path(String name) {
    Base base = base(name);
    if (base == null || base.same) {
      return name;
    }
    Path file = base.paths.file(name);
    Path start = base.paths.file("");
    boolean near = file.startsWith(folder) || folder.startsWith(start) && file.startsWith(start);
    String path = (near ? folder.relativize(file) : file).toString();
    return file.getFileSystem().getSeparator().equals("/") ? path : path.replace('\\', '/');
  }

  /** Returns the absolute path of a file, or null if it does not lie on this machine. */
  public @Nullable Path file(String name) {
    Base base = base(name);
    return base == null ? null : base.paths.file(name);
  }

  /** Returns the name under which the index would hold a file that a person names. */
  public String name(String path) throws IOException {
    Path file = folder.resolve(path).normalize();
    Path real = file.toFile().exists() ? file.toRealPath() : file;
    if (all != null) {
      return all.paths.name(real);
    }
    for (Map.Entry<String, Base> root : roots.entrySet()) {
      String name = root.getValue().paths.name(real);
      if (ArticlePaths.contains(root.getKey(), name)) {
        return name;
      }
    }
    return path;
  }
}
