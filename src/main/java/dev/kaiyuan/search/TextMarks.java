package dev.kaiyuan.search;

import dev.kaiyuan.analysis.TermFinder;
import dev.kaiyuan.analysis.UserDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The marks in a text, ordered by their start: the places of the words to mark, of each group only
 * the least doubtful.
 *
 * <p>Reusable, not thread-safe. {@link #find} fills it.
 */
final class TextMarks {
  private static final int MOST = 2000;

  // How doubtful a mark is.
  private static final int SURE = 0;
  private static final int ACROSS = 1;
  private static final int PIECE = 2;

  private final TermFinder finder;
  private final float[] weights;
  private final int[] groups;
  private final boolean[] fallbacks;

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] terms = new int[64];
  private int[] doubts = new int[64];
  private int size;

  /**
   * A word to mark.
   *
   * @param term the word as {@link TermFinder} takes it
   * @param weight what it is worth
   * @param group words of one group say the same: only the heaviest in a passage counts; less than
   *     the number of words
   * @param fallback marked only where no word of its group that is no fallback stands in the text
   */
  record Word(String term, float weight, int group, boolean fallback) {}

  TextMarks(List<Word> words, UserDictionary known) {
    finder = new TermFinder(words.stream().map(Word::term).toList(), known);
    weights = new float[words.size()];
    groups = new int[words.size()];
    fallbacks = new boolean[words.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = words.get(i).weight();
      groups[i] = words.get(i).group();
      fallbacks[i] = words.get(i).fallback();
    }
  }

  void find(String text) {
    size = 0;
    finder.find(
        text,
        (term, start, end) -> {
          if (size < MOST) {
            add(term, start, end);
          }
        });
    keepSurest();
  }

  int size() {
    return size;
  }

  int start(int mark) {
    return starts[mark];
  }

  int end(int mark) {
    return ends[mark];
  }

  float weight(int mark) {
    return weights[terms[mark]];
  }

  int group(int mark) {
    return groups[terms[mark]];
  }

  /** Returns a number that every group is below. */
  int groups() {
    return groups.length;
  }

  /** Returns the marks between two offsets, shifted, those that touch or overlap as one. */
  List<Range> ranges(String text, int from, int to, int shift) {
    List<Range> ranges = new ArrayList<>();
    int start = -1;
    int end = -1;
    for (int i = 0; i < size; i++) {
      if (starts[i] < from || ends[i] > to) {
        continue;
      }
      if (start >= 0 && (starts[i] <= end || isJoint(text, end, starts[i]))) {
        end = Math.max(end, ends[i]);
        continue;
      }
      if (start >= 0) {
        ranges.add(new Range(start + shift, end + shift));
      }
      start = starts[i];
      end = ends[i];
    }
    if (start >= 0) {
      ranges.add(new Range(start + shift, end + shift));
    }
    return ranges;
  }

  /** Whether nothing but a sign that holds a name together stands between: TCP/IP, gpl.html. */
  private static boolean isJoint(String text, int from, int to) {
    return to - from == 1 && "-_./@&".indexOf(text.charAt(from)) >= 0;
  }

  /**
   * Where the word itself stands in the text, its characters across two other words and its pieces
   * alone say nothing more.
   */
  private void keepSurest() {
    int[] surest = new int[groups.length];
    Arrays.fill(surest, PIECE);
    for (int i = 0; i < size; i++) {
      doubts[i] = doubt(i);
      surest[group(i)] = Math.min(surest[group(i)], doubts[i]);
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (doubts[i] == surest[group(i)]) {
        starts[kept] = starts[i];
        ends[kept] = ends[i];
        terms[kept] = terms[i];
        kept++;
      }
    }
    size = kept;
  }

  private int doubt(int mark) {
    if (fallbacks[terms[mark]]) {
      return PIECE;
    }
    return finder.isAcross(starts[mark], ends[mark]) ? ACROSS : SURE;
  }

  private void add(int term, int start, int end) {
    if (size == starts.length) {
      doubts = Arrays.copyOf(doubts, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      terms = Arrays.copyOf(terms, 2 * size);
    }
    int at = size++;
    for (; at > 0 && starts[at - 1] > start; at--) {
      starts[at] = starts[at - 1];
      ends[at] = ends[at - 1];
      terms[at] = terms[at - 1];
    }
    starts[at] = start;
    ends[at] = end;
    terms[at] = term;
  }
}
