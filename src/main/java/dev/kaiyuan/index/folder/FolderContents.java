package dev.kaiyuan.index.folder;

import dev.kaiyuan.document.Format;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies in one folder, without what lies in the folders in it. It depends on nothing else that
 * a walk finds, so that many folders are read at once.
 */
final class FolderContents {
  /** The number of entries from which several threads are worthwhile. */
  private static final int MANY = 256;

  final List<FoundFiles.Found> files = new ArrayList<>();
  final List<Path> folders = new ArrayList<>();
  final List<Path> links = new ArrayList<>();
  final List<FoundFiles.Refused> refused = new ArrayList<>();
  final Set<Path> unreadableRules = new TreeSet<>();

  /** How many files are not read for their kind, by the ending of their names. */
  final Map<String, Integer> others = new TreeMap<>();

  private final IncludedFiles included;
  private final long now;
  private @Nullable IgnoreRules rules;
  private int ignored;

  /**
   * Makes it of a folder that is not read yet.
   *
   * @param around the rules for the folder itself
   * @param included which files are read
   * @param now the time before the walk
   */
  FolderContents(@Nullable IgnoreRules around, IncludedFiles included, long now) {
    this.rules = around;
    this.included = included;
    this.now = now;
  }

  /** Returns the rules for what lies in the folder. */
  @Nullable IgnoreRules rules() {
    return rules;
  }

  /** Returns how many files and folders the rules leave out. */
  int ignored() {
    return ignored;
  }

  private interface Step {
    void run() throws AccessDeniedException;
  }

  /**
   * Reads a folder.
   *
   * @throws NoSuchFileException if it is gone
   */
  void read(Path folder) throws NoSuchFileException {
    try {
      List<Path> entries = list(folder);
      Stream<Path> all = entries.size() < MANY ? entries.stream() : entries.parallelStream();
      for (Step step : all.map(entry -> look(folder, entry)).toList()) {
        step.run();
      }
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException | DirectoryIteratorException e) {
      refused.add(new FoundFiles.Refused(folder, IndexingProblem.FOLDER.alone(), true));
    }
  }

  private List<Path> list(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    boolean ruled = false;
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        String name = ArticlePaths.fileName(entry);
        if (!name.startsWith(".")) {
          entries.add(entry);
        } else if (name.equals(IgnoreRules.GIT_FILE) || name.equals(IgnoreRules.OWN_FILE)) {
          ruled = true;
        }
      }
    }
    if (ruled) {
      rules = IgnoreRules.in(folder, rules, unreadableRules);
    }
    return entries;
  }

  /** Asks the file system about an entry, on any thread; returns how to take down what it is. */
  private Step look(Path folder, Path path) {
    try {
      FileEntry entry = FileEntry.of(path, now);
      if (rules != null && rules.ignores(path, entry.kind() == FileEntry.Kind.FOLDER)) {
        return () -> ignored++;
      }
      return switch (entry.kind()) {
        case FOLDER -> () -> folders.add(path);
        case LINK -> () -> links.add(path);
        case FILE ->
            included.reads(path)
                ? () -> files.add(new FoundFiles.Found(folder, path.getFileName(), entry.stamp()))
                : () -> passOver(path);
        case OTHER ->
            included.readsByName(path)
                ? () ->
                    refused.add(
                        new FoundFiles.Refused(path, IndexingProblem.NO_FILE.alone(), false))
                : () -> passOver(path);
      };
    } catch (NoSuchFileException e) {
      // It was deleted while its folder was read.
      return () -> {};
    } catch (AccessDeniedException e) {
      // The folder can be listed, but nothing in it can be opened.
      return () -> {
        throw e;
      };
    } catch (IOException e) {
      return () -> refused.add(new FoundFiles.Refused(path, FileEntry.problem(e), true));
    }
  }

  private void passOver(Path file) {
    others.merge(Format.ending(ArticlePaths.fileName(file)), 1, Integer::sum);
  }
}
