package dev.kaiyuan.index;

import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.index.folder.FolderWalk;
import dev.kaiyuan.index.folder.FoundFiles;
import dev.kaiyuan.index.folder.IncludedFiles;
import dev.kaiyuan.index.folder.IndexingProblem;
import dev.kaiyuan.index.folder.OtherFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.store.Directory;

/** One run that makes an index match folders: walks them, reads what changed, commits. */
final class IndexUpdate {
  private final Path directory;
  private final Directory files;
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
   * @param directory the index's folder
   * @param files the same as Lucene sees it
   * @param state what the index holds
   * @param asked the folders that were asked for; none means those of the index
   */
  IndexUpdate(
      Path directory,
      Directory files,
      IndexingOptions options,
      IndexState state,
      Collection<Path> asked)
      throws IOException {
    this.directory = directory;
    this.files = files;
    this.options = options;
    this.state = state;
    CommitData commit = state.commit();
    paths = ArticlePaths.of(directory);
    words = commit.words().renewed(options.userWords(), paths);
    IncludedFiles remembered = IncludedFiles.of(commit.values());
    included = remembered.and(options.include(), options.forgetIncluded());
    rebuild = options.rebuild() || !state.isCurrent(words.all());
    boolean everything = rebuild || !included.isSame(remembered);
    chosen = RunFolders.of(asked, everything, options.followLinks(), commit, paths);
    if (chosen.named().isEmpty() && !state.readable()) {
      throw new IndexException(IndexException.Problem.FOLDERS_UNKNOWN, directory, null);
    }
  }

  /** Does the run; see {@link DirectoryIndexer#index}. */
  Report run(IndexingProgress progress, FolderWalk.FolderListener listener, MemoryBudget memory)
      throws IOException {
    FoundFiles walked = chosen.walk(included, paths, directory, listener);
    refuseLosses(walked);
    Set<String> kept = kept(walked);
    FoundFiles found = walked.withGone(kept.stream().map(chosen.named()::get).toList());
    RunStatistics statistics = new RunStatistics(progress, rebuild ? Map.of() : state.articles());
    warn(found, statistics);
    prepareFolder();
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

  private void prepareFolder() throws IOException {
    if (!options.dryRun()) {
      IndexFiles.mark(directory);
      if (!state.readable()) {
        IndexFiles.delete(files);
      }
    }
  }

  private void write(
      FoundFiles found, RunFolders folders, RunStatistics statistics, MemoryBudget memory)
      throws IOException {
    Set<String> roots = folders.named().keySet();
    Map<String, IndexState.Entry> held = rebuild ? Map.of() : state.entries();
    try (var writer =
        new ArticleIndexWriter(
            directory, files, words.all(), memory.buffer(), rebuild, options.dryRun())) {
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
