package dev.kaiyuan.index;

import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.index.folder.FolderWalk;
import dev.kaiyuan.index.folder.FoundFiles;
import dev.kaiyuan.index.folder.IncludedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The folders of an indexing run, by their names in the index. Immutable.
 *
 * @param named the folders to compare with the index, by name: those asked for, and those of the
 *     index that lie in them, or all of the index
 * @param existing those of them that exist
 * @param all the names of all folders of the index and of the run
 * @param followed the names of those out of which links are followed
 */
record RunFolders(
    Map<String, Path> named, Map<String, Path> existing, Set<String> all, Set<String> followed) {

  RunFolders {
    named = Collections.unmodifiableMap(new TreeMap<>(named));
    existing = Collections.unmodifiableMap(new TreeMap<>(existing));
    all = Collections.unmodifiableSet(new TreeSet<>(all));
    followed = Collections.unmodifiableSet(new TreeSet<>(followed));
  }

  /**
   * Chooses the folders of a run.
   *
   * @param asked the folders that were asked for; none means all of the index
   * @param everything whether all folders of the index are compared, as for a rebuild
   * @param follow whether links are followed out of the folders asked for
   * @throws NoSuchFileException if a folder does not exist and the index does not know it
   */
  static RunFolders of(
      Collection<Path> asked,
      boolean everything,
      boolean follow,
      CommitData commit,
      ArticlePaths paths)
      throws IOException {
    Set<String> recorded = commit.roots();
    Map<String, Path> named = new TreeMap<>();
    for (Path folder : asked) {
      Path real = ArticlePaths.real(folder);
      String name = paths.name(real);
      if (!Files.exists(real) && !recorded.contains(name)) {
        throw new NoSuchFileException(folder.toString());
      }
      named.put(name, real);
    }
    Set<String> askedNames = Set.copyOf(named.keySet());
    for (String root : recorded) {
      boolean inAsked = askedNames.stream().anyMatch(each -> ArticlePaths.contains(each, root));
      if (asked.isEmpty() || everything || inAsked) {
        named.put(root, paths.file(root));
      }
    }
    Map<String, Path> existing = new TreeMap<>(named);
    existing.values().removeIf(root -> !Files.exists(root));
    Set<String> all = new TreeSet<>(recorded);
    all.addAll(named.keySet());
    // Each run that names a folder sets again whether links out of it are followed.
    Set<String> followed = new TreeSet<>(commit.followed());
    followed.removeAll(askedNames);
    if (follow) {
      followed.addAll(named.keySet());
    }
    return new RunFolders(named, existing, all, followed);
  }

  /** Returns the same without folders of which the index keeps what it has. */
  RunFolders without(Set<String> kept) {
    Map<String, Path> others = new TreeMap<>(named);
    others.keySet().removeAll(kept);
    return new RunFolders(others, existing, all, followed);
  }

  /** Returns the same without folders that the run found to be gone. */
  RunFolders withoutGone() {
    Set<String> left = new TreeSet<>(all);
    left.removeIf(root -> named.containsKey(root) && !existing.containsKey(root));
    Set<String> leftFollowed = new TreeSet<>(followed);
    leftFollowed.retainAll(left);
    return new RunFolders(named, existing, left, leftFollowed);
  }

  /** Walks the folders that exist. */
  FoundFiles walk(
      IncludedFiles included,
      ArticlePaths paths,
      @Nullable Path index,
      FolderWalk.FolderListener listener)
      throws IOException {
    return new FolderWalk(
            existing.values(),
            files(all, paths),
            files(followed, paths),
            included,
            index == null ? null : ArticlePaths.real(index),
            listener)
        .walk();
  }

  private static Set<Path> files(Set<String> names, ArticlePaths paths) {
    Set<Path> files = new TreeSet<>();
    names.forEach(name -> files.add(paths.file(name)));
    return files;
  }

  /** Whether what is gone is a single file, or lies in another folder, and that folder is there. */
  boolean isDeletion(String name, IndexState state) {
    Path path = named.get(name);
    if (Files.exists(path)) {
      return false;
    }
    Path parent = path.getParent();
    boolean file = state.entries().containsKey(name);
    return file && parent != null && Files.isDirectory(parent) || isWithinAnother(path);
  }

  private boolean isWithinAnother(Path root) {
    for (Path each : named.values()) {
      if (!each.equals(root) && root.startsWith(each) && Files.exists(each)) {
        return true;
      }
    }
    return false;
  }
}
