package dev.kaiyuan.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

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
 * IndexException.Problem#LOCKED}. {@link FolderWatch} repeats runs as files change.
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
   * @throws NoSuchFileException if a folder does not exist and never did for the index
   * @throws EmptyFolderException if the index holds articles of each folder, and none has any now;
   *     where only some have none, the report names them, and the index keeps what it holds of them
   * @throws IndexException if the index can't be used
   * @throws InterruptedIOException if the thread is interrupted; the index is as before
   * @throws IOException if reading or writing fails otherwise
   */
  public Report index(Collection<Path> folders, IndexingProgress progress) throws IOException {
    Objects.requireNonNull(progress, "progress");
    return index(folders, progress, FolderWalk.FolderListener.NONE);
  }

  Report index(
      Collection<Path> folders, IndexingProgress progress, FolderWalk.FolderListener listener)
      throws IOException {
    boolean exists = Files.isDirectory(directory);
    for (Path folder : folders) {
      if (!exists && !Files.exists(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
    }
    IndexFiles.refuseForeign(directory);
    MemoryBudget memory = MemoryBudget.USUAL;
    while (true) {
      try (Directory files = open(exists)) {
        return index(folders, files, progress, listener, memory);
      } catch (OutOfRoomException e) {
        memory = tighter(memory, e);
      } catch (OutOfMemoryError e) {
        memory = tighter(memory, new OutOfRoomException(null, e));
      } catch (InterruptedIOException e) {
        // Undoing what was written may have taken the interrupt for its own.
        Thread.currentThread().interrupt();
        throw e;
      }
    }
  }

  /** What was written was lost: it is written again, more of it by itself. */
  private MemoryBudget tighter(MemoryBudget memory, OutOfRoomException lost) throws IOException {
    try {
      return memory.tighter(lost);
    } catch (OutOfRoomException e) {
      if (Files.exists(directory)) {
        IndexFiles.refuseDamaged(directory);
      }
      throw new IndexException(IndexException.Problem.MEMORY, directory, e);
    }
  }

  private Directory open(boolean exists) throws IOException {
    if (options.dryRun()) {
      return exists ? FSDirectory.open(directory) : new ByteBuffersDirectory();
    }
    return LockedDirectory.open(directory);
  }

  private Report index(
      Collection<Path> folders,
      Directory files,
      IndexingProgress progress,
      FolderWalk.FolderListener listener,
      MemoryBudget memory)
      throws IOException {
    IndexState state = IndexState.read(directory, files, options.rebuild());
    ArticlePaths paths = ArticlePaths.of(directory);
    IndexWords words = IndexWords.of(state.commitData()).renewed(options.userWords(), paths);
    IncludedFiles remembered = IncludedFiles.of(state.commitData());
    IncludedFiles included = remembered.and(options.include(), options.forgetIncluded());
    boolean rebuild = options.rebuild() || !state.isCurrent(words.all());
    Set<String> recorded = state.roots();
    Map<String, Path> named =
        named(folders, recorded, paths, rebuild || !included.isSame(remembered));
    if (named.isEmpty() && !state.readable()) {
      throw new IndexException(IndexException.Problem.FOLDERS_UNKNOWN, directory, null);
    }
    Map<String, Path> roots = new TreeMap<>(named);
    roots.values().removeIf(root -> !Files.exists(root));
    Set<String> all = new TreeSet<>(recorded);
    all.addAll(named.keySet());
    Set<String> followed = followed(named.keySet(), state, asked(folders, paths));
    FolderWalk walk =
        new FolderWalk(
            roots.values(),
            files(all, paths),
            files(followed, paths),
            included,
            ArticlePaths.real(directory),
            listener);
    walk.walk();
    if (rebuild && !options.allowEmpty()) {
      refuseLosing(walk, state, paths);
    }
    keepGone(named, walk, state, rebuild);

    Tally tally = new Tally(progress, rebuild ? Map.of() : state.articles());
    if (words.isFileMissing(paths)) {
      tally.warned(words.file(), IndexingProblem.WORDS_GONE.alone());
    }
    for (Path file : walk.unreadableRules()) {
      tally.warned(paths.name(file), IndexingProblem.RULES.alone());
    }
    if (!options.dryRun()) {
      IndexFiles.mark(directory);
      if (!state.readable()) {
        IndexFiles.delete(files);
      }
    }
    try (var writer =
        new ArticleIndexWriter(
            directory, files, words.all(), memory.buffer(), rebuild, options.dryRun())) {
      if (rebuild) {
        state.entries().clear();
      }
      new IndexingRun(options, paths, named.keySet(), state.entries(), writer, tally, memory)
          .update(walk);
      all.removeIf(root -> named.containsKey(root) && !roots.containsKey(root));
      followed.retainAll(all);
      OtherFiles others = OtherFiles.of(state.commitData());
      others.update(walk.otherFiles(), roots, all);
      Map<String, String> data = IndexSchema.commitData(words, included, others, all, followed);
      IndexSchema.setMeaning(data, IndexSchema.meaning(state.commitData()));
      if (!writer.isIdle() || rebuild || !data.equals(state.commitData())) {
        writer.commit(data);
      }
    }
    return tally.report(walk);
  }

  /**
   * Returns the folders to walk, by name: those asked for, and those of the index that lie in them;
   * all of them for a rebuild, so that it loses none, or when none is asked for.
   */
  private static Map<String, Path> named(
      Collection<Path> folders, Set<String> recorded, ArticlePaths paths, boolean rebuild)
      throws IOException {
    Map<String, Path> named = new TreeMap<>();
    for (Path folder : folders) {
      Path real = ArticlePaths.real(folder);
      String name = paths.name(real);
      if (!Files.exists(real) && !recorded.contains(name)) {
        throw new NoSuchFileException(folder.toString());
      }
      named.put(name, real);
    }
    Set<String> asked = Set.copyOf(named.keySet());
    for (String root : recorded) {
      boolean inAsked = false;
      for (String each : asked) {
        inAsked |= IndexState.contains(each, root);
      }
      if (folders.isEmpty() || rebuild || inAsked) {
        named.put(root, paths.file(root));
      }
    }
    return named;
  }

  private static Set<String> asked(Collection<Path> folders, ArticlePaths paths)
      throws IOException {
    Set<String> asked = new TreeSet<>();
    for (Path folder : folders) {
      asked.add(paths.name(ArticlePaths.real(folder)));
    }
    return asked;
  }

  private static Set<Path> files(Set<String> names, ArticlePaths paths) {
    Set<Path> files = new TreeSet<>();
    names.forEach(name -> files.add(paths.file(name)));
    return files;
  }

  /** Whoever names a folder says anew whether links out of it are followed. */
  private Set<String> followed(Set<String> walked, IndexState state, Set<String> asked) {
    Set<String> followed = new TreeSet<>(IndexSchema.followed(state.commitData()));
    followed.removeAll(asked);
    if (options.followLinks()) {
      followed.addAll(walked);
    }
    return followed;
  }

  /** What can't be read now is not lost to a rebuild, which keeps nothing. */
  private static void refuseLosing(FolderWalk walk, IndexState state, ArticlePaths paths)
      throws AccessDeniedException {
    for (FolderWalk.Refused each : walk.refused()) {
      if (each.keeps() && state.countUnder(paths.name(each.path())) > 0) {
        throw new AccessDeniedException(each.path().toString());
      }
    }
  }

  /**
   * Takes out the folders that are gone or empty though the index holds articles of them, which it
   * shall keep.
   *
   * @throws EmptyFolderException if nothing else is left to do, or a rebuild would lose them
   */
  private void keepGone(Map<String, Path> named, FolderWalk walk, IndexState state, boolean rebuild)
      throws EmptyFolderException {
    if (options.allowEmpty()) {
      return;
    }
    Set<String> gone = new TreeSet<>();
    for (Map.Entry<String, Path> root : named.entrySet()) {
      if (isDeletion(root, named, state)
          || walk.foundAnyUnder(root.getValue())
          || walk.refuses(root.getValue())) {
        continue;
      }
      int before = state.countUnder(root.getKey());
      boolean unknown = !state.isComplete() && state.roots().contains(root.getKey());
      if (before > 0 || unknown) {
        gone.add(root.getKey());
        walk.refuse(root.getValue(), IndexingProblem.GONE.alone());
        if (rebuild || gone.size() == named.size()) {
          throw new EmptyFolderException(root.getValue(), before);
        }
      }
    }
    named.keySet().removeAll(gone);
  }

  /** Whether what is gone is a single file, or within another folder, and that folder is there. */
  private static boolean isDeletion(
      Map.Entry<String, Path> root, Map<String, Path> named, IndexState state) {
    Path path = root.getValue();
    if (Files.exists(path)) {
      return false;
    }
    Path parent = path.getParent();
    boolean file = state.entries().containsKey(root.getKey());
    return file && parent != null && Files.isDirectory(parent) || isWithinAnother(path, named);
  }

  /** Whether a folder that was asked for is there, so that it tells what is gone from it. */
  private static boolean isWithinAnother(Path root, Map<String, Path> named) {
    for (Path each : named.values()) {
      if (!each.equals(root) && root.startsWith(each) && Files.exists(each)) {
        return true;
      }
    }
    return false;
  }
}
