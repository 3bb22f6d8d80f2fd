package dev.kaiyuan.index.folder;

import dev.kaiyuan.document.FileProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a walk of folders found. Immutable.
 *
 * @param files the files that can hold articles
 * @param refused what could not be looked into
 * @param unreadableRules the files of ignore rules that could not be read
 * @param others the files that are not read, by the paths of the folders walked
 * @param ignored the number of files and folders that ignore rules leave out
 */
public record FoundFiles(
    List<Found> files,
    List<Refused> refused,
    Set<Path> unreadableRules,
    OtherFiles others,
    int ignored) {
  /**
   * A file that can hold an article. There may be a million, which have few folders: a whole path
   * each would take three times the memory.
   *
   * @param folder where it was found
   * @param name its name there
   */
  public record Found(Path folder, Path name, FileStamp stamp) {
    static Found of(Path path, FileStamp stamp) {
      return new Found(path.getParent(), path.getFileName(), stamp);
    }

    public Path path() {
      return folder.resolve(name);
    }
  }

  /**
   * Something that could not be looked into, though it may hold articles.
   *
   * @param keeps whether the index keeps what it holds of it
   */
  public record Refused(Path path, FileProblem problem, boolean keeps) {}

  public FoundFiles {
    files = List.copyOf(files);
    refused = List.copyOf(refused);
    unreadableRules = Collections.unmodifiableSet(new TreeSet<>(unreadableRules));
  }

  /** Returns the same with folders that are gone or empty, of which the index keeps what it has. */
  public FoundFiles withGone(Collection<Path> folders) {
    List<Refused> more = new ArrayList<>(refused);
    for (Path folder : folders) {
      more.add(new Refused(folder, IndexingProblem.GONE.alone(), true));
    }
    return new FoundFiles(files, more, unreadableRules, others, ignored);
  }

  public boolean refuses(Path root) {
    for (Refused each : refused) {
      if (each.keeps && each.path.equals(root)) {
        return true;
      }
    }
    return false;
  }

  public boolean isAnyUnder(Path root) {
    for (Found file : files) {
      if (file.folder.startsWith(root) || file.path().equals(root)) {
        return true;
      }
    }
    return false;
  }
}
