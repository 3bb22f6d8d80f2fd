package dev.kaiyuan.index;

import java.io.IOException;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;

/**
 * Merges deleted articles away at the end of a run if that is cheap. Otherwise they would count in
 * the statistics of the ranking, and the answers would depend on the history of the index.
 */
final class DeletesMergePolicy extends TieredMergePolicy {
  /** The most bytes of segments with deleted articles that are rewritten. */
  private static final long CHEAP = 16L << 20;

  DeletesMergePolicy() {
    setForceMergeDeletesPctAllowed(0);
  }

  @Override
  public MergeSpecification findForcedDeletesMerges(SegmentInfos segments, MergeContext context)
      throws IOException {
    long bytes = 0;
    for (SegmentCommitInfo segment : segments) {
      if (context.numDeletesToMerge(segment) > 0) {
        bytes += segment.sizeInBytes();
      }
    }
    return bytes > CHEAP ? null : super.findForcedDeletesMerges(segments, context);
  }
}
