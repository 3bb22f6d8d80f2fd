package dev.kaiyuan.index.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code .gitignore} and {@code .kaiyuanignore} files of a folder, and of those around it,
 * leave out, by the rules of the manual of {@code gitignore}.
 *
 * <p>The last rule that matches decides, a folder's own rules before those around it, and those of
 * {@code .kaiyuanignore} before those of {@code .gitignore} beside it.
 */
public final class IgnoreRules {
  static final String OWN_FILE = ".kaiyuanignore";
  public static final String GIT_FILE = ".gitignore";

  private static final int LARGEST = 1 << 20;

  private final @Nullable IgnoreRules around;
  private final int folderLength;
  private final List<Rule> rules;

  private IgnoreRules(@Nullable IgnoreRules around, Path folder, List<Rule> rules) {
    this.around = around;
    this.folderLength = folder.getNameCount();
    this.rules = rules;
  }

  /** One line: of a path relative to the folder, the last part alone or all of them. */
  private record Rule(PathPattern pattern, boolean anchored, boolean folders, boolean keeps) {
    boolean matches(Path path, int from, boolean folder) {
      return (folder || !folders)
          && (anchored ? pattern.matches(path, from) : pattern.matchesName(path));
    }
  }

  /**
   * Returns the rules for what lies in a folder, given those for the folder itself, or null.
   *
   * @param unreadable takes the files that should say so and can't be read
   */
  static @Nullable IgnoreRules in(Path folder, @Nullable IgnoreRules around, Set<Path> unreadable) {
    List<Rule> rules = new ArrayList<>();
    for (String name : List.of(GIT_FILE, OWN_FILE)) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        try {
          read(file, rules);
        } catch (IOException e) {
          unreadable.add(file);
        }
      }
    }
    return rules.isEmpty() ? around : new IgnoreRules(around, folder, rules);
  }

  /**
   * Returns the rules that the folders around a folder have for what lies in it: those of its Git
   * repository, if it lies in one, and of the known folders, so that it does not matter which of
   * them is asked for; none if they leave out the folder itself, which was asked for all the same.
   *
   * @param known the folders that an index is made of
   * @param unreadable takes the files of rules that can't be read
   */
  static @Nullable IgnoreRules around(Path folder, Collection<Path> known, Set<Path> unreadable) {
    List<Path> outer = new ArrayList<>();
    int count = 0;
    boolean inRepository = false;
    for (Path each = folder; each != null; each = each.getParent()) {
      if (!each.equals(folder)) {
        outer.add(each);
      }
      boolean repository = !inRepository && Files.exists(each.resolve(".git"));
      inRepository |= repository;
      if (repository || known.contains(each)) {
        count = outer.size();
      }
    }
    IgnoreRules rules = null;
    for (Path each : outer.subList(0, count).reversed()) {
      if (rules != null && rules.ignores(each, true)) {
        return null;
      }
      rules = in(each, rules, unreadable);
    }
    return rules != null && rules.ignores(folder, true) ? null : rules;
  }

  private static void read(Path file, List<Rule> rules) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (String line : (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n", -1)) {
      Rule rule = rule(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
      if (rule != null) {
        rules.add(rule);
      }
    }
  }

  private static @Nullable Rule rule(String line) {
    if (line.startsWith("#")) {
      return null;
    }
    boolean keeps = line.startsWith("!");
    String pattern = withoutSpaces(keeps ? line.substring(1) : line);
    boolean folders = pattern.endsWith("/");
    if (folders) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    boolean anchored = pattern.indexOf('/') >= 0;
    if (pattern.startsWith("/")) {
      pattern = pattern.substring(1);
    }
    if (pattern.isEmpty()) {
      return null;
    }
    return new Rule(PathPattern.of(pattern, anchored), anchored, folders, keeps);
  }

  /** A line's last spaces don't count unless a backslash says so. */
  private static String withoutSpaces(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    int backslashes = 0;
    while (end - backslashes > 0 && line.charAt(end - backslashes - 1) == '\\') {
      backslashes++;
    }
    return line.substring(0, backslashes % 2 == 1 && end < line.length() ? end + 1 : end);
  }

  /** Whether something in the folder, or below it, is left out; asked of each folder on the way. */
  boolean ignores(Path path, boolean folder) {
    for (IgnoreRules each = this; each != null; each = each.around) {
      for (int i = each.rules.size() - 1; i >= 0; i--) {
        Rule rule = each.rules.get(i);
        if (rule.matches(path, each.folderLength, folder)) {
          return !rule.keeps;
        }
      }
    }
    return false;
  }
}
