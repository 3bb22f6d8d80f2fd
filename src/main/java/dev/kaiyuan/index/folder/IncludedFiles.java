package dev.kaiyuan.index.folder;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.reader.ArticleReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files are read: those whose name tells that they are articles, text without an ending, and
 * what the patterns of {@code --include} name, which the index remembers.
 */
public final class IncludedFiles {
  private static final String KEY = "include";
  private static final int BEGINNING = 1024;

  private final Set<String> patterns;
  private final List<PathPattern> parsed = new ArrayList<>();

  private IncludedFiles(Collection<String> patterns) {
    this.patterns = new TreeSet<>(patterns);
    for (String pattern : this.patterns) {
      parsed.add(PathPattern.ofEnd(pattern));
    }
  }

  /** Returns those that an index has, from what its commit says. */
  public static IncludedFiles of(Map<String, String> commitData) {
    return new IncludedFiles(patterns(commitData));
  }

  public static Set<String> patterns(Map<String, String> commitData) {
    String lines = commitData.get(KEY);
    return lines == null ? Set.of() : new TreeSet<>(List.of(lines.split("\n", -1)));
  }

  /**
   * Returns those of a run: what the index has, with what the run is given.
   *
   * @param forget whether only what is given counts
   */
  public IncludedFiles and(Collection<String> given, boolean forget) {
    Set<String> all = new TreeSet<>(given);
    if (!forget) {
      all.addAll(patterns);
    }
    return new IncludedFiles(all);
  }

  public boolean isSame(IncludedFiles other) {
    return patterns.equals(other.patterns);
  }

  public void write(Map<String, String> commitData) {
    if (!patterns.isEmpty()) {
      commitData.put(KEY, String.join("\n", patterns));
    }
  }

  /** Whether a file is read; one without an ending is opened to see whether it is text. */
  boolean reads(Path file) {
    return readsByName(file) || isTextWithoutEnding(file);
  }

  /** Whether a file is read for its name alone. */
  boolean readsByName(Path file) {
    if (ArticleReader.reads(ArticlePaths.fileName(file))) {
      return true;
    }
    for (PathPattern pattern : parsed) {
      if (pattern.matches(file, 0)) {
        return true;
      }
    }
    return false;
  }

  /** Text that no program is to read: README, but not Makefile, nor a script. */
  private static boolean isTextWithoutEnding(Path file) {
    String name = ArticlePaths.fileName(file);
    return Format.ending(name).isEmpty() && !isForProgram(name) && beginsAsText(file);
  }

  private static boolean isForProgram(String name) {
    return name.length() > 4 && name.endsWith("file") && Character.isUpperCase(name.charAt(0));
  }

  private static boolean beginsAsText(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(BEGINNING);
    } catch (IOException e) {
      // The run will meet the same and say what is wrong.
      return true;
    }
    if (bytes.length == 0 || bytes.length > 1 && bytes[0] == '#' && bytes[1] == '!') {
      return false;
    }
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && "\t\n\f\r".indexOf(b) < 0) {
        return false;
      }
    }
    return true;
  }
}
