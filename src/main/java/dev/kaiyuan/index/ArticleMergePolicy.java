package dev.kaiyuan.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the segments few, because a search opens each of its terms in each of them.
 *
 * <p>A run that writes the whole index merges once, when it ends: every byte is copied once, and
 * two threads have something to do. At the end of any run deleted articles are merged away if that
 * is cheap. Otherwise they would count in the statistics of the ranking, and the answers would
 * depend on the history of the index.
 */
final class ArticleMergePolicy extends TieredMergePolicy {
  /** The most bytes of segments with deleted articles that are rewritten. */
  private static final long CHEAP = 16L << 20;

  private static final int SEGMENTS = 2;
  private static final long LARGEST = 5L << 30;

  private final boolean whole;

  /**
   * Makes a policy.
   *
   * @param whole whether the run writes the whole index
   */
  ArticleMergePolicy(boolean whole) {
    this.whole = whole;
    setForceMergeDeletesPctAllowed(0);
    // With compound files a search opens three files a segment instead of twenty.
    setNoCFSRatio(1);
  }

  @Override
  public @Nullable MergeSpecification findMerges(
      MergeTrigger trigger, SegmentInfos segments, MergeContext context) throws IOException {
    return whole ? null : super.findMerges(trigger, segments, context);
  }

  @Override
  public @Nullable MergeSpecification findForcedDeletesMerges(
      SegmentInfos segments, MergeContext context) throws IOException {
    long bytes = 0;
    for (SegmentCommitInfo segment : segments) {
      if (context.numDeletesToMerge(segment) > 0) {
        bytes += segment.sizeInBytes();
      }
    }
    return bytes > CHEAP ? null : super.findForcedDeletesMerges(segments, context);
  }

  /** Merges all segments to a few of about the same size, in as many merges. */
  @Override
  public @Nullable MergeSpecification findForcedMerges(
      SegmentInfos segments,
      int most,
      Map<SegmentCommitInfo, Boolean> toMerge,
      MergeContext context)
      throws IOException {
    List<SegmentCommitInfo> left = new ArrayList<>();
    Map<SegmentCommitInfo, Long> sizes = new HashMap<>();
    long bytes = 0;
    for (SegmentCommitInfo segment : segments) {
      boolean isOfRun = Boolean.TRUE.equals(toMerge.get(segment));
      if (isOfRun && !context.getMergingSegments().contains(segment)) {
        sizes.put(segment, segment.sizeInBytes());
        bytes += segment.sizeInBytes();
        left.add(segment);
      }
    }
    int groups = (int) Math.max(SEGMENTS, 1 + bytes / LARGEST);
    if (left.size() <= groups) {
      return null;
    }
    left.sort(Comparator.comparing(sizes::get).reversed());
    return merges(left, sizes, groups);
  }

  /** Gives each segment, the largest first, to the smallest group. */
  private static MergeSpecification merges(
      List<SegmentCommitInfo> segments, Map<SegmentCommitInfo, Long> sizes, int groups) {
    List<List<SegmentCommitInfo>> parts = new ArrayList<>();
    long[] bytes = new long[groups];
    for (int i = 0; i < groups; i++) {
      parts.add(new ArrayList<>());
    }
    for (SegmentCommitInfo segment : segments) {
      int smallest = 0;
      for (int i = 1; i < groups; i++) {
        smallest = bytes[i] < bytes[smallest] ? i : smallest;
      }
      bytes[smallest] += sizes.get(segment);
      parts.get(smallest).add(segment);
    }
    MergeSpecification merges = new MergeSpecification();
    for (List<SegmentCommitInfo> part : parts) {
      if (part.size() > 1) {
        merges.add(new OneMerge(part));
      }
    }
    return merges;
  }
}
