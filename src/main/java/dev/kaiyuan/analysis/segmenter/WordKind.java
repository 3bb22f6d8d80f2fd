package dev.kaiyuan.analysis.segmenter;

/** What a word of a {@link WordLattice} is made of. */
public enum WordKind {
  /** One Han character or several: the kind that needs a dictionary. */
  HAN,
  /** A run of Latin letters, of half or full width. */
  LETTERS,
  /** A run of digits, of half or full width. */
  DIGITS,
  /** One punctuation mark or symbol. */
  MARK,
  /** One character of which SmartCN's model knows nothing: kana, Cyrillic, an accented letter. */
  OTHER,
  /** One character outside the Basic Multilingual Plane, or half of one. */
  SUPPLEMENTARY;

  // What a character can be besides; words are not made of these.
  static final int SPACE = 6;
  static final int SENTENCE_END = 7;

  private static final WordKind[] KINDS = values();

  static WordKind of(int ordinal) {
    return KINDS[ordinal];
  }
}
