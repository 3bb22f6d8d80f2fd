package dev.kaiyuan.analysis.english;

import static dev.kaiyuan.analysis.english.EnglishLetters.ends;
import static dev.kaiyuan.analysis.english.EnglishLetters.syllables;
import static dev.kaiyuan.analysis.english.EnglishLetters.vowel;

/**
 * Spells a stem the American way, so that organis(e) meets organiz(e), behaviour behavior and
 * licenc(e) licens(e).
 */
final class BritishSpelling {
  private BritishSpelling() {}

  /**
   * Changes a stem in place and returns its length.
   *
   * @param shortened whether an ending fell off, so that there is room for a letter more
   */
  static int toAmerican(char[] stem, int length, boolean shortened) {
    int end = our(stem, length);
    if (ends(stem, end, "practis")) {
      stem[end - 1] = 'c';
    } else if ((shortened && ends(stem, end, "is"))
        || ends(stem, end, "iser")
        || ends(stem, end, "isabl")
        || ends(stem, end, "isation")) {
      z(stem, end, "is");
    } else if (ends(stem, end, "analys")
        || ends(stem, end, "analyser")
        || ends(stem, end, "paralys")) {
      z(stem, end, "ys");
    } else if (ends(stem, end, "licenc")
        || ends(stem, end, "defenc")
        || ends(stem, end, "offenc")) {
      stem[end - 1] = 's';
    } else if (shortened
        && end > 3
        && (ends(stem, end, "tr") || ends(stem, end, "br"))
        && vowelBefore(stem, end - 2)) {
      stem[end] = stem[end - 1];
      stem[end - 1] = 'e';
      end++;
    } else if (end > 5 && ends(stem, end, "ogu")) {
      end--;
    } else if (ends(stem, end, "ller") && syllables(stem, end) > 2) {
      stem[end - 3] = 'e';
      stem[end - 2] = 'r';
      end--;
    }
    return end;
  }

  private static boolean vowelBefore(char[] stem, int end) {
    return syllables(stem, end) > 0;
  }

  /** Colour, behavioural, favourite, but not hour, source and journal. */
  private static int our(char[] stem, int end) {
    for (int at = 2; at + 3 <= end; at++) {
      if (stem[at] == 'o'
          && stem[at + 1] == 'u'
          && stem[at + 2] == 'r'
          && syllables(stem, at) > 0) {
        boolean ending = at + 3 == end || vowel(stem, at + 3) || "fhls".indexOf(stem[at + 3]) >= 0;
        if (ending && !(at + 3 < end && stem[at + 3] == 's')) {
          System.arraycopy(stem, at + 2, stem, at + 1, end - at - 2);
          return end - 1;
        }
      }
    }
    return end;
  }

  private static void z(char[] stem, int end, String ending) {
    for (int at = end - 2; at > 0; at--) {
      if (stem[at] == ending.charAt(0) && stem[at + 1] == 's') {
        if (syllables(stem, at) > 0) {
          stem[at + 1] = 'z';
        }
        return;
      }
    }
  }
}
