package dev.kaiyuan.index;

import java.util.Arrays;
import org.apache.lucene.util.BytesRefBuilder;

/**
 * Numbers terms in the order in which they are first seen. A term of up to four characters, as
 * nearly all Chinese ones are, is one number itself, so that it is found with two looks at memory.
 * Not thread-safe.
 */
final class TermTable {
  private static final int HEAD = 4;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** Id + 1 of a term at the place its hash gives it or as soon after as was free; 0 for none. */
  private int[] slots = new int[1 << 10];

  /** The first four characters of each term, the last one lowest. */
  private long[] heads = new long[1 << 9];

  /**
   * Where in {@link #rests} the other characters are, behind their number: for none at 0, where
   * that is 0.
   */
  private int[] tails = new int[1 << 9];

  private char[] rests = new char[1 << 10];
  private int restsEnd = 1;
  private int size;

  /** Whether a term is one number, see {@link #head}. */
  static boolean isShort(int length) {
    return length <= HEAD;
  }

  /** Returns the characters of a term, or the first four of it, as one number. */
  static long head(char[] term, int length) {
    long head = 0;
    int headLength = Math.min(length, HEAD);
    for (int i = 0; i < headLength; i++) {
      head = head << Character.SIZE | term[i];
    }
    return head;
  }

  /** Returns a short term's id, a new one where it is new. */
  int id(long head) {
    int mask = slots.length - 1;
    for (int slot = slot(head * MULTIPLIER, mask); ; slot = slot + 1 & mask) {
      int id = slots[slot] - 1;
      if (id < 0) {
        return add(slot, head, 0);
      }
      if (heads[id] == head && tails[id] == 0) {
        return id;
      }
    }
  }

  /** Returns a longer term's id, a new one where it is new. */
  int id(char[] term, int length) {
    long head = head(term, length);
    long hash = hash(head, term, HEAD, length);
    int mask = slots.length - 1;
    for (int slot = slot(hash, mask); ; slot = slot + 1 & mask) {
      int id = slots[slot] - 1;
      if (id < 0) {
        return add(slot, head, addRest(term, length));
      }
      if (heads[id] == head && hasRest(tails[id], term, length)) {
        return id;
      }
    }
  }

  /** Hashes a head and the characters behind it, of which a short term has none. */
  private static long hash(long head, char[] rest, int start, int end) {
    long hash = head * MULTIPLIER;
    for (int i = start; i < end; i++) {
      hash = (hash ^ rest[i]) * MULTIPLIER;
    }
    return hash;
  }

  private static int slot(long hash, int mask) {
    return (int) (hash >>> Integer.SIZE) & mask;
  }

  private boolean hasRest(int tail, char[] term, int length) {
    return rests[tail] == length - HEAD
        && Arrays.equals(rests, tail + 1, tail + 1 + length - HEAD, term, HEAD, length);
  }

  private int add(int slot, long head, int tail) {
    int id = size++;
    if (id == heads.length) {
      heads = Arrays.copyOf(heads, id * 2);
      tails = Arrays.copyOf(tails, id * 2);
    }
    heads[id] = head;
    tails[id] = tail;
    slots[slot] = size;
    if (size * 2 > slots.length) {
      spread();
    }
    return id;
  }

  private int addRest(char[] term, int length) {
    int tail = restsEnd;
    restsEnd += 1 + length - HEAD;
    if (restsEnd > rests.length) {
      rests = Arrays.copyOf(rests, Math.max(restsEnd, rests.length * 2));
    }
    rests[tail] = (char) (length - HEAD);
    System.arraycopy(term, HEAD, rests, tail + 1, length - HEAD);
    return tail;
  }

  private void spread() {
    int mask = slots.length * 2 - 1;
    slots = new int[mask + 1];
    for (int id = 0; id < size; id++) {
      int rest = tails[id] + 1;
      int slot = slot(hash(heads[id], rests, rest, rest + rests[tails[id]]), mask);
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = id + 1;
    }
  }

  int size() {
    return size;
  }

  /** Writes a term as UTF-8. */
  void write(int id, BytesRefBuilder bytes) {
    int tail = tails[id];
    char[] buffer = new char[HEAD + rests[tail]];
    int length = 0;
    for (int shift = Long.SIZE - Character.SIZE; shift >= 0; shift -= Character.SIZE) {
      char c = (char) (heads[id] >>> shift);
      if (c != 0) {
        buffer[length++] = c;
      }
    }
    System.arraycopy(rests, tail + 1, buffer, length, rests[tail]);
    bytes.copyChars(buffer, 0, length + rests[tail]);
  }

  /** The memory it takes, in bytes. */
  long bytes() {
    return 4L * slots.length + 12L * heads.length + 2L * rests.length;
  }
}
