package dev.kaiyuan.document.text;

import dev.kaiyuan.document.Language;
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

  /** The number of words that tell one Latin-script language from another. */
  private static final int MANY_WORDS = 500;

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "is", "that", "for", "it", "with", "you", "are", "this", "not",
          "be", "from", "your", "have", "or", "by", "we");
  private static final Set<String> OTHERS =
      Set.of(
          "de", "la", "le", "les", "et", "des", "est", "une", "du", "der", "die", "das", "und",
          "ist", "nicht", "den", "el", "los", "que", "por", "para", "una", "il", "di", "che", "per",
          "het", "een", "van", "och", "att", "som", "em", "não", "com", "của", "và", "là", "os",
          "da", "dos", "um", "uma", "ao", "con", "del", "las", "se", "non", "sono", "dan", "yang",
          "ini", "ve", "bir", "için", "nie", "jest", "się", "og", "det", "er", "ikke", "ja", "ei",
          "az", "és", "je", "že", "pro", "na", "mit", "von", "zu", "pour", "dans");

  /** Forms of characters that only Japanese has. */
  private static final String JAPANESE =
      "込働畑峠枠匂辻悪囲壱隠駅桜穏壊懐拡関歓観帰亀戯挙県剣険圏検権顕験厳渓経継軽鶏撃効鉱済剤雑桟賛"
          + "歯児収粛処奨焼乗浄剰畳縄壌嬢譲醸釈図売読続対応単発変実様毎歩両帯総絵転伝団円気楽拠択訳齢竜";

  private int seen;
  private int han;
  private int japanese;
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

  /**
   * Returns the language.
   *
   * @param chineseTitle whether the title is Chinese, so that names, commands and addresses under
   *     it do not make it another
   */
  Language language(boolean chineseTitle) {
    int cjk = han + kana + hangul;
    if (otherLetters > 3 * (latinWords + cjk)) {
      return Language.OTHER;
    }
    boolean names = chineseTitle && 20 * (english + others) < latinWords;
    if (cjk > 0 && (names || cjk >= HAN_TO_LATIN_WORDS * latinWords)) {
      // Japanese prose is at least a third Kana; a Chinese text quotes a word of it at most.
      boolean foreign = kana + hangul > 0.15 * cjk || japanese > (kana > 0 ? 0.08 : 0.15) * han;
      return foreign ? Language.OTHER : Language.CHINESE;
    }
    return latinWords > 0 && others <= english + 2 + latinWords / 20
        ? Language.ENGLISH
        : Language.OTHER;
  }

  private static boolean isLatin(char c) {
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
  }

  private void countWord(char[] text, int start, int end) {
    latinWords++;
    for (int i = start; i < end; i++) {
      if (text[i] >= 0x80) {
        // English has such a letter once in a while, most others in every line.
        others++;
        break;
      }
    }
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
      japanese += JAPANESE.indexOf(c) >= 0 ? 1 : 0;
    } else if (Characters.isKana(c)) {
      kana++;
    } else if (Characters.isHangul(c)) {
      hangul++;
    } else if ((c < 0x2000 || c > 0x312F) && c < 0xFE00 && Character.isLetter(c)) {
      otherLetters++;
    }
  }
}
