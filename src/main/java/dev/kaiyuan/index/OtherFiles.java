package dev.kaiyuan.index;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts the files that are not read, by the folder that was walked and by their ending. */
final class OtherFiles {
  private static final String KEY = "others";

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  /** Reads what a commit says. */
  static OtherFiles of(Map<String, String> commitData) {
    OtherFiles others = new OtherFiles();
    String lines = commitData.get(KEY);
    if (lines != null) {
      for (String line : lines.split("\n", -1)) {
        String[] parts = line.split("\t", 3);
        others.add(parts[2].replace('\0', '\n'), parts[1], Integer.parseInt(parts[0]));
      }
    }
    return others;
  }

  void write(Map<String, String> commitData) {
    StringBuilder lines = new StringBuilder();
    counts.forEach(
        (root, endings) ->
            endings.forEach(
                (ending, count) ->
                    lines
                        .append(lines.isEmpty() ? "" : "\n")
                        .append(count)
                        .append('\t')
                        .append(ending)
                        .append('\t')
                        .append(root.replace('\n', '\0'))));
    if (!lines.isEmpty()) {
      commitData.put(KEY, lines.toString());
    }
  }

  void add(String root, String ending, int count) {
    counts.computeIfAbsent(root, each -> new TreeMap<>()).merge(ending, count, Integer::sum);
  }

  /**
   * Replaces the counts of folders that were walked, and drops those of folders that are gone.
   *
   * @param walk the counts by the folders' paths
   * @param walked the folders that were walked, by name
   * @param roots the names of all folders of the index
   */
  void update(OtherFiles walk, Map<String, Path> walked, Collection<String> roots) {
    counts.keySet().removeIf(root -> walked.containsKey(root) || !roots.contains(root));
    for (Map.Entry<String, Path> root : walked.entrySet()) {
      Map<String, Integer> endings = walk.counts.get(root.getValue().toString());
      if (endings != null && isOutermost(root.getKey(), roots)) {
        counts.put(root.getKey(), endings);
      }
    }
  }

  /** A folder in another one is counted when that is walked. */
  private static boolean isOutermost(String root, Collection<String> roots) {
    for (String other : roots) {
      if (!other.equals(root) && IndexState.contains(other, root)) {
        return false;
      }
    }
    return roots.contains(root);
  }

  /** Returns how many files there are of each ending, the most frequent first. */
  Map<String, Integer> byEnding() {
    Map<String, Integer> sums = new TreeMap<>();
    for (Map<String, Integer> endings : counts.values()) {
      endings.forEach((ending, count) -> sums.merge(ending, count, Integer::sum));
    }
    Map<String, Integer> sorted = new LinkedHashMap<>();
    sums.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return sorted;
  }
}
