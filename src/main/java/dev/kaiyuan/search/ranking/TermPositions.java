package dev.kaiyuan.search.ranking;

import dev.kaiyuan.search.query.RescoredSpan;
import dev.kaiyuan.search.query.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.ArrayUtil;

/**
 * The positions of the grams of spans in one article. A gram of several wordings counts for the
 * first. Positions are sorted as numbers, each with its gram in the lowest bits.
 */
final class TermPositions {
  private static final int MOST_OF_A_GRAM = 256;
  private static final int GRAM_BITS = 12;

  private final List<String> grams = new ArrayList<>();
  private final float[] weights;
  private final int[] wordingOf;
  private final int[] first;
  private final int[] inWindow;

  /** The span of each wording. */
  private final int[] spanOf;

  /** The first wording of each span. */
  private final int[] firstWordings;

  private final float[] ofWording;
  private final float[] ofSpan;

  private long[] positions = new long[256];
  private int size;

  TermPositions(List<RescoredSpan> spans) {
    int wordingCount = 0;
    int gramCount = 0;
    for (RescoredSpan span : spans) {
      wordingCount += span.wordings().size();
      for (Wording each : span.wordings()) {
        gramCount += each.grams().size();
      }
    }
    weights = new float[gramCount];
    wordingOf = new int[gramCount];
    first = new int[gramCount];
    inWindow = new int[gramCount];
    spanOf = new int[wordingCount];
    ofWording = new float[wordingCount];
    firstWordings = new int[spans.size() + 1];
    ofSpan = new float[spans.size()];
    Set<String> distinct = new HashSet<>();
    int wording = 0;
    for (int span = 0; span < spans.size(); span++) {
      firstWordings[span] = wording;
      for (Wording each : spans.get(span).wordings()) {
        spanOf[wording] = span;
        for (int i = 0; i < each.grams().size(); i++) {
          if (distinct.add(each.grams().get(i))) {
            weights[grams.size()] = each.weights().get(i);
            wordingOf[grams.size()] = wording;
            grams.add(each.grams().get(i));
          }
        }
        wording++;
      }
    }
    firstWordings[spans.size()] = wording;
  }

  /** Returns the different grams; the index in this list is the number of a gram. */
  List<String> grams() {
    return grams;
  }

  void clear() {
    size = 0;
    Arrays.fill(first, -1);
  }

  /** Adds the positions of a gram in the current article of its postings. */
  void add(int gram, PostingsEnum postings) throws IOException {
    int count = Math.min(postings.freq(), MOST_OF_A_GRAM);
    positions = ArrayUtil.grow(positions, size + count);
    for (int i = 0; i < count; i++) {
      long position = postings.nextPosition();
      if (i == 0) {
        first[gram] = (int) position;
      }
      positions[size++] = position << GRAM_BITS | gram;
    }
  }

  /** Returns the sum of the weights of spans, each less the later its grams come first. */
  float early(float distance) {
    Arrays.fill(ofWording, 0);
    for (int gram = 0; gram < grams.size(); gram++) {
      if (first[gram] >= 0) {
        ofWording[wordingOf[gram]] += weights[gram] * (float) Math.exp(-first[gram] / distance);
      }
    }
    float early = 0;
    for (int span = 0; span < ofSpan.length; span++) {
      early += heaviestWording(span);
    }
    return early;
  }

  /** Returns the greatest sum of the weights of different spans within a window of characters. */
  float bestPassage(int window) {
    Arrays.sort(positions, 0, size);
    Arrays.fill(inWindow, 0);
    Arrays.fill(ofWording, 0);
    Arrays.fill(ofSpan, 0);
    float best = 0;
    float sum = 0;
    int left = 0;
    for (int right = 0; right < size; right++) {
      int gram = gram(right);
      if (inWindow[gram]++ == 0) {
        sum += weigh(gram, weights[gram]);
      }
      while (position(right) - position(left) > window) {
        int gone = gram(left++);
        if (--inWindow[gone] == 0) {
          sum += weigh(gone, -weights[gone]);
        }
      }
      best = Math.max(best, sum);
    }
    return best;
  }

  /** Adds to the weight of a gram's wording; returns what that adds to the weight of its span. */
  private float weigh(int gram, float weight) {
    int wording = wordingOf[gram];
    int span = spanOf[wording];
    float before = ofSpan[span];
    // Only a wording that is the heaviest changes the span when it gets lighter.
    boolean wasHeaviest = ofWording[wording] >= before;
    ofWording[wording] += weight;
    if (weight > 0) {
      ofSpan[span] = Math.max(before, ofWording[wording]);
    } else if (wasHeaviest) {
      ofSpan[span] = heaviestWording(span);
    }
    return ofSpan[span] - before;
  }

  private float heaviestWording(int span) {
    float heaviest = 0;
    for (int wording = firstWordings[span]; wording < firstWordings[span + 1]; wording++) {
      heaviest = Math.max(heaviest, ofWording[wording]);
    }
    return heaviest;
  }

  private int gram(int i) {
    return (int) (positions[i] & (1 << GRAM_BITS) - 1);
  }

  private long position(int i) {
    return positions[i] >> GRAM_BITS;
  }
}
