package dev.kaiyuan.analysis;

import dev.kaiyuan.analysis.folding.CharacterFolding;

/** What a character is to the analysis, told from its code point. */
enum CharacterClass {
  /** A Han character: written without spaces, cut by grams and by the segmenter. */
  HAN,
  /** A letter or digit of a script that writes words with spaces between them. */
  WORD,
  /** Kana, Hangul, Thai and the like: a run of them is kept whole. */
  RUN,
  /** A picture that is a term by itself. */
  EMOJI,
  /** A mark that changes how its neighbour looks, and is not there for searching. */
  IGNORED,
  /** Everything between terms. */
  OTHER;

  private static final CharacterClass[] LATIN = new CharacterClass[0x250];

  static {
    for (int c = 0; c < LATIN.length; c++) {
      LATIN[c] =
          c == CharacterFolding.IGNORED ? IGNORED : Character.isLetterOrDigit(c) ? WORD : OTHER;
    }
  }

  static CharacterClass of(int codePoint) {
    if (codePoint < LATIN.length) {
      return LATIN[codePoint];
    }
    if (codePoint >= 0x4E00 && codePoint <= 0x9FFF) {
      return HAN;
    }
    if (codePoint >= 0x3000 && codePoint <= 0x3004
        || codePoint >= 0x3008 && codePoint <= 0x3020
        || codePoint >= 0xFF01 && codePoint <= 0xFF0F) {
      return OTHER;
    }
    return ofRare(codePoint);
  }

  private static CharacterClass ofRare(int codePoint) {
    if (Character.isIdeographic(codePoint)) {
      return HAN;
    }
    if (isIgnored(codePoint)) {
      return IGNORED;
    }
    if (isEmoji(codePoint)) {
      return EMOJI;
    }
    if (!Character.isLetterOrDigit(codePoint) && !isMark(codePoint)) {
      return OTHER;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> RUN;
      default -> codePoint == 0x30FC || codePoint == 0xFF70 ? RUN : WORD;
    };
  }

  /** Combining accents, variation selectors, and characters of no width. */
  private static boolean isIgnored(int c) {
    return c >= 0x300 && c <= 0x36F
        || c >= 0x200B && c <= 0x200F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2060 && c <= 0x2069
        || c >= 0xFE00 && c <= 0xFE0F
        || c == 0xFEFF
        || c >= 0x1F3FB && c <= 0x1F3FF
        || c >= 0xE0000 && c <= 0xE01EF;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isEmoji(int c) {
    return c >= 0x1F000 && c <= 0x1FAFF || c >= 0x2600 && c <= 0x27BF || c == 0x2B50;
  }
}
