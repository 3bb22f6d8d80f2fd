package dev.kaiyuan.index;

import dev.kaiyuan.document.FileProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts what a run does, and tells of it as it goes on. Thread-safe. */
final class Tally {
  private final long start = System.nanoTime();
  private final IndexingProgress progress;
  private final List<Change.Skipped> skipped = new ArrayList<>();
  private final List<Report.Warning> warnings = new ArrayList<>();
  private int added;
  private int modified;
  private int removed;
  private int unchanged;
  private int articles;
  private long bytes;

  /**
   * Makes a tally.
   *
   * @param articles how many articles the index holds when the run begins
   */
  Tally(IndexingProgress progress, int articles) {
    this.progress = progress;
    this.articles = articles;
  }

  synchronized void started(int files, long size) {
    progress.started(files, size);
  }

  /** Counts the articles that a file was for the index before and is now: 0 or 1 each. */
  synchronized void done(Change change, long size, int before, int now) {
    switch (change) {
      case Change.Added ignored -> added++;
      case Change.Modified ignored -> modified++;
      case Change.Removed ignored -> removed++;
      case Change.Unchanged ignored -> unchanged++;
      case Change.Skipped file -> skipped.add(file);
    }
    articles += now - before;
    bytes += size;
    progress.done(change, size);
  }

  synchronized void warned(String path, FileProblem problem) {
    warnings.add(new Report.Warning(path, problem));
    progress.warned(path, problem);
  }

  synchronized Report report(FolderWalk walk) {
    skipped.sort(Comparator.comparing(Change.Skipped::path));
    warnings.sort(Comparator.comparing(Report.Warning::path));
    return new Report(
        added,
        modified,
        removed,
        unchanged,
        skipped,
        warnings,
        walk.otherFiles().byEnding(),
        walk.ignored(),
        articles,
        bytes,
        Duration.ofNanos(System.nanoTime() - start));
  }
}
