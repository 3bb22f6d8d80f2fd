package dev.kaiyuan.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells where several words stand side by side, as it is told where each of them stands.
 *
 * <p>Not thread-safe.
 */
final class SideBySide {
  private static final int ALONE = -1;

  private final List<String> terms = new ArrayList<>();

  /** For each term the number of its row of words, or {@link #ALONE}, and its place there. */
  private final List<Integer> rows = new ArrayList<>();

  private final List<Integer> places = new ArrayList<>();

  /** Of each row how many words it has, how many of them were found, and where. */
  private final int[] lengths;

  private final int[] reached;
  private final int[] starts;
  private final int[] ends;

  /**
   * Takes words, and rows of words with spaces between them.
   *
   * @param words a word or a row each
   */
  SideBySide(List<String> words) {
    lengths = new int[words.size()];
    reached = new int[words.size()];
    starts = new int[words.size()];
    ends = new int[words.size()];
    List<String> behind = new ArrayList<>();
    for (int row = 0; row < words.size(); row++) {
      String[] parts = words.get(row).split(" ");
      lengths[row] = parts.length;
      terms.add(parts[0]);
      rows.add(parts.length == 1 ? ALONE : row);
      places.add(0);
      behind.addAll(Arrays.asList(parts).subList(1, parts.length));
    }
    terms.addAll(behind);
    for (int row = 0; row < words.size(); row++) {
      for (int place = 1; place < lengths[row]; place++) {
        rows.add(row);
        places.add(place);
      }
    }
  }

  /** Returns the words to look for: the first of each row at the row's number, others behind. */
  List<String> terms() {
    return terms;
  }

  void clear() {
    Arrays.fill(reached, 0);
  }

  /** Takes a term of the text; passes it to the sink if it is alone or ends a row. */
  void found(int term, int start, int end, TermSink sink) {
    int row = rows.get(term);
    if (row == ALONE) {
      sink.found(term, start, end);
      return;
    }
    int place = places.get(term);
    if (place == 0) {
      starts[row] = start;
    } else if (reached[row] != place || start < ends[row] || start > ends[row] + 1) {
      return;
    }
    reached[row] = place + 1;
    ends[row] = end;
    if (reached[row] == lengths[row]) {
      sink.found(row, starts[row], end);
    }
  }
}
