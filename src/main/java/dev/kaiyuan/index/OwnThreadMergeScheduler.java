package dev.kaiyuan.index;

import java.io.IOException;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeScheduler;
import org.apache.lucene.index.MergeTrigger;

/**
 * Merges in the thread that needs it while all of them are busy indexing, and in two threads at the
 * end of a run.
 */
final class OwnThreadMergeScheduler extends MergeScheduler {
  @Override
  public void merge(MergeSource source, MergeTrigger trigger) throws IOException {
    MergePolicy.OneMerge first = source.getNextMerge();
    if (first == null) {
      return;
    }
    boolean isEnd = trigger == MergeTrigger.EXPLICIT && source.hasPendingMerges();
    if (!isEnd) {
      source.merge(first);
      mergeAll(source);
      return;
    }
    Throwable[] failure = new Throwable[1];
    Thread beside =
        Thread.ofPlatform()
            .name("merging")
            .start(
                () -> {
                  try {
                    mergeAll(source);
                  } catch (Throwable e) {
                    failure[0] = e; // The thread that commits tells of it.
                  }
                });
    try {
      source.merge(first);
    } finally {
      await(beside);
    }
    if (failure[0] != null) {
      throw failure[0] instanceof IOException e ? e : new IOException(failure[0]);
    }
  }

  private static void mergeAll(MergeSource source) throws IOException {
    for (MergePolicy.OneMerge merge; (merge = source.getNextMerge()) != null; ) {
      source.merge(merge);
    }
  }

  private static void await(Thread thread) throws IOException {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw IndexFiles.interrupted(e);
    }
  }

  @Override
  public void close() {}
}
