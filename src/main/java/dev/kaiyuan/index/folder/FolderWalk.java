package dev.kaiyuan.index.folder;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Format;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();
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
  private record Pending(Path path, Path real, @Nullable IgnoreRules around) {}

  /** Is told of each folder before it is read, on any thread. */
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
        files.add(FoundFiles.Found.of(root, entry.stamp()));
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

  /**
   * Walks a folder by the path at which it is found, maybe through a link. The folders of a level
   * are read at once: the file system takes its time to answer, but answers several threads.
   */
  private void walkFolder(Path root, Path realRoot, @Nullable IgnoreRules around) {
    List<Pending> level = List.of(new Pending(root, realRoot, around));
    while (!level.isEmpty()) {
      List<FolderContents> read = level.parallelStream().map(this::read).toList();
      List<Pending> next = new ArrayList<>();
      for (int i = 0; i < read.size(); i++) {
        FolderContents contents = read.get(i);
        if (contents != null) {
          Pending folder = level.get(i);
          take(folder.path, folder.real, contents);
          for (Path inner : contents.folders) {
            next.add(
                new Pending(inner, folder.real.resolve(inner.getFileName()), contents.rules()));
          }
        }
      }
      level = next;
    }
  }

  /** Reads a folder, on any thread; returns null for one that is known already, or gone. */
  private @Nullable FolderContents read(Pending folder) {
    if (folder.real.equals(indexDirectory) || !folders.add(folder.real)) {
      return null;
    }
    listener.reading(folder.path);
    FolderContents contents = new FolderContents(folder.around, included, now);
    try {
      contents.read(folder.path);
      return contents;
    } catch (NoSuchFileException e) {
      // It was deleted while its parent was read.
      folders.remove(folder.real);
      return null;
    }
  }

  private void take(Path folder, Path real, FolderContents contents) {
    for (FoundFiles.Found file : contents.files) {
      if (realFiles == null || isNew(real.resolve(file.name()))) {
        files.add(file);
      }
    }
    links.addAll(contents.links);
    refused.addAll(contents.refused);
    unreadableRules.addAll(contents.unreadableRules);
    ignored += contents.ignored();
    contents.others.forEach((ending, count) -> passOver(folder, ending, count));
  }

  private void other(Path path, FileProblem problem) {
    if (included.readsByName(path)) {
      refused.add(new FoundFiles.Refused(path, problem, false));
    } else {
      passOver(path);
    }
  }

  private void passOver(Path path) {
    passOver(path, Format.ending(ArticlePaths.fileName(path)), 1);
  }

  private void passOver(Path path, String ending, int count) {
    for (Path root : roots) {
      if (path.startsWith(root)) {
        otherFiles
            .computeIfAbsent(root.toString(), each -> new TreeMap<>())
            .merge(ending, count, Integer::sum);
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
        files.add(FoundFiles.Found.of(link, target.stamp()));
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
