package dev.kaiyuan.index;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.index.folder.FoundFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a run does, and reports its progress. Thread-safe. */
final class RunStatistics {
  private final long start = System.nanoTime();
  private final IndexingProgress progress;
  private final List<Change.Skipped> skipped = new ArrayList<>();
  private final List<Report.Warning> warnings = new ArrayList<>();
  private int added;
  private int modified;
  private int removed;
  private int unchanged;
  private final Map<Format, Integer> articles = new EnumMap<>(Format.class);
  private long bytes;

  /**
   * Begins to count.
   *
   * @param articles how many articles the index holds when the run begins, by format
   */
  RunStatistics(IndexingProgress progress, Map<Format, Integer> articles) {
    this.progress = progress;
    this.articles.putAll(articles);
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
    if (now != before) {
      articles.merge(Format.orPlainText(change.path()), now - before, Integer::sum);
    }
    bytes += size;
    progress.done(change, size);
  }

  synchronized void warned(String path, FileProblem problem) {
    warnings.add(new Report.Warning(path, problem));
    progress.warned(path, problem);
  }

  /** The greatest number first. */
  private Map<String, Integer> byType() {
    List<Format> formats = new ArrayList<>(articles.keySet());
    formats.removeIf(format -> articles.get(format) == 0);
    formats.sort(Comparator.comparing((Format format) -> -articles.get(format)));
    Map<String, Integer> counts = new LinkedHashMap<>();
    formats.forEach(format -> counts.put(format.type(), articles.get(format)));
    return counts;
  }

  synchronized Report report(FoundFiles found) {
    skipped.sort(Comparator.comparing(Change.Skipped::path));
    warnings.sort(Comparator.comparing(Report.Warning::path));
    return new Report(
        added,
        modified,
        removed,
        unchanged,
        skipped,
        warnings,
        found.others().byEnding(),
        found.ignored(),
        byType(),
        bytes,
        Duration.ofNanos(System.nanoTime() - start));
  }
}
