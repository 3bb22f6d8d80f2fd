package dev.kaiyuan.server;

import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files that an index was made of, as far as a stranger may see them: none outside of the
 * folders that were indexed, whatever a path says and wherever a link leads.
 */
final class ArticleFiles {
  private final ArticleSearcher searcher;
  private final ArticleLocator locator;

  ArticleFiles(ArticleSearcher searcher, ArticleLocator locator) {
    this.searcher = searcher;
    this.locator = locator;
  }

  /**
   * Returns an article's file as it is now, or null where it is gone, not to be seen or no text.
   */
  @Nullable ArticleSource source(String name) throws IOException {
    Path file = visible(locator.file(name));
    if (file == null || !ArticleReader.reads(file.toString())) {
      return null;
    }
    try {
      return new ArticleReader().source(file.toString(), Files.readAllBytes(file));
    } catch (UnreadableFileException e) {
      return null;
    }
  }

  /**
   * Returns the file that a link in an article leads to, or null where it is none to be seen.
   *
   * @param name the article as the index holds it
   * @param link a relative address, as it is written
   */
  @Nullable Path linked(String name, String link) throws IOException {
    String address = link.split("[?#]", 2)[0];
    try {
      String path = URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
      Path file = locator.file(name);
      Path folder = file == null ? null : file.getParent();
      return path.isEmpty() || folder == null ? null : visible(folder.resolve(path));
    } catch (IllegalArgumentException e) {
      // No file can have such a name; InvalidPathException is one of these.
      return null;
    }
  }

  /** Returns the name of the article that a link leads to, or null where the index has none. */
  @Nullable String linkedArticle(String name, String link) throws IOException {
    Path file = linked(name, link);
    String linked = file == null ? null : locator.name(file.toString());
    return linked != null && searcher.article(linked) != null ? linked : null;
  }

  /** Returns the real path of a file in an indexed folder that is not hidden, else null. */
  private @Nullable Path visible(@Nullable Path file) throws IOException {
    if (file == null || !Files.isRegularFile(file) || !Files.isReadable(file)) {
      return null;
    }
    Path real = file.toRealPath();
    for (String folder : searcher.folders()) {
      Path root = locator.file(folder.equals(".") ? "" : folder);
      if (root != null && Files.exists(root) && isWithin(root.toRealPath(), real)) {
        return real;
      }
    }
    return null;
  }

  private static boolean isWithin(Path root, Path real) {
    if (!real.startsWith(root)) {
      return false;
    }
    for (Path part : root.relativize(real)) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }
}
