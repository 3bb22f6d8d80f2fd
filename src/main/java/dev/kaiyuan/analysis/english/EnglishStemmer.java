package dev.kaiyuan.analysis.english;

import static dev.kaiyuan.analysis.english.EnglishLetters.ends;
import static dev.kaiyuan.analysis.english.EnglishLetters.syllables;
import static dev.kaiyuan.analysis.english.EnglishLetters.vowel;

/**
 * Brings the forms of an English word together under one stem, British and American spelling alike.
 *
 * <pre>
 * license licence licenses licensed licensing → licens      organise organizing → organiz      colours color → color
 * policies policy → policy    police → polic                new → new    news → news
 * </pre>
 *
 * <p>Inflections are taken off (plural, -ed, -ing, possessive, -ly), and of the endings that make
 * another word only -ation and the -al behind -ic, -ion and -ment: installation meets install,
 * experimental experiment. So universe and university, general and generous stay apart. A stem
 * stands in the index and need not be a word: a silent e falls off long words, which is why no list
 * of all English words is needed. The rules are our own; what doubles a consonant or wants its e
 * back after -ing is the "short syllable" of Porter's stemmers.
 *
 * <p>Thread-safe, works in place and allocates nothing.
 */
public final class EnglishStemmer {
  private static final int SHORTEST = 3;

  private EnglishStemmer() {}

  /**
   * Stems a word in place.
   *
   * @param word the word in lower case from index 0; one that has anything but a to z, or a
   *     possessive ending, stays
   * @param length its length
   * @return the length of the stem, at most that of the word
   */
  public static int stem(char[] word, int length) {
    int end = withoutPossessive(word, length);
    for (int i = 0; i < end; i++) {
      if (word[i] < 'a' || word[i] > 'z') {
        return end;
      }
    }
    if (end < SHORTEST) {
      return end;
    }
    int irregular = IrregularEnglish.replace(word, end);
    if (irregular > 0) {
      return irregular;
    }
    end = withoutPlural(word, end);
    end = withoutAdverbEnding(word, end);
    int stem = withoutVerbEnding(word, end);
    boolean shortened = stem < end;
    return withoutNounEnding(word, BritishSpelling.toAmerican(word, stem, shortened), shortened);
  }

  /**
   * Returns the second letters of words whose stem begins alike but has another second letter, as
   * mice has; all other stems begin with the first two letters of the word.
   *
   * @param first the first letter, a to z
   * @return a bit for each letter, the lowest for a
   */
  public static int changedSecondLetters(char first) {
    return IrregularEnglish.changedSecondLetters(first);
  }

  private static int withoutPossessive(char[] word, int length) {
    int end = length;
    if (end > 2 && word[end - 1] == 's' && word[end - 2] == '\'') {
      end -= 2;
    } else if (end > 1 && word[end - 1] == '\'') {
      end--;
    }
    return end;
  }

  /** Boxes, policies, caches: what is left of the e falls with the silent e of the singular. */
  private static int withoutPlural(char[] word, int end) {
    if (end <= SHORTEST || word[end - 1] != 's') {
      return end;
    }
    char before = word[end - 2];
    if (before == 's' || before == 'i' || (before == 'u' && end > 4)) {
      return end;
    }
    return end - 1;
  }

  /**
   * Easily → easy, possibly → possibl(e), dynamically → dynamic, finally → final; reply and
   * multiply stay.
   */
  private static int withoutAdverbEnding(char[] word, int end) {
    if (end < 6
        || !ends(word, end, "ly")
        || ends(word, end, "ply")
        || syllables(word, end - 2) == 0) {
      return end;
    }
    if (ends(word, end, "ily")) {
      return withY(word, end - 3);
    }
    if (ends(word, end, "bly")) {
      return end - 1;
    }
    return ends(word, end, "ically") ? end - 4 : end - 2;
  }

  private static int withoutVerbEnding(char[] word, int end) {
    if (ends(word, end, "ied")) {
      return end > 4 ? withY(word, end - 3) : end - 1;
    }
    if (ends(word, end, "ie") && end > 4) {
      return withY(word, end - 2);
    }
    if (ends(word, end, "eed")) {
      return end;
    }
    if (ends(word, end, "ing")) {
      return withoutEnding(word, end, end - 3);
    }
    if (ends(word, end, "ed")) {
      return withoutEnding(word, end, end - 2);
    }
    return withoutSilentE(word, end);
  }

  private static int withY(char[] word, int end) {
    word[end] = 'y';
    return end + 1;
  }

  private static int withoutEnding(char[] word, int end, int stem) {
    if (stem < 2 || syllables(word, stem) == 0) {
      return end;
    }
    char last = word[stem - 1];
    if (stem > SHORTEST && last == word[stem - 2] && !vowel(word, stem - 1)) {
      boolean keeps =
          last == 's' || last == 'z' || last == 'f' || (last == 'l' && syllables(word, stem) == 1);
      return keeps ? stem : stem - 1;
    }
    if (shortSyllable(word, stem)) {
      word[stem] = 'e';
      return stem + 1;
    }
    return withoutSilentE(word, stem);
  }

  /** The e of release, merge and caches, but not of code, use, free and blue. */
  private static int withoutSilentE(char[] word, int end) {
    if (end > SHORTEST && word[end - 1] == 'e') {
      int stem = end - 1;
      boolean kept =
          word[stem - 1] == 'e' || (end == 4 && vowel(word, stem - 1)) || shortSyllable(word, stem);
      return kept || syllables(word, stem) == 0 ? end : stem;
    }
    if (end > 4 && word[end - 1] == 'l' && word[end - 2] == 'l' && syllables(word, end) > 1) {
      return end - 1;
    }
    return end;
  }

  /**
   * Logical → logic, functional → function, installation and install → instal, automation and
   * automate → autom.
   */
  private static int withoutNounEnding(char[] word, int length, boolean shortened) {
    int end = length;
    if ((ends(word, end, "ical") && syllables(word, end - 4) > 0)
        || (ends(word, end, "ional") && syllables(word, end - 5) > 0)
        || (ends(word, end, "mental") && syllables(word, end) > 3)) {
      end -= 2;
    }
    boolean noun = ends(word, end, "ation");
    if (!noun && !(shortened && ends(word, end, "at"))) {
      return end;
    }
    int base = end - (noun ? 5 : 2);
    if (base > 2 && syllables(word, base) > 1 && !vowel(word, base - 1)) {
      return withoutSilentE(word, base);
    }
    return noun && base > 1 && syllables(word, base) > 0 ? end - 3 : end;
  }

  /**
   * One syllable of one vowel and one consonant behind it, as cod(e), us(e), writ(e), but not fix,
   * show or play.
   */
  static boolean shortSyllable(char[] word, int end) {
    char last = word[end - 1];
    return !vowel(word, end - 1)
        && last != 'w'
        && last != 'x'
        && last != 'y'
        && vowel(word, end - 2)
        && (end == 2 || !vowel(word, end - 3))
        && syllables(word, end) == 1;
  }
}
