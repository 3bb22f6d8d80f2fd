package dev.kaiyuan.index;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.index.folder.IndexingProblem;
import dev.kaiyuan.index.folder.OtherFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an indexing run did.
 *
 * @param added how many files are new in the index
 * @param modified how many had changed
 * @param removed how many are gone
 * @param unchanged how many articles were as the index holds them
 * @param skipped the files that hold no article, and why, also those found so by an earlier run,
 *     which no other number counts; and folders of which nothing could be seen
 * @param warnings what is wrong with files that were read all the same
 * @param otherKinds how many files of other kinds lay in the folders, which were not read, by the
 *     ending of their names: with its dot and in lower case, empty for none; the most frequent
 *     first
 * @param ignored how many files and folders {@code .gitignore} and {@code .kaiyuanignore} left out
 * @param types how many articles the index holds now, by the {@link
 *     dev.kaiyuan.document.Format#type} of their files, the greatest number first
 * @param bytes how many bytes the files hold together
 * @param took how long the run took
 */
public record Report(
    int added,
    int modified,
    int removed,
    int unchanged,
    List<Change.Skipped> skipped,
    List<Warning> warnings,
    Map<String, Integer> otherKinds,
    int ignored,
    Map<String, Integer> types,
    long bytes,
    Duration took) {
  public Report {
    otherKinds = Collections.unmodifiableMap(new LinkedHashMap<>(otherKinds));
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    skipped = List.copyOf(skipped);
    warnings = List.copyOf(warnings);
  }

  /**
   * Returns what this run and another did, as if they were one; the types are those of the other,
   * which ran later.
   */
  public Report and(Report other) {
    List<Change.Skipped> allSkipped = new ArrayList<>(skipped);
    allSkipped.addAll(other.skipped);
    List<Warning> allWarnings = new ArrayList<>(warnings);
    allWarnings.addAll(other.warnings);
    Map<String, Integer> kinds = new TreeMap<>(otherKinds);
    other.otherKinds.forEach((kind, number) -> kinds.merge(kind, number, Integer::sum));
    return new Report(
        added + other.added,
        modified + other.modified,
        removed + other.removed,
        unchanged + other.unchanged,
        allSkipped,
        allWarnings,
        OtherFiles.byCount(kinds),
        ignored + other.ignored,
        other.types,
        bytes + other.bytes,
        took.plus(other.took));
  }

  /**
   * Returns the same with other numbers of articles, and another time.
   *
   * @param articles how many articles the index holds, by the type of their files
   * @param time how long the run took
   */
  public Report with(Map<String, Integer> articles, Duration time) {
    return new Report(
        added,
        modified,
        removed,
        unchanged,
        skipped,
        warnings,
        otherKinds,
        ignored,
        articles,
        bytes,
        time);
  }

  /** Returns how many files of other kinds lay in the folders. */
  public int otherFiles() {
    return otherKinds.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns how many articles the index holds now. */
  public int articles() {
    return types.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether a folder is gone or empty of which the index holds articles, and still does. */
  public boolean isAnyGone() {
    return skipped.stream().anyMatch(each -> each.problem().kind() == IndexingProblem.GONE);
  }

  /**
   * Something wrong with a file that was read all the same.
   *
   * @param path the file's path as the index holds it
   * @param problem what is wrong
   */
  public record Warning(String path, FileProblem problem) {}
}
