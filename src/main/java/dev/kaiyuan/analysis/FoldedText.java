package dev.kaiyuan.analysis;

import dev.kaiyuan.analysis.folding.CharacterFolding;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * A text and its folded form, character for character at the same offsets.
 *
 * <p>Reusable, not thread-safe: one text at a time.
 */
final class FoldedText {
  private static final int USUAL = 4096;

  /** Buffers for more characters than this are not kept for the next text. */
  private static final int MOST_KEPT = 1 << 18;

  private char[] original = new char[USUAL];
  private char[] folded = new char[USUAL];
  private static final char WIDE_SPACE = '\u3000';

  private int length;

  void set(CharSequence text) {
    length = text.length();
    ensureCapacity(length);
    if (text instanceof String string) {
      string.getChars(0, length, original, 0);
    } else {
      for (int i = 0; i < length; i++) {
        original[i] = text.charAt(i);
      }
    }
    fold();
  }

  void set(Reader reader) throws IOException {
    length = 0;
    while (true) {
      int read = reader.read(original, length, original.length - length);
      if (read < 0) {
        break;
      }
      length += read;
      if (length == original.length) {
        original = Arrays.copyOf(original, length * 2);
      }
    }
    ensureCapacity(length);
    fold();
  }

  /** Gives back the room that a large text took. */
  void clear() {
    length = 0;
    if (original.length > MOST_KEPT) {
      original = new char[USUAL];
      folded = new char[USUAL];
    }
  }

  private void ensureCapacity(int capacity) {
    if (original.length < capacity) {
      original = new char[capacity];
    }
    if (folded.length < capacity) {
      folded = new char[Math.max(capacity, original.length)];
    }
  }

  private void fold() {
    boolean spaced = false;
    for (int i = 0; i < length; i++) {
      char c = original[i];
      if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(original[i + 1])) {
        int codePoint = CharacterFolding.fold(Character.toCodePoint(c, original[i + 1]));
        boolean one = Character.isBmpCodePoint(codePoint);
        folded[i] = one ? (char) codePoint : Character.highSurrogate(codePoint);
        folded[++i] = one ? CharacterFolding.IGNORED : Character.lowSurrogate(codePoint);
      } else {
        folded[i] = (char) CharacterFolding.fold(c);
        if (folded[i] == CharacterFolding.IGNORED && i > 0) {
          folded[i - 1] = CharacterFolding.withMark(folded[i - 1], c);
        }
        spaced |= c == WIDE_SPACE;
      }
    }
    if (spaced) {
      joinSpaced();
    }
  }

  /** Characters that are set apart to fill a line are one word: 通　知. */
  private void joinSpaced() {
    for (int i = 1; i < length; i++) {
      if (original[i] != WIDE_SPACE || !isHan(i - 1) || i > 1 && isHan(i - 2)) {
        continue;
      }
      int end = i;
      while (end < length && original[end] == WIDE_SPACE) {
        end++;
      }
      if (isHan(end) && !isHan(end + 1)) {
        Arrays.fill(folded, i, end, (char) CharacterFolding.IGNORED);
      }
      i = end;
    }
  }

  private boolean isHan(int offset) {
    return offset < length
        && !Character.isSurrogate(folded[offset])
        && Character.isIdeographic(folded[offset]);
  }

  int length() {
    return length;
  }

  char original(int offset) {
    return original[offset];
  }

  char folded(int offset) {
    return folded[offset];
  }

  /** Returns the folded characters, of which the first {@link #length()} count. */
  char[] folded() {
    return folded;
  }

  int codePoint(int offset) {
    char c = folded[offset];
    return Character.isSurrogate(c) ? Character.codePointAt(folded, offset, length) : c;
  }

  CharacterClass classAt(int offset) {
    return CharacterClass.of(codePoint(offset));
  }

  boolean isDigit(int offset) {
    char c = folded[offset];
    return c >= '0' && c <= '9';
  }

  boolean isDigits(int start, int end) {
    for (int p = start; p < end; p++) {
      if (!isDigit(p)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the folded characters between two offsets, without ignored ones and signs. */
  String term(int start, int end) {
    char[] term = new char[(end - start) * CharacterFolding.MAX_UNITS];
    return new String(term, 0, writeTerm(start, end, term));
  }

  /**
   * Writes that term into a buffer.
   *
   * @param term the buffer, with room for {@link CharacterFolding#MAX_UNITS} times as many units as
   *     are between the offsets
   * @return the length of the term
   */
  int writeTerm(int start, int end, char[] term) {
    int length = 0;
    for (int p = start; p < end; ) {
      int codePoint = codePoint(p);
      CharacterClass c = CharacterClass.of(codePoint);
      if (c != CharacterClass.IGNORED && c != CharacterClass.OTHER) {
        length = CharacterFolding.append(codePoint, term, length);
      }
      p += Character.charCount(codePoint);
    }
    return length;
  }

  /** Returns the offset after a character and what is ignored after it, up to an end. */
  int following(int offset, int end) {
    if (offset >= end) {
      return end;
    }
    int p = offset + Character.charCount(codePoint(offset));
    while (p < end && classAt(p) == CharacterClass.IGNORED) {
      p++;
    }
    return p;
  }

  /**
   * Returns the offset after a run of characters of one class, which begins at an offset. Hiragana
   * and Katakana are no run together: これはカタカナです holds the word カタカナ.
   */
  int runEnd(int start, CharacterClass runClass) {
    boolean hiragana = isHiragana(codePoint(start));
    int p = start;
    while (p < length) {
      int codePoint = codePoint(p);
      CharacterClass c = CharacterClass.of(codePoint);
      if (c != runClass && c != CharacterClass.IGNORED) {
        break;
      }
      if (c == CharacterClass.RUN && isHiragana(codePoint) != hiragana && codePoint != 'ー') {
        break;
      }
      p += Character.charCount(codePoint);
    }
    return p;
  }

  /** An emoji with the signs that change it, and with what a zero width joiner ties to it. */
  int emojiEnd(int start) {
    int p = start + Character.charCount(codePoint(start));
    boolean flag = isRegionalIndicator(codePoint(start));
    while (p < length) {
      int codePoint = codePoint(p);
      CharacterClass c = CharacterClass.of(codePoint);
      boolean joined = original[p - 1] == '\u200D' && c != CharacterClass.OTHER;
      boolean secondOfFlag = flag && isRegionalIndicator(codePoint);
      if (c != CharacterClass.IGNORED && !secondOfFlag && !joined) {
        break;
      }
      flag &= !secondOfFlag;
      p += Character.charCount(codePoint);
    }
    return p;
  }

  private static boolean isHiragana(int codePoint) {
    return codePoint >= 0x3041 && codePoint <= 0x309F;
  }

  private static boolean isRegionalIndicator(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }
}
