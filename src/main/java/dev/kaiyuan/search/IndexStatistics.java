package dev.kaiyuan.search;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.meaning.Depth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is in an index.
 *
 * @param articles how many articles it holds
 * @param bytes how many bytes their files have together
 * @param indexBytes how many bytes the index itself takes
 * @param folders what the index was made of, as the index names it; {@code .} is the folder in
 *     which the index lies
 * @param facets what kinds of articles there are
 * @param largest the largest files, the largest first
 * @param skipped files that were found to hold no article, and why; those that no index can name,
 *     and links that were not followed, only {@link dev.kaiyuan.index.Report} tells
 * @param otherKinds how many files of the folders are not read for their kind, by the ending of
 *     their names: with its dot, empty for none; the most frequent first
 * @param included the patterns of further files that are read
 * @param meaning what of it is found by meaning, or null for nothing
 */
public record IndexStatistics(
    int articles,
    long bytes,
    long indexBytes,
    List<String> folders,
    Facets facets,
    List<FileSize> largest,
    List<SkippedFile> skipped,
    Map<String, Integer> otherKinds,
    Set<String> included,
    @Nullable MeaningCoverage meaning) {
  static final int LARGEST = 5;

  static final Comparator<FileSize> LARGEST_FIRST =
      Comparator.comparingLong(FileSize::bytes).reversed().thenComparing(FileSize::path);

  public IndexStatistics {
    folders = List.copyOf(folders);
    largest = List.copyOf(largest);
    skipped = List.copyOf(skipped);
    otherKinds = Collections.unmodifiableMap(new LinkedHashMap<>(otherKinds));
    included = Collections.unmodifiableSet(new TreeSet<>(included));
  }

  /**
   * Returns the statistics of an index by those of its parts.
   *
   * @param parts those of each part, at least one; what they say of the whole index is the same
   */
  public static IndexStatistics sum(List<IndexStatistics> parts) {
    IndexStatistics first = parts.getFirst();
    List<FileSize> largest = new ArrayList<>();
    List<SkippedFile> skipped = new ArrayList<>();
    long bytes = 0;
    long indexBytes = 0;
    int articles = 0;
    for (IndexStatistics each : parts) {
      articles += each.articles;
      bytes += each.bytes;
      indexBytes += each.indexBytes;
      largest.addAll(each.largest);
      skipped.addAll(each.skipped);
    }
    largest.sort(LARGEST_FIRST);
    skipped.sort(Comparator.comparing(SkippedFile::path));
    return new IndexStatistics(
        articles,
        bytes,
        indexBytes,
        first.folders,
        Facets.sum(parts.stream().map(IndexStatistics::facets).toList()),
        largest.subList(0, Math.min(LARGEST, largest.size())),
        skipped,
        first.otherKinds,
        first.included,
        MeaningCoverage.sum(parts));
  }

  /**
   * A file and its size.
   *
   * @param path the file as the index holds it
   * @param bytes its size
   */
  public record FileSize(String path, long bytes) {}

  /**
   * A file that holds no article.
   *
   * @param path the file as the index holds it
   * @param problem why
   */
  public record SkippedFile(String path, FileProblem problem) {}

  /**
   * What of an index is found by meaning.
   *
   * @param depth how deep its articles are to be embedded
   * @param articles how many have vectors
   * @param passages how many vectors they have
   * @param models the models that made them, each with its version
   */
  public record MeaningCoverage(Depth depth, int articles, int passages, Set<String> models) {
    public MeaningCoverage {
      models = Collections.unmodifiableSet(new TreeSet<>(models));
    }

    private static @Nullable MeaningCoverage sum(List<IndexStatistics> parts) {
      MeaningCoverage sum = null;
      for (IndexStatistics part : parts) {
        MeaningCoverage each = part.meaning;
        if (each != null) {
          Set<String> models = new TreeSet<>(each.models);
          models.addAll(sum == null ? Set.of() : sum.models);
          sum =
              new MeaningCoverage(
                  each.depth,
                  each.articles + (sum == null ? 0 : sum.articles),
                  each.passages + (sum == null ? 0 : sum.passages),
                  models);
        }
      }
      return sum;
    }
  }
}
