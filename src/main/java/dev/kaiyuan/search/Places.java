package dev.kaiyuan.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;

/** Where the terms of a query stand in one article. */
final class Places {
  private static final int MOST_OF_A_TERM = 256;
  private static final int TERM_BITS = 12;

  private final float[] weights;
  private final int[] inWindow;
  private long[] places = new long[256];
  private int size;
  private final int[] first;

  Places(List<Float> weights) {
    this.weights = new float[weights.size()];
    for (int i = 0; i < this.weights.length; i++) {
      this.weights[i] = weights.get(i);
    }
    inWindow = new int[this.weights.length];
    first = new int[this.weights.length];
  }

  void clear() {
    size = 0;
    Arrays.fill(first, -1);
  }

  /** Takes in the places of a term in the article that its postings stand at. */
  void add(int term, PostingsEnum postings) throws IOException {
    int count = Math.min(postings.freq(), MOST_OF_A_TERM);
    if (size + count > places.length) {
      places = Arrays.copyOf(places, 2 * (size + count));
    }
    for (int i = 0; i < count; i++) {
      long position = postings.nextPosition();
      if (i == 0) {
        first[term] = (int) position;
      }
      places[size++] = position << TERM_BITS | term;
    }
  }

  /** The sum of the terms' weights, each less the later the term comes first. */
  float early(float distance) {
    float early = 0;
    for (int term = 0; term < weights.length; term++) {
      if (first[term] >= 0) {
        early += weights[term] * (float) Math.exp(-first[term] / distance);
      }
    }
    return early;
  }

  /** The greatest sum of the weights of different terms within so many characters. */
  float bestPassage(int window) {
    Arrays.sort(places, 0, size);
    Arrays.fill(inWindow, 0);
    float best = 0;
    float sum = 0;
    int left = 0;
    for (int right = 0; right < size; right++) {
      int term = term(right);
      if (inWindow[term]++ == 0) {
        sum += weights[term];
      }
      while (position(right) - position(left) > window) {
        int gone = term(left++);
        if (--inWindow[gone] == 0) {
          sum -= weights[gone];
        }
      }
      best = Math.max(best, sum);
    }
    return best;
  }

  private int term(int place) {
    return (int) (places[place] & (1 << TERM_BITS) - 1);
  }

  private long position(int place) {
    return places[place] >> TERM_BITS;
  }
}
