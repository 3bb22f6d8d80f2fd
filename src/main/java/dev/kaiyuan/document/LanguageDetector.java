package dev.kaiyuan.document;

import java.util.Locale;
import java.util.Set;

/**
 * Tells the language of a text by the scripts it is written in, and Latin-script languages apart by
 * their commonest little words.
 *
 * <p>A Chinese text full of English terms is still Chinese: the shares below say how many of the
 * characters must be Han, Kana or Hangul.
 */
final class LanguageDetector {
  /** A text is Chinese from this many Han characters to a word in Latin letters on. */
  private static final double HAN_TO_LATIN_WORDS = 0.4;

  /** Enough for an article, and a bound for a book. */
  private static final int LIMIT = 200_000;

  /** So many words tell one Latin-script language from another. */
  private static final int MANY_WORDS = 500;

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "is", "that", "for", "it", "with", "you", "are", "this", "not",
          "be", "from", "your", "have", "or", "by", "we");
  private static final Set<String> OTHERS =
      Set.of(
          "de", "la", "le", "les", "et", "des", "est", "une", "du", "der", "die", "das", "und",
          "ist", "nicht", "den", "el", "los", "que", "por", "para", "una", "il", "di", "che", "per",
          "het", "een", "van", "och", "att", "som", "em", "não", "com", "của", "và", "là");

  private int seen;
  private int han;
  private int kana;
  private int hangul;
  private int otherLetters;
  private int latinWords;
  private int english;
  private int others;

  /** Counts a part of the text. */
  void add(char[] text, int start, int end) {
    int wordStart = -1;
    for (int i = start; i < end && seen < LIMIT; i++, seen++) {
      char c = text[i];
      boolean latin = c < 0x80 ? Characters.isAsciiLetter(c) : isLatin(c);
      if (latin) {
        if (wordStart < 0) {
          wordStart = i;
        }
      } else {
        if (wordStart >= 0) {
          countWord(text, wordStart, i);
          wordStart = -1;
        }
        if (c > 0x24F) {
          countLetter(c);
        }
      }
    }
    if (wordStart >= 0) {
      countWord(text, wordStart, end);
    }
  }

  boolean sawWords() {
    return han + kana + hangul + otherLetters + latinWords > 0;
  }

  Language language() {
    int cjk = han + kana + hangul;
    if (otherLetters > 3 * (latinWords + cjk)) {
      return Language.OTHER;
    }
    if (cjk > 0 && cjk >= HAN_TO_LATIN_WORDS * latinWords) {
      // Japanese prose is at least a third Kana; a Chinese text quotes a word of it at most.
      return kana + hangul > 0.15 * cjk ? Language.OTHER : Language.CHINESE;
    }
    return latinWords > 0 && others <= english + 2 ? Language.ENGLISH : Language.OTHER;
  }

  private static boolean isLatin(char c) {
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
  }

  private void countWord(char[] text, int start, int end) {
    latinWords++;
    if (end - start <= 4 && latinWords <= MANY_WORDS) {
      String word = new String(text, start, end - start).toLowerCase(Locale.ROOT);
      if (ENGLISH.contains(word)) {
        english++;
      } else if (OTHERS.contains(word)) {
        others++;
      }
    }
  }

  private void countLetter(char c) {
    if (Characters.isHan(c) || (c >= 0xD840 && c <= 0xD8BF)) {
      han++;
    } else if (Characters.isKana(c)) {
      kana++;
    } else if (Characters.isHangul(c)) {
      hangul++;
    } else if ((c < 0x2000 || c > 0x312F) && c < 0xFE00 && Character.isLetter(c)) {
      otherLetters++;
    }
  }
}
