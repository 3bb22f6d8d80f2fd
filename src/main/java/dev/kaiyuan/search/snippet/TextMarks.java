package dev.kaiyuan.search.snippet;

import dev.kaiyuan.analysis.TermFinder;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
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
  private final List<MarkedWord> words;
  private final List<Match> matches = new ArrayList<>();

  private record Match(MarkedWord word, int start, int end) {}

  TextMarks(List<MarkedWord> words, UserDictionary known) {
    this.words = List.copyOf(words);
    finder = new TermFinder(words.stream().map(MarkedWord::term).toList(), known);
  }

  void find(String text) {
    matches.clear();
    finder.find(
        text,
        (word, start, end) -> {
          if (matches.size() < MOST) {
            add(new Match(words.get(word), start, end));
          }
        });
    keepSurest();
  }

  int size() {
    return matches.size();
  }

  int start(int mark) {
    return matches.get(mark).start;
  }

  int end(int mark) {
    return matches.get(mark).end;
  }

  float weight(int mark) {
    return matches.get(mark).word.weight();
  }

  int group(int mark) {
    return matches.get(mark).word.group();
  }

  /** Returns a number above that of any group. */
  int groups() {
    return words.size();
  }

  /** Returns the highlights between two offsets, shifted; those that touch or overlap are one. */
  List<Range> ranges(String text, int from, int to, int shift) {
    List<Range> ranges = new ArrayList<>();
    int start = -1;
    int end = -1;
    for (Match match : matches) {
      if (match.start < from || match.end > to) {
        continue;
      }
      if (start >= 0 && (match.start <= end || isJoint(text, end, match.start))) {
        end = Math.max(end, match.end);
        continue;
      }
      if (start >= 0) {
        ranges.add(new Range(start + shift, end + shift));
      }
      start = match.start;
      end = match.end;
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
    int[] surest = new int[words.size()];
    Arrays.fill(surest, PIECE);
    int[] certainty = new int[matches.size()];
    for (int i = 0; i < certainty.length; i++) {
      int group = matches.get(i).word.group();
      certainty[i] = certainty(matches.get(i));
      surest[group] = Math.min(surest[group], certainty[i]);
    }
    List<Match> all = List.copyOf(matches);
    matches.clear();
    for (int i = 0; i < certainty.length; i++) {
      if (certainty[i] == surest[all.get(i).word.group()]) {
        matches.add(all.get(i));
      }
    }
  }

  private int certainty(Match match) {
    if (match.word.fallback()) {
      return PIECE;
    }
    return finder.isAcross(match.start, match.end) ? ACROSS : SURE;
  }

  private void add(Match match) {
    int at = matches.size();
    while (at > 0 && matches.get(at - 1).start > match.start) {
      at--;
    }
    matches.add(at, match);
  }
}
