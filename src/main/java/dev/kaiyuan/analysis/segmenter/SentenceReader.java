package dev.kaiyuan.analysis.segmenter;

import java.util.Arrays;

/**
 * Reads a text sentence by sentence into what the dictionary knows of its characters.
 *
 * <p>A sentence ends behind 。, ！, ？, ! or ? with the quotation marks that follow, and at an empty
 * line. One longer than {@link #STRETCH} characters is read in stretches. Positions count from the
 * start of the stretch.
 */
final class SentenceReader {
  /** About as many characters are read at once at most. */
  static final int STRETCH = 2048;

  private final WordDictionary dictionary;
  private char[] text = new char[0];
  private int base;
  private int length;
  private int textEnd;

  /** For each character its kind and code. */
  private char[] characters = new char[1024];

  SentenceReader(WordDictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** Starts on a text. */
  void setText(char[] text, int start, int end) {
    this.text = text;
    this.textEnd = end;
    this.base = start;
    this.length = 0;
  }

  /** Whether the text has more after the stretch. */
  boolean hasNext() {
    return base + length < textEnd;
  }

  /**
   * Reads the next sentence or stretch.
   *
   * @return false for a stretch that is not the end of its sentence
   */
  boolean read() {
    base += length;
    length = 0;
    int available = textEnd - base;
    for (; length < available; length++) {
      int kind = readCharacter();
      if (kind >= WordKind.SPACE) {
        if (kind == WordKind.SENTENCE_END) {
          length++;
          readClosing(available);
          return true;
        }
        if (text[base + length] == '\n' && isEmptyLine(base + length + 1)) {
          length++;
          return true;
        }
      }
      if (length >= STRETCH && !isInRun(length)) {
        return false;
      }
    }
    return true;
  }

  /** Reads all the rest of the text as one sentence. */
  void readAll() {
    for (base += length, length = 0; base + length < textEnd; length++) {
      readCharacter();
    }
  }

  /** Takes what is after a position of the stretch into the next one instead. */
  void unreadFrom(int end) {
    length = end;
  }

  private int readCharacter() {
    if (length == characters.length) {
      characters = Arrays.copyOf(characters, length * 2);
    }
    char character = dictionary.character(text[base + length]);
    characters[length] = character;
    return WordDictionary.kind(character);
  }

  /** Reads on through the closing marks and the white space after the end of a sentence. */
  private void readClosing(int available) {
    while (length < available) {
      int kind = readCharacter();
      if (kind < WordKind.SPACE && !isClosing(text[base + length])) {
        return;
      }
      length++;
    }
  }

  private static boolean isClosing(char c) {
    if (c < 0x80) {
      return c == '"' || c == '\'' || c == ')' || c == ']' || c == '.';
    }
    int type = Character.getType(c);
    return type == Character.END_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION;
  }

  private boolean isEmptyLine(int start) {
    int i = start;
    while (i < textEnd && (text[i] == ' ' || text[i] == '\r' || text[i] == '\t')) {
      i++;
    }
    return i < textEnd && text[i] == '\n';
  }

  /** How many characters the stretch has. */
  int length() {
    return length;
  }

  /** Where a position of the stretch is in the text. */
  int offset(int i) {
    return base + i;
  }

  char charAt(int i) {
    return text[base + i];
  }

  /** The ordinal of a character's {@link WordKind}, or another number that it names. */
  int kind(int i) {
    return WordDictionary.kind(characters[i]);
  }

  /** A character's code in the trie. */
  int code(int i) {
    return WordDictionary.code(characters[i]);
  }

  /** Whether no word ends between a character and the one before it. */
  boolean isInRun(int i) {
    int kind = kind(i);
    return kind == kind(i - 1)
        && (kind == WordKind.LETTERS.ordinal()
            || kind == WordKind.DIGITS.ordinal()
            || kind == WordKind.SUPPLEMENTARY.ordinal());
  }

  /** The first position from here on that is not white space, or the end of the stretch. */
  int skipSpace(int i) {
    int next = i;
    while (next < length && kind(next) == WordKind.SPACE) {
      next++;
    }
    return next;
  }
}
