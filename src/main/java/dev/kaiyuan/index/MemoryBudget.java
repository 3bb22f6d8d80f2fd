package dev.kaiyuan.index;

import java.util.Set;
import java.util.TreeSet;

/**
 * How an indexing run divides the heap. The memory for a file is an estimate: if it was too low,
 * and what had been written was lost, the run begins again with a {@link #tighter} budget.
 *
 * @param tight whether to keep as little as possible in memory
 * @param refused the files that do not fit in memory even alone
 */
record MemoryBudget(boolean tight, Set<String> refused) {
  static final MemoryBudget USUAL = new MemoryBudget(false, Set.of());

  /** The memory of the program itself: dictionaries, Lucene's writer. */
  private static final long PROGRAM = 40L << 20;

  private static final long LARGEST_BUFFER = 128L << 20;

  MemoryBudget {
    refused = Set.copyOf(refused);
  }

  /** Returns the size of the heap in bytes. */
  private static long heap() {
    return Runtime.getRuntime().maxMemory();
  }

  /**
   * Returns the size of the heap in mebibytes, as the index keeps it for a file that did not fit.
   */
  static long heapMebibytes() {
    return heap() >> 20;
  }

  /** Whether the heap is larger than a size that {@link #heapMebibytes} returned. */
  static boolean isMoreThan(String mebibytes) {
    // An older version did not keep it.
    return mebibytes.isEmpty() || heapMebibytes() > Long.parseLong(mebibytes);
  }

  /** Returns the memory for articles in bytes. */
  static long room() {
    return Math.max(heap() / 4, heap() - PROGRAM);
  }

  /**
   * Returns the size of the buffer of Lucene's writer in bytes. While it is flushed, it fills
   * again.
   */
  long buffer() {
    return tight ? room() / 8 : Math.min(LARGEST_BUFFER, room() / 3);
  }

  /** Returns the memory in bytes for the files that are read at the same time. */
  long inHand() {
    return tight ? room() / 4 : room() - 2 * buffer();
  }

  /** Returns the number of threads that read files. */
  int threads(int wanted) {
    return tight ? 1 : wanted;
  }

  /**
   * Returns the budget to try after this one.
   *
   * @throws OutOfRoomException if there is none
   */
  MemoryBudget tighter(OutOfRoomException lost) throws OutOfRoomException {
    Set<String> more = new TreeSet<>(refused);
    boolean learnt = lost.path() != null && more.add(lost.path());
    if (tight && !learnt) {
      throw lost;
    }
    return new MemoryBudget(true, more);
  }
}
