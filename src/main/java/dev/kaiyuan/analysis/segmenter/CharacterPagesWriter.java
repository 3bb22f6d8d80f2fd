package dev.kaiyuan.analysis.segmenter;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Lays out the characters of a {@link WordDictionary}: the kind of each and its code in the trie;
 * equal pages are shared. Run by the build; not in the jar.
 */
public final class CharacterPagesWriter {
  public final char[] pages = new char[256];
  private final Map<String, Integer> pageStarts = new HashMap<>();
  private final StringBuilder entries = new StringBuilder();
  private final int[] codes = new int[1 << 16];
  int codeCount = 1;

  public CharacterPagesWriter(Set<String> words) {
    int[] uses = new int[1 << 16];
    for (String word : words) {
      word.chars().forEach(c -> uses[c]++);
    }
    IntStream.range(0, uses.length)
        .filter(c -> uses[c] > 0)
        .boxed()
        .sorted(Comparator.comparingInt(c -> -uses[c]))
        .forEach(c -> codes[c] = codeCount++);
    if (codeCount > WordDictionary.MOST_CODES) {
      throw new IllegalStateException(codeCount + " characters do not fit in 13 bits");
    }
    for (int page = 0; page < 256; page++) {
      char[] content = new char[256];
      for (int i = 0; i < 256; i++) {
        int c = page << 8 | i;
        content[i] = (char) (kind(c) << WordDictionary.CODE_BITS | codes[c]);
      }
      Integer start = pageStarts.putIfAbsent(new String(content), entries.length());
      pages[page] = (char) (start == null ? entries.length() : start);
      if (start == null) {
        entries.append(content);
      }
    }
  }

  public char[] entries() {
    return entries.toString().toCharArray();
  }

  public int code(char c) {
    return codes[c];
  }

  private static int kind(int c) {
    if (SmartcnModel.isHan(c)) {
      return WordKind.HAN.ordinal();
    }
    if (SmartcnModel.isLetter(c)) {
      return WordKind.LETTERS.ordinal();
    }
    if (SmartcnModel.isDigit(c)) {
      return WordKind.DIGITS.ordinal();
    }
    if ("。！？!?".indexOf(c) >= 0) {
      return WordKind.SENTENCE_END;
    }
    if (" \u3000\t\r\n".indexOf(c) >= 0) {
      return WordKind.SPACE;
    }
    if (SmartcnModel.isMark(c)) {
      return WordKind.MARK.ordinal();
    }
    return (Character.isSurrogate((char) c) ? WordKind.SUPPLEMENTARY : WordKind.OTHER).ordinal();
  }
}
