package dev.kaiyuan.index;

import java.util.Arrays;

/** A list of numbers that grows by pages: growing copies none of them. Not thread-safe. */
final class IntPages {
  private static final int BITS = 14;
  private static final int MASK = (1 << BITS) - 1;

  private int[][] pages = new int[4][];
  private int[] last = new int[0];
  private int used = MASK + 1;
  private int full = -1;

  void add(int value) {
    if (used > MASK) {
      turn();
    }
    last[used++] = value;
  }

  private void turn() {
    full++;
    if (full == pages.length) {
      pages = Arrays.copyOf(pages, full * 2);
    }
    if (pages[full] == null) {
      pages[full] = new int[MASK + 1];
    }
    last = pages[full];
    used = 0;
  }

  int get(int at) {
    return pages[at >>> BITS][at & MASK];
  }

  int size() {
    return (full << BITS) + used;
  }

  /** Forgets all from a place on. */
  void truncate(int size) {
    full = (size >>> BITS) - 1;
    turn();
    used = size & MASK;
  }
}
