package dev.kaiyuan.index;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes an index hold what folders hold.
 *
 * <pre>{@code
 * var indexer = new DirectoryIndexer(Path.of("index"), IndexingOptions.REFRESH);
 * Report report = indexer.index(List.of(Path.of("notes")), IndexingProgress.NONE);
 * }</pre>
 *
 * <p>A run reads what is new or changed, drops what is gone, and commits once, at its end: whoever
 * searches meanwhile, or after a run was killed, sees the index as it was before. Articles of other
 * folders stay as they are. Thread-safe; two runs at a time on one index are refused with {@link
 * IndexException.Problem#LOCKED}.
 */
public final class DirectoryIndexer {
  private final Path directory;
  private final IndexingOptions options;

  /**
   * Makes an indexer; nothing is read or written yet.
   *
   * @param directory the index's folder, which need not exist
   * @param options how to go about it
   */
  public DirectoryIndexer(Path directory, IndexingOptions options) {
    this.directory = directory;
    this.options = options;
  }

  /**
   * Makes the index match folders.
   *
   * @param folders the folders, or single files; none means those that the index was made of
   * @param progress is told how far the run is
   * @return what was done; with {@link IndexingOptions#dryRun()} what would be
   * @throws NoSuchFileException if a folder does not exist
   * @throws EmptyFolderException if the index holds articles of a folder that has none any more
   * @throws IndexException if the index can't be used
   * @throws IOException if reading or writing fails otherwise
   */
  public Report index(Collection<Path> folders, IndexingProgress progress) throws IOException {
    long start = System.nanoTime();
    IndexState state = IndexState.read(directory);
    boolean rebuild = options.rebuild() || !state.isCurrent(ChineseEnglishAnalyzer.fingerprint());
    ArticlePaths paths = ArticlePaths.of(directory);
    Set<Path> roots = roots(folders, state, paths);
    FolderWalk walk = new FolderWalk(directory.toAbsolutePath().normalize());
    for (Path root : roots) {
      walk.walk(root);
    }
    Set<String> rootNames = new TreeSet<>();
    roots.forEach(root -> rootNames.add(paths.name(root)));
    Map<String, IndexState.Entry> known = rebuild ? Map.of() : state.under(rootNames);
    refuseEmptying(roots, walk, paths, state);

    try (IndexingRun run = new IndexingRun(directory, options, rebuild, paths, known, progress)) {
      run.process(walk);
      if (rebuild) {
        run.process(otherRoots(state, rootNames, paths));
      }
      Set<String> allRoots = new TreeSet<>(state.roots());
      allRoots.addAll(rootNames);
      run.commit(allRoots);
      return run.report(walk.otherFiles(), Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** A rebuild reads the folders that were not named again too, so that it loses none of them. */
  private FolderWalk otherRoots(IndexState state, Set<String> rootNames, ArticlePaths paths)
      throws IOException {
    FolderWalk walk = new FolderWalk(directory.toAbsolutePath().normalize());
    for (String root : state.roots()) {
      if (!rootNames.contains(root)) {
        walk.walk(paths.file(root));
      }
    }
    return walk;
  }

  private static Set<Path> roots(Collection<Path> folders, IndexState state, ArticlePaths paths)
      throws IOException {
    List<Path> named = new ArrayList<>(folders);
    if (named.isEmpty()) {
      state.roots().forEach(root -> named.add(paths.file(root)));
    }
    Set<Path> roots = new LinkedHashSet<>();
    for (Path folder : named) {
      if (!Files.exists(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
      if (!Files.isDirectory(folder) && !Files.isRegularFile(folder)) {
        throw new NotDirectoryException(folder.toString());
      }
      roots.add(folder.toRealPath());
    }
    return roots;
  }

  private void refuseEmptying(
      Set<Path> roots, FolderWalk walk, ArticlePaths paths, IndexState state)
      throws EmptyFolderException {
    if (options.allowEmpty()) {
      return;
    }
    for (Path root : roots) {
      int before = state.under(Set.of(paths.name(root))).size();
      if (before > 0 && walk.files().stream().noneMatch(file -> file.startsWith(root))) {
        throw new EmptyFolderException(root, before);
      }
    }
  }
}
