package dev.kaiyuan.search;

import dev.kaiyuan.analysis.TermFinder;
import dev.kaiyuan.analysis.UserDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The highlights of a text, ordered by start. Of each group only the surest matches are kept.
 *
 * <p>Reusable, not thread-safe. {@link #find} fills it.
 */
final class TextMarks {
  private static final int MOST = 2000;

  // The certainty of a match, the surest first.
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
   * A term to highlight.
   *
   * @param term as {@link TermFinder} takes it
   * @param weight what it adds to a passage
   * @param group a number below that of terms; of each group only the heaviest term of a passage
   *     counts
   * @param fallback whether it is highlighted only in texts without other terms of its group
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

  /** Returns a number above that of any group. */
  int groups() {
    return groups.length;
  }

  /** Returns the highlights between two offsets, shifted; those that touch or overlap are one. */
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

  /** Whether two offsets are one sign apart that joins parts of a name: TCP/IP, gpl.html. */
  private static boolean isJoint(String text, int from, int to) {
    return to - from == 1 && "-_./@&".indexOf(text.charAt(from)) >= 0;
  }

  /**
   * Keeps the surest matches of each group: if a text has a word itself, its characters across two
   * other words and its pieces are no matches.
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
