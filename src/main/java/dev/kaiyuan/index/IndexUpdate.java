package dev.kaiyuan.index;

import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.index.folder.FolderWalk;
import dev.kaiyuan.index.folder.FoundFiles;
import dev.kaiyuan.index.folder.IncludedFiles;
import dev.kaiyuan.index.folder.IndexingProblem;
import dev.kaiyuan.index.folder.OtherFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One run that makes an index match folders: walks them, reads what changed, commits. {@link
 * DirectoryIndexer} makes it for an index in a folder. Not thread-safe.
 */
public final class IndexUpdate {
  private final IndexTarget target;
  private final IndexingOptions options;
  private final IndexState state;
  private final ArticlePaths paths;
  private final IndexWords words;
  private final IncludedFiles included;
  private final boolean rebuild;
  private final RunFolders chosen;

  /**
   * Chooses the folders of a run.
   *
   * @param target the index
   * @param options how to index
   * @param asked the folders that were asked for; none means those of the index
   * @throws NoSuchFileException if a folder does not exist and never did for the index
   * @throws IndexException if the index does not tell its folders any more, and none was asked for
   * @throws IOException if reading fails otherwise
   */
  public IndexUpdate(IndexTarget target, IndexingOptions options, Collection<Path> asked)
      throws IOException {
    this.target = target;
    this.options = options;
    state = target.state();
    paths = target.paths();
    CommitData commit = state.commit();
    words = commit.words().renewed(options.userWords(), paths);
    IncludedFiles remembered = IncludedFiles.of(commit.values());
    included = remembered.and(options.include(), options.forgetIncluded());
    rebuild = options.rebuild() || !state.isCurrent(words.all());
    boolean everything = rebuild || !included.isSame(remembered);
    chosen = RunFolders.of(asked, everything, options.followLinks(), commit, paths);
    if (chosen.named().isEmpty() && !state.readable()) {
      Path directory = Objects.requireNonNull(target.directory());
      throw new IndexException(IndexException.Problem.FOLDERS_UNKNOWN, directory, null);
    }
  }

  /**
   * Does the run.
   *
   * @param progress is told how far the run is
   * @return what was done; with {@link IndexingOptions#dryRun()} what would be
   * @throws EmptyFolderException as {@link DirectoryIndexer#index} does
   * @throws IOException if reading or writing fails
   */
  public Report run(IndexingProgress progress) throws IOException {
    return run(progress, FolderWalk.FolderListener.NONE, MemoryBudget.USUAL);
  }

  /** Does the run; see {@link DirectoryIndexer#index}. */
  Report run(IndexingProgress progress, FolderWalk.FolderListener listener, MemoryBudget memory)
      throws IOException {
    FoundFiles walked = chosen.walk(included, paths, target.directory(), listener);
    refuseLosses(walked);
    Set<String> kept = kept(walked);
    FoundFiles found = walked.withGone(kept.stream().map(chosen.named()::get).toList());
    RunStatistics statistics = new RunStatistics(progress, rebuild ? Map.of() : state.articles());
    warn(found, statistics);
    write(found, chosen.without(kept), statistics, memory);
    return statistics.report(found);
  }

  /** A rebuild keeps nothing, so it must not begin where it can't read what the index holds. */
  private void refuseLosses(FoundFiles found) throws AccessDeniedException {
    if (!rebuild || options.allowEmpty()) {
      return;
    }
    for (FoundFiles.Refused each : found.refused()) {
      if (each.keeps() && state.countUnder(paths.name(each.path())) > 0) {
        throw new AccessDeniedException(each.path().toString());
      }
    }
  }

  /**
   * Returns the folders that are gone or empty though the index holds articles of them, which it
   * keeps.
   *
   * @throws EmptyFolderException if nothing else is left to do, or a rebuild would lose them
   */
  private Set<String> kept(FoundFiles found) throws EmptyFolderException {
    Set<String> kept = new TreeSet<>();
    for (Map.Entry<String, Path> root : chosen.named().entrySet()) {
      if (options.allowEmpty()
          || chosen.isDeletion(root.getKey(), state)
          || found.isAnyUnder(root.getValue())
          || found.refuses(root.getValue())) {
        continue;
      }
      int before = state.countUnder(root.getKey());
      boolean unknown = !state.isComplete() && state.commit().roots().contains(root.getKey());
      if (before > 0 || unknown) {
        kept.add(root.getKey());
        if (rebuild || kept.size() == chosen.named().size()) {
          throw new EmptyFolderException(root.getValue(), before);
        }
      }
    }
    return kept;
  }

  private void warn(FoundFiles found, RunStatistics statistics) {
    if (words.isFileMissing(paths)) {
      statistics.warned(words.file(), IndexingProblem.WORDS_GONE.alone());
    }
    for (Path file : found.unreadableRules()) {
      statistics.warned(paths.name(file), IndexingProblem.RULES.alone());
    }
  }

  private void write(
      FoundFiles found, RunFolders folders, RunStatistics statistics, MemoryBudget memory)
      throws IOException {
    Set<String> roots = folders.named().keySet();
    Map<String, IndexState.Entry> held = rebuild ? Map.of() : state.entries();
    try (ArticleSink writer = target.open(words, rebuild, memory.buffer())) {
      new IndexingRun(options, paths, roots, held, writer, statistics, memory).update(found);
      CommitData commit = commit(found, folders.withoutGone());
      if (!writer.isIdle() || rebuild || !commit.equals(state.commit())) {
        writer.commit(commit);
      }
    }
  }

  private CommitData commit(FoundFiles found, RunFolders folders) {
    OtherFiles others =
        OtherFiles.of(state.commit().values())
            .updated(found.others(), folders.existing(), folders.all());
    return CommitData.of(
        words, included, others, folders.all(), folders.followed(), state.commit().meaning());
  }
}
