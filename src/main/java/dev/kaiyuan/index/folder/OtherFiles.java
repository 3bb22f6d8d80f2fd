package dev.kaiyuan.index.folder;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that are not read for their kind. Immutable.
 *
 * @param counts how many there are, by the folder that was walked, then by the ending of their name
 */
public record OtherFiles(Map<String, Map<String, Integer>> counts) {
  private static final String KEY = "others";

  public OtherFiles {
    Map<String, Map<String, Integer>> copy = new TreeMap<>();
    counts.forEach(
        (root, endings) -> copy.put(root, Collections.unmodifiableMap(new TreeMap<>(endings))));
    counts = Collections.unmodifiableMap(copy);
  }

  /** Reads what a commit says. */
  public static OtherFiles of(Map<String, String> commitData) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    String lines = commitData.get(KEY);
    if (lines != null) {
      for (String line : lines.split("\n", -1)) {
        String[] parts = line.split("\t", 3);
        counts
            .computeIfAbsent(parts[2].replace('\0', '\n'), root -> new TreeMap<>())
            .put(parts[1], Integer.parseInt(parts[0]));
      }
    }
    return new OtherFiles(counts);
  }

  public void write(Map<String, String> commitData) {
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

  /**
   * Returns the counts of an index after a walk: those of folders that were walked are replaced,
   * those of folders that are gone are dropped.
   *
   * @param walk the counts by the folders' paths
   * @param walked the folders that were walked, by name
   * @param roots the names of all folders of the index
   */
  public OtherFiles updated(OtherFiles walk, Map<String, Path> walked, Collection<String> roots) {
    Map<String, Map<String, Integer>> updated = new TreeMap<>(counts);
    updated.keySet().removeIf(root -> walked.containsKey(root) || !roots.contains(root));
    for (Map.Entry<String, Path> root : walked.entrySet()) {
      Map<String, Integer> endings = walk.counts.get(root.getValue().toString());
      if (endings != null && isOutermost(root.getKey(), roots)) {
        updated.put(root.getKey(), endings);
      }
    }
    return new OtherFiles(updated);
  }

  /** Whether no other folder contains one, which would be counted with that. */
  private static boolean isOutermost(String root, Collection<String> roots) {
    for (String other : roots) {
      if (!other.equals(root) && ArticlePaths.contains(other, root)) {
        return false;
      }
    }
    return roots.contains(root);
  }

  /** Returns the number of files of each ending, the most frequent first. */
  public Map<String, Integer> byEnding() {
    Map<String, Integer> sums = new TreeMap<>();
    for (Map<String, Integer> endings : counts.values()) {
      endings.forEach((ending, count) -> sums.merge(ending, count, Integer::sum));
    }
    return byCount(sums);
  }

  /** Returns the same numbers, the greatest first. */
  public static Map<String, Integer> byCount(Map<String, Integer> counts) {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return sorted;
  }
}
