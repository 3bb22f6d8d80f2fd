package dev.kaiyuan.index.folder;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for a path, as the manual of {@code gitignore} has it: one {@link Glob} a part, and
 * {@code **} for any number of folders.
 *
 * @param parts the globs; null is {@code **}
 * @param ignoreCase whether names are compared in lower case, in which the globs are then
 */
public record PathPattern(List<@Nullable Glob> parts, boolean ignoreCase) {
  /**
   * Parses a pattern without a slash at either end.
   *
   * @param anyDepth whether {@code **} is any number of folders
   */
  public static PathPattern of(String text, boolean anyDepth) {
    return new PathPattern(parts(text, anyDepth), false);
  }

  /** Parses a pattern for the last parts of a path, ignoring case. */
  static PathPattern ofEnd(String text) {
    List<@Nullable Glob> parts = parts(text.toLowerCase(Locale.ROOT), true);
    parts.addFirst(null);
    return new PathPattern(parts, true);
  }

  private static List<@Nullable Glob> parts(String text, boolean anyDepth) {
    List<@Nullable Glob> parts = new ArrayList<>();
    for (String part : composed(text).split("/", -1)) {
      parts.add(anyDepth && isAnyDepth(part) ? null : new Glob(part));
    }
    if (parts.getLast() == null) {
      parts.add(new Glob("*"));
    }
    return parts;
  }

  private static boolean isAnyDepth(String part) {
    return part.startsWith("**") && part.chars().allMatch(c -> c == '*');
  }

  /** Whether the pattern matches the last part of a path. */
  boolean matchesName(Path path) {
    return parts.getLast().matches(name(path, path.getNameCount() - 1));
  }

  /** Whether the pattern matches all parts of a path from one on. */
  public boolean matches(Path path, int from) {
    int p = 0;
    int n = from;
    int any = -1;
    int taken = 0;
    while (n < path.getNameCount()) {
      if (p < parts.size() && parts.get(p) == null) {
        any = p++;
        taken = n;
      } else if (p < parts.size() && parts.get(p).matches(name(path, n))) {
        p++;
        n++;
      } else if (any >= 0) {
        n = ++taken;
        p = any + 1;
      } else {
        return false;
      }
    }
    return p == parts.size();
  }

  /** Some file systems keep an accent apart from its letter. */
  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private String name(Path path, int part) {
    String name = composed(ArticlePaths.fileName(path.getName(part)));
    return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
  }
}
