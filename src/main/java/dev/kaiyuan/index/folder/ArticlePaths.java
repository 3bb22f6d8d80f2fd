package dev.kaiyuan.index.folder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The names of files in an index: relative to the folder that contains the index if the file is
 * below it, else absolute, with {@code /} between parts on every system.
 *
 * <p>So an index may be moved together with its articles, and a file has one name however its path
 * is written.
 */
public final class ArticlePaths {
  private final Path base;
  private final String prefix;

  private ArticlePaths(Path base) {
    this.base = base;
    String path = text(base);
    this.prefix = path.endsWith("/") ? path : path + "/";
  }

  /** Returns the names for the index in a folder, which need not exist yet. */
  public static ArticlePaths of(Path indexDirectory) throws IOException {
    Path parent = indexDirectory.toAbsolutePath().normalize().getParent();
    return new ArticlePaths(parent == null ? indexDirectory.toAbsolutePath() : real(parent));
  }

  /**
   * Returns names relative to a folder.
   *
   * @param base the folder, by its real path
   */
  public static ArticlePaths below(Path base) {
    return new ArticlePaths(base);
  }

  /** Returns a path with the real path of its part that exists, and the rest as it is. */
  public static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    for (Path each = absolute; each != null; each = each.getParent()) {
      if (Files.exists(each)) {
        return each.toRealPath().resolve(each.relativize(absolute)).normalize();
      }
    }
    return absolute;
  }

  /** Returns the name of a file given by its real path. */
  public String name(Path realFile) {
    String path = text(realFile);
    if (path.startsWith(prefix)) {
      return path.substring(prefix.length());
    }
    return realFile.equals(base) ? "" : path;
  }

  /** Returns the absolute path of the file with a name. */
  public Path file(String name) {
    try {
      return base.resolve(name).normalize();
    } catch (InvalidPathException e) {
      return name.startsWith("/") ? encoded(name) : encoded(prefix + name);
    }
  }

  /** Returns the last part of a path. */
  static String fileName(Path path) {
    return lastPart(text(path));
  }

  /** Returns the name of a file within its folder. */
  public static String lastPart(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Whether a file is a folder or is below it, both by their names. */
  public static boolean contains(String root, String name) {
    if (root.isEmpty()) {
      return !name.startsWith("/");
    }
    return name.equals(root)
        || name.startsWith(root) && (root.endsWith("/") || name.charAt(root.length()) == '/');
  }

  /** Whether a name is complete: all its bytes are text. */
  public static boolean isComplete(String name) {
    return name.indexOf('\uFFFD') < 0;
  }

  private static String text(Path path) {
    String text = path.toString();
    if (!isComplete(text)) {
      text = decoded(path, text);
    }
    return path.getFileSystem().getSeparator().equals("/") ? text : text.replace('\\', '/');
  }

  /**
   * Reads a name as UTF-8 in a process with another locale, as containers often have. There the
   * text of a path is lost, but its URI still has the bytes.
   */
  private static String decoded(Path path, String otherwise) {
    String uri = path.toUri().getRawPath();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(uri.length());
    for (int i = 0; i < uri.length(); i++) {
      if (uri.charAt(i) == '%') {
        bytes.write(Integer.parseInt(uri.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(uri.charAt(i));
      }
    }
    String text = bytes.toString(UTF_8);
    if (text.endsWith("/") && text.length() > 1) {
      text = text.substring(0, text.length() - 1);
    }
    return isComplete(text) ? text : otherwise;
  }

  private static Path encoded(String name) {
    StringBuilder uri = new StringBuilder("file://");
    for (char b : new String(name.getBytes(UTF_8), ISO_8859_1).toCharArray()) {
      if (b == '/') {
        uri.append(b);
      } else {
        uri.append('%')
            .append(Character.forDigit(b >> 4, 16))
            .append(Character.forDigit(b & 15, 16));
      }
    }
    return Path.of(URI.create(uri.toString())).normalize();
  }
}
