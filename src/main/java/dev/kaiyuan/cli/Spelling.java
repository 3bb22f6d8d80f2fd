package dev.kaiyuan.cli;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Guesses what was meant by a word that is slightly wrong. */
final class Spelling {
  private Spelling() {}

  /** Returns the candidate that takes the fewest edits, or null if none is close. */
  static @Nullable String closest(String word, Collection<String> candidates) {
    String best = null;
    int fewest = Math.max(1, word.replace("-", "").length() / 3) + 1;
    for (String candidate : candidates) {
      int edits = distance(word, candidate);
      if (edits < fewest) {
        fewest = edits;
        best = candidate;
      }
    }
    return best;
  }

  /** The number of letters to insert, delete, replace or swap with their neighbour. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
