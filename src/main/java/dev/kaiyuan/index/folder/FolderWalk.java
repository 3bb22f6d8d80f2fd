package dev.kaiyuan.index.folder;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Format;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files under folders that can hold articles.
 *
 * <p>Hidden files, files that {@link IgnoreRules} leave out and the folder of the index are
 * skipped. A link is followed within the folders, and elsewhere only if that is allowed. Each file
 * and folder is found once, so that loops end and a file with several names is one article.
 */
public final class FolderWalk {
  private final List<FoundFiles.Found> files = new ArrayList<>();
  private final List<FoundFiles.Refused> refused = new ArrayList<>();
  private final Set<Path> folders = new HashSet<>();

  /** Folders still to be read: with recursion, very deep folders would overflow the stack. */
  private final Deque<Pending> pending = new ArrayDeque<>();

  private final TreeSet<Path> links = new TreeSet<>();
  private final Set<Path> unreadableRules = new TreeSet<>();
  private final Collection<Path> roots;
  private final Collection<Path> known;
  private final Collection<Path> followed;
  private final @Nullable Path indexDirectory;
  private final FolderListener listener;
  private final long now = FileStamp.now();
  private @Nullable Set<Path> realFiles;
  private final IncludedFiles included;
  private final Map<String, Map<String, Integer>> otherFiles = new TreeMap<>();
  private int ignored;

  /** A folder by the path at which it is found, maybe through a link, and by its real path. */
  private record Pending(Path folder, Path real, @Nullable IgnoreRules around) {}

  /** Is told of each folder before it is read. */
  public interface FolderListener {
    /** Does nothing. */
    FolderListener NONE = folder -> {};

    /** A folder, or a file in it, is about to be read. */
    void reading(Path folder);
  }

  /**
   * Makes a walk.
   *
   * @param roots the folders or files, by their real paths
   * @param known all folders of the index; the ignore rules of each hold for those inside it
   * @param followed the roots whose links to elsewhere are followed
   * @param included which files are read
   * @param indexDirectory the index's folder, by its real path, or null
   * @param listener is told of the folders
   */
  public FolderWalk(
      Collection<Path> roots,
      Collection<Path> known,
      Collection<Path> followed,
      IncludedFiles included,
      @Nullable Path indexDirectory,
      FolderListener listener) {
    this.roots = roots;
    this.known = known;
    this.followed = followed;
    this.included = included;
    this.indexDirectory = indexDirectory;
    this.listener = listener;
  }

  /**
   * Walks all folders.
   *
   * @return what was found
   * @throws IOException if the only root can't be read
   */
  public FoundFiles walk() throws IOException {
    for (Path root : roots) {
      FileEntry entry = FileEntry.of(root, now);
      if (entry.kind() == FileEntry.Kind.FOLDER) {
        walkRoot(root);
      }
    }
    for (Path root : roots) {
      FileEntry entry = FileEntry.of(root, now);
      if (entry.kind() == FileEntry.Kind.FILE && isNew(root)) {
        listener.reading(root.getParent());
        files.add(new FoundFiles.Found(root, entry.stamp()));
      }
    }
    if (!links.isEmpty()) {
      rememberFiles();
    }
    while (!links.isEmpty()) {
      follow(links.pollFirst());
    }
    return new FoundFiles(files, refused, unreadableRules, new OtherFiles(otherFiles), ignored);
  }

  private void walkRoot(Path root) throws IOException {
    walkFolder(root, root, IgnoreRules.around(root, known, unreadableRules));
    if (roots.size() == 1 && isRefused(root)) {
      throw new AccessDeniedException(root.toString());
    }
  }

  private boolean isRefused(Path root) {
    return refused.stream().anyMatch(each -> each.keeps() && each.path().equals(root));
  }

  /** Walks a folder by the path at which it is found, maybe through a link. */
  private void walkFolder(Path folder, Path real, @Nullable IgnoreRules around) {
    pending.push(new Pending(folder, real, around));
    while (!pending.isEmpty()) {
      Pending next = pending.pop();
      readFolder(next.folder, next.real, next.around);
    }
  }

  private void readFolder(Path folder, Path real, @Nullable IgnoreRules around) {
    if (real.equals(indexDirectory) || !folders.add(real)) {
      return;
    }
    try {
      listener.reading(folder);
      List<Path> entries = new ArrayList<>();
      boolean rules = false;
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        for (Path entry : stream) {
          String name = entry.getFileName().toString();
          if (!name.startsWith(".")) {
            entries.add(entry);
          } else if (name.equals(IgnoreRules.GIT_FILE) || name.equals(IgnoreRules.OWN_FILE)) {
            rules = true;
          }
        }
      }
      IgnoreRules inside = rules ? IgnoreRules.in(folder, around, unreadableRules) : around;
      for (Path entry : entries) {
        visit(entry, real, inside);
      }
    } catch (NoSuchFileException e) {
      // It was deleted while its parent was read.
      folders.remove(real);
    } catch (IOException | DirectoryIteratorException e) {
      refused.add(new FoundFiles.Refused(folder, IndexingProblem.FOLDER.alone(), true));
    }
  }

  private void visit(Path path, Path realParent, @Nullable IgnoreRules rules)
      throws AccessDeniedException {
    try {
      FileEntry entry = FileEntry.of(path, now);
      boolean folder = entry.kind() == FileEntry.Kind.FOLDER;
      if (rules != null && rules.ignores(path, folder)) {
        ignored++;
        return;
      }
      switch (entry.kind()) {
        case FOLDER ->
            pending.push(new Pending(path, realParent.resolve(path.getFileName()), rules));
        case FILE -> {
          if (!included.reads(path)) {
            passOver(path);
          } else if (realFiles == null || isNew(realParent.resolve(path.getFileName()))) {
            files.add(new FoundFiles.Found(path, entry.stamp()));
          }
        }
        case LINK -> links.add(path);
        case OTHER -> other(path, IndexingProblem.NO_FILE.alone());
      }
    } catch (NoSuchFileException e) {
      // It was deleted while its folder was read.
      return;
    } catch (AccessDeniedException e) {
      // The folder can be listed, but nothing in it can be opened.
      throw e;
    } catch (IOException e) {
      refused.add(new FoundFiles.Refused(path, FileEntry.problem(e), true));
    }
  }

  private void other(Path path, FileProblem problem) {
    if (included.readsByName(path)) {
      refused.add(new FoundFiles.Refused(path, problem, false));
    } else {
      passOver(path);
    }
  }

  private void passOver(Path path) {
    for (Path root : roots) {
      if (path.startsWith(root)) {
        otherFiles
            .computeIfAbsent(root.toString(), each -> new TreeMap<>())
            .merge(Format.ending(ArticlePaths.fileName(path)), 1, Integer::sum);
        return;
      }
    }
  }

  private void follow(Path link) {
    try {
      Path real = link.toRealPath();
      FileEntry target = FileEntry.of(real, now);
      boolean folder = target.kind() == FileEntry.Kind.FOLDER;
      boolean file = target.kind() == FileEntry.Kind.FILE;
      if (!folder && !(file ? included.reads(link) : included.readsByName(link))) {
        passOver(link);
      } else if (folder ? folders.contains(real) : !isNew(real)) {
        return;
      } else if (!isUnder(roots, real) && !isUnder(followed, link)) {
        refused.add(new FoundFiles.Refused(link, IndexingProblem.LINK_OUT.alone(), false));
      } else if (folder) {
        walkFolder(link, real, IgnoreRules.around(link, known, unreadableRules));
      } else if (file) {
        files.add(new FoundFiles.Found(link, target.stamp()));
      } else {
        other(link, IndexingProblem.NO_FILE.alone());
      }
    } catch (NoSuchFileException e) {
      other(link, IndexingProblem.LINK_BROKEN.alone());
    } catch (IOException e) {
      refused.add(new FoundFiles.Refused(link, FileEntry.problem(e), true));
    }
  }

  private static boolean isUnder(Collection<Path> roots, Path path) {
    for (Path root : roots) {
      if (path.startsWith(root)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file is found for the first time; only links and nested roots find one again. */
  private boolean isNew(Path real) {
    return rememberFiles().add(real);
  }

  private Set<Path> rememberFiles() {
    Set<Path> remembered = realFiles;
    if (remembered == null) {
      remembered = new HashSet<>(files.size() * 2);
      for (FoundFiles.Found file : files) {
        remembered.add(file.path());
      }
      realFiles = remembered;
    }
    return remembered;
  }
}
