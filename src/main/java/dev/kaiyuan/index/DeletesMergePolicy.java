package dev.kaiyuan.index;

import java.io.IOException;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;

/**
 * Merges deleted articles away at the end of a run while that is cheap. They would go on counting
 * in the statistics that the ranking rests on, and the same files would get other answers by the
 * index's history.
 */
final class DeletesMergePolicy extends TieredMergePolicy {
  /** Of segments with deleted articles, at most so many bytes are written anew. */
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
