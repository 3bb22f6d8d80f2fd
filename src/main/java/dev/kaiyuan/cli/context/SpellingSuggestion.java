package dev.kaiyuan.cli.context;

import org.jspecify.annotations.Nullable;

/** Suggests a known name for a misspelled one. */
public final class SpellingSuggestion {
  private SpellingSuggestion() {}

  /** Returns the most similar known name, or null if none is similar. */
  public static @Nullable String nearest(String typed, Iterable<String> known) {
    String nearest = null;
    int least = Math.max(1, typed.length() / 3) + 1;
    for (String name : known) {
      int distance = typed.length() > 1 && name.startsWith(typed) ? 0 : distance(typed, name);
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return nearest;
  }

  /** Returns the Damerau-Levenshtein distance (optimal string alignment). */
  private static int distance(String a, String b) {
    int[] twoAbove = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = twoAbove;
      twoAbove = above;
      above = row;
      row = free;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + other, 1 + Math.min(above[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }
}
