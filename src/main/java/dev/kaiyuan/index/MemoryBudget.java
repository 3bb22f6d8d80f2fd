package dev.kaiyuan.index;

import java.util.Set;
import java.util.TreeSet;

/**
 * How a run shares out the memory there is. What a file takes is an estimate: where it was too low
 * and what had been written was lost, the run begins again under a {@link #tighter} budget.
 *
 * @param tight whether to keep as little as possible in memory at once
 * @param refused the files that memory has no room for even when they are alone in it
 */
record MemoryBudget(boolean tight, Set<String> refused) {
  static final MemoryBudget USUAL = new MemoryBudget(false, Set.of());

  /** What the program itself takes: dictionaries, an index's writer. */
  private static final long PROGRAM = 40L << 20;

  private static final long LARGEST_BUFFER = 128L << 20;

  MemoryBudget {
    refused = Set.copyOf(refused);
  }

  /** The memory there is, in bytes. */
  private static long heap() {
    return Runtime.getRuntime().maxMemory();
  }

  /** The same in mebibytes, as it is remembered of a file that had no room in it. */
  static long heapMebibytes() {
    return heap() >> 20;
  }

  /** Whether there is more memory than was remembered so. */
  static boolean isMoreThan(String mebibytes) {
    // An index of a version that did not remember it has nothing here.
    return mebibytes.isEmpty() || heapMebibytes() > Long.parseLong(mebibytes);
  }

  /** The memory for articles, in bytes. */
  static long room() {
    return Math.max(heap() / 4, heap() - PROGRAM);
  }

  /**
   * What articles that wait to be written may take together, in bytes. While those are written that
   * fill it, others fill it once more.
   */
  long buffer() {
    return tight ? room() / 8 : Math.min(LARGEST_BUFFER, room() / 3);
  }

  /** What files that are being read may take together, in bytes. */
  long inHand() {
    return tight ? room() / 4 : room() - 2 * buffer();
  }

  /** How many threads read files. */
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
