package dev.kaiyuan.analysis;

import static dev.kaiyuan.analysis.CharacterClass.WORD;

import dev.kaiyuan.analysis.CompoundWord.Kind;

/**
 * Finds the pieces of a {@link CompoundWord}: the whole, the segments and their parts, numbers, and
 * names with a sign before or after them.
 *
 * <p>Reusable, not thread-safe.
 */
final class CompoundParser {
  private static final int MOST_SEGMENTS_OF_A_WHOLE = 4;
  private static final int MOST_PARTS_OF_A_RUN = 4;
  private static final int LONGEST = 128;

  private final FoldedText text;
  private final CompoundWord word;
  private final CompoundSegments segments;

  /**
   * Makes a parser.
   *
   * @param word gets the pieces, ordered by their start
   */
  CompoundParser(FoldedText text, CompoundWord word) {
    this.text = text;
    this.word = word;
    this.segments = new CompoundSegments(text);
  }

  /**
   * Parses the run whose first letter or digit is at an offset.
   *
   * @return the offset after the run
   */
  int parse(int start) {
    word.clear();
    int end = segments.cut(start);
    int suffix = suffixEnd(end);
    int prefix = prefixStart(start);
    if (prefix < start) {
      word.add(Kind.PREFIXED, prefix, end);
    }
    int count = segments.size();
    boolean whole = count > 1 && count <= MOST_SEGMENTS_OF_A_WHOLE && end - start <= LONGEST;
    if (whole && !segments.isNumber(0, count)) {
      word.add(Kind.WHOLE, start, end);
    }
    for (int i = 0; i < count; ) {
      i = addPieces(i, suffix);
    }
    return Math.max(end, suffix);
  }

  private int addPieces(int i, int suffix) {
    int from = segments.start(i);
    int to = segments.end(i);
    int last = i;
    while (last + 1 < segments.size() && segments.isNumber(i, last + 2)) {
      last++;
    }
    if (last > i || segments.isVersion(from, to)) {
      addNumber(from, segments.end(last));
      return last + 1;
    }
    if (suffix > to && i == segments.size() - 1) {
      word.add(Kind.SUFFIXED, from, suffix);
      if (to - from == 1) {
        return i + 1;
      }
    }
    for (int s = from; s < to; s += LONGEST) {
      word.add(Kind.SEGMENT, s, Math.min(to, s + LONGEST));
    }
    addParts(from, to);
    int digits = digitsAtEnd(from, to);
    while (digits < to && last + 1 < segments.size() && segments.isFraction(last + 1)) {
      last++;
    }
    if (last > i) {
      addNumber(digits, segments.end(last));
    }
    return last + 1;
  }

  /** Where the digits begin that a name ends with, as in gcc4. */
  private int digitsAtEnd(int from, int to) {
    int p = to;
    while (p > from && text.isDigit(p - 1)) {
      p--;
    }
    return p;
  }

  private void addParts(int from, int to) {
    if (to - from > LONGEST || partEnd(from, to) == to) {
      return;
    }
    for (int p = from; p < to; ) {
      int partEnd = partEnd(p, to);
      if (partEnd - p == 1 && !text.isDigit(p)) {
        return;
      }
      p = partEnd;
    }
    for (int p = from; p < to; ) {
      int partEnd = partEnd(p, to);
      if (text.isDigit(p) || segments.isVersion(p, partEnd)) {
        addNumber(p, partEnd);
      } else {
        word.add(Kind.PART, p, partEnd);
      }
      addRuns(p, partEnd, from, to);
      p = partEnd;
    }
  }

  /** The part from p to partEnd together with those after it, up to but for all of the segment. */
  private void addRuns(int p, int partEnd, int from, int to) {
    int runEnd = partEnd;
    for (int parts = 2; parts <= MOST_PARTS_OF_A_RUN && runEnd < to; parts++) {
      runEnd = partEnd(runEnd, to);
      if (p > from || runEnd < to) {
        word.add(Kind.PARTS, p, runEnd);
      }
    }
  }

  /** The number as it stands, and a shorter one that names the same. */
  private void addNumber(int from, int to) {
    int start = text.folded(from) == 'v' ? from + 1 : from;
    word.add(Kind.NUMBER, from, to, start, to);
    int first = point(start, to);
    int second = first < to ? point(first + 1, to) : to;
    if (second < to) {
      word.add(Kind.SHORTER_NUMBER, from, to, start, second);
    } else if (first == to - 2 && text.folded(to - 1) == '0') {
      word.add(Kind.SHORTER_NUMBER, from, to, start, first);
    }
  }

  private int point(int from, int to) {
    int p = from;
    while (p < to && text.folded(p) != '.') {
      p++;
    }
    return p;
  }

  /** The end of the stretch of one case, or of digits, that begins at p. */
  private int partEnd(int p, int to) {
    int q = p + 1;
    if (text.isDigit(p) || text.folded(p) == 'v' && q < to && text.isDigit(q)) {
      while (q < to && text.isDigit(q)) {
        q++;
      }
      return q;
    }
    boolean upper = isUpper(p);
    while (q < to && !text.isDigit(q)) {
      boolean upperHere = isUpper(q);
      if (upperHere && !upper && q - p > 1) {
        break;
      }
      if (text.folded(q) == 'v' && q + 1 < to && text.isDigit(q + 1) && q - p > 1) {
        break;
      }
      if (!upperHere && upper && q - p > 1 && isUpper(q - 2)) {
        return q - 1;
      }
      upper = upperHere;
      q++;
    }
    return q;
  }

  private int suffixEnd(int p) {
    int q = p;
    while (q < text.length() && q < p + 2 && text.folded(q) == '+') {
      q++;
    }
    if (q == p && q < text.length() && text.folded(q) == '#') {
      q++;
    }
    boolean single = q - p == 1 && text.folded(p) == '+';
    boolean standard = q - p == 2 && q < text.length() && text.isDigit(q); // C++11
    boolean goesOn = q < text.length() && text.classAt(q) == WORD && !standard;
    return single || goesOn || text.isDigit(p - 1) ? p : q;
  }

  private int prefixStart(int start) {
    int p = start - 1;
    if (p < 0 || text.isDigit(start)) {
      return start;
    }
    char c = text.folded(p);
    if (c == '-') {
      while (p > 0 && text.folded(p - 1) == '-' && start - p < 2) {
        p--;
      }
    } else if (c != '.' && c != '@' && c != '$') {
      return start;
    }
    if (p > 0 && !isSpaceLike(p - 1)) {
      return start;
    }
    return p;
  }

  private boolean isSpaceLike(int p) {
    CharacterClass c = CharacterClass.of(text.folded(p));
    return c == CharacterClass.HAN
        || c == CharacterClass.OTHER && "-.@$/".indexOf(text.folded(p)) < 0;
  }

  private boolean isUpper(int p) {
    char c = text.original(p);
    return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }
}
