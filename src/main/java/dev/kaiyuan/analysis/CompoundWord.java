package dev.kaiyuan.analysis;

import static dev.kaiyuan.analysis.CharacterClass.IGNORED;
import static dev.kaiyuan.analysis.CharacterClass.WORD;

import java.util.Arrays;

/**
 * A run of letters and digits, with the signs that hold names and versions together, and its parts.
 *
 * <p>{@code Node.js} is the whole {@code nodejs} and the segments {@code node} and {@code js};
 * {@code camelCase} one segment with two parts; {@code v1.30.2} a number, {@code C++} and {@code
 * .NET} symbolic names. A name is thereby found whole and in part.
 *
 * <p>Reusable, not thread-safe. {@link #parse} fills the pieces, ordered by their start.
 */
final class CompoundWord {
  /** What a piece is of its compound. */
  enum Kind {
    /** All segments, written without what joins them. */
    WHOLE,
    /** What stands between two joints. */
    SEGMENT,
    /** A stretch of a segment set off by its case or by digits. */
    PART,
    /** Digits with points: a version or a quantity. */
    NUMBER,
    /** A name of which a sign is part, at its end: {@code C++}, {@code C#}. */
    SUFFIXED,
    /** A name before which a sign stands: {@code .NET}, {@code @Override}, {@code --dry-run}. */
    PREFIXED
  }

  private static final int MOST_SEGMENTS_OF_A_WHOLE = 4;
  private static final int LONGEST = 128;

  private final FoldedText text;
  private Kind[] kinds = new Kind[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] termStarts = new int[32];
  private int[] termEnds = new int[32];
  private int size;
  private int end;

  private char[] term = new char[4 * LONGEST];

  private int[] segments = new int[64];
  private int segmentCount;

  CompoundWord(FoldedText text) {
    this.text = text;
  }

  int size() {
    return size;
  }

  Kind kind(int piece) {
    return kinds[piece];
  }

  int start(int piece) {
    return starts[piece];
  }

  int end(int piece) {
    return ends[piece];
  }

  /** Returns the buffer into which {@link #writeTerm} writes. */
  char[] term() {
    return term;
  }

  /**
   * Writes the term of a piece into {@link #term()}: folded, and without the signs that join its
   * segments.
   *
   * @return the length of the term
   */
  int writeTerm(int piece) {
    Kind kind = kinds[piece];
    boolean named = kind == Kind.SUFFIXED || kind == Kind.PREFIXED;
    int length = 0;
    for (int p = termStarts[piece]; p < termEnds[piece]; ) {
      int codePoint = text.codePoint(p);
      p += Character.charCount(codePoint);
      boolean sign = named || kind == Kind.NUMBER && codePoint != ',';
      if (sign || CharacterClass.of(codePoint) == WORD) {
        length = CharacterFolding.append(codePoint, term, length);
      }
      if (length > term.length - CharacterFolding.MAX_UNITS) {
        term = Arrays.copyOf(term, 2 * term.length);
      }
    }
    return length;
  }

  /** Returns the offset behind the run that was parsed last. */
  int end() {
    return end;
  }

  void clear() {
    size = 0;
  }

  /** Parses the run whose first letter or digit stands at an offset. */
  void parse(int start) {
    size = 0;
    segmentCount = 0;
    int p = start;
    while (true) {
      int segmentEnd = segmentEnd(p);
      addSegment(p, segmentEnd);
      p = segmentEnd;
      if (!joins(p)) {
        break;
      }
      p++;
    }
    end = p;
    int suffix = suffixEnd(p);
    int prefix = prefixStart(start);
    if (prefix < start) {
      add(Kind.PREFIXED, prefix, p);
    }
    int wholeStart = start;
    if (segmentCount > 1 && segmentCount <= MOST_SEGMENTS_OF_A_WHOLE && p - start <= LONGEST) {
      if (!isNumber(0, segmentCount)) {
        add(Kind.WHOLE, wholeStart, p);
      }
    }
    for (int i = 0; i < segmentCount; ) {
      i = addPieces(i, suffix);
    }
    end = Math.max(end, suffix);
  }

  private int addPieces(int i, int suffix) {
    int from = segments[2 * i];
    int to = segments[2 * i + 1];
    int last = i;
    while (last + 1 < segmentCount && isNumber(i, last + 2)) {
      last++;
    }
    if (last > i || isVersion(from, to)) {
      addNumber(from, segments[2 * last + 1]);
      return last + 1;
    }
    if (suffix > to && i == segmentCount - 1) {
      add(Kind.SUFFIXED, from, suffix);
      if (to - from == 1) {
        return i + 1;
      }
    }
    for (int s = from; s < to; s += LONGEST) {
      add(Kind.SEGMENT, s, Math.min(to, s + LONGEST));
    }
    addParts(from, to);
    return i + 1;
  }

  private void addParts(int from, int to) {
    if (to - from > LONGEST || partEnd(from, to) == to) {
      return;
    }
    for (int p = from; p < to; ) {
      int partEnd = partEnd(p, to);
      if (partEnd - p == 1 && !isDigit(p)) {
        return;
      }
      p = partEnd;
    }
    for (int p = from; p < to; ) {
      int partEnd = partEnd(p, to);
      if (isDigit(p) || isVersion(p, partEnd)) {
        addNumber(p, partEnd);
      } else {
        add(Kind.PART, p, partEnd);
      }
      p = partEnd;
    }
  }

  /** The number as it stands, and a shorter one that names the same: 3 for 3.0, 1.30 for 1.30.2. */
  private void addNumber(int from, int to) {
    int start = text.folded(from) == 'v' ? from + 1 : from;
    add(Kind.NUMBER, from, to, start, to);
    int first = point(start, to);
    int second = first < to ? point(first + 1, to) : to;
    if (second < to) {
      add(Kind.NUMBER, from, to, start, second);
    } else if (first == to - 2 && text.folded(to - 1) == '0') {
      add(Kind.NUMBER, from, to, start, first);
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
    if (isDigit(p)) {
      while (q < to && isDigit(q)) {
        q++;
      }
      return q;
    }
    if ((text.folded(p) == 'v') && q < to && isDigit(q)) {
      while (q < to && isDigit(q)) {
        q++;
      }
      return q;
    }
    boolean upper = isUpper(p);
    while (q < to && !isDigit(q)) {
      boolean upperHere = isUpper(q);
      if (upperHere && !upper && q - p > 1) {
        break;
      }
      if (text.folded(q) == 'v' && q + 1 < to && isDigit(q + 1) && q - p > 1) {
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

  private int segmentEnd(int p) {
    int length = text.length();
    while (p < length) {
      int codePoint = text.codePoint(p);
      CharacterClass c = CharacterClass.of(codePoint);
      if (c != WORD && c != IGNORED) {
        break;
      }
      p += Character.charCount(codePoint);
    }
    return p;
  }

  private boolean joins(int p) {
    if (p + 1 >= text.length() || text.classAt(p + 1) != WORD) {
      return false;
    }
    return switch (text.folded(p)) {
      case '-', '_', '.', '/', '@', '&', '+', '\'', '\u2019', '\u2010', '\u2011', '\u00B7' -> true;
      case ',' -> isDigit(p - 1) && isThousand(p + 1);
      default -> false;
    };
  }

  private boolean isThousand(int p) {
    return p + 3 <= text.length()
        && isDigit(p)
        && isDigit(p + 1)
        && isDigit(p + 2)
        && (p + 3 == text.length() || text.classAt(p + 3) != WORD);
  }

  /** Whether the segments from i up to n, without it, are digits joined by points or commas. */
  private boolean isNumber(int i, int n) {
    for (int s = i; s < n; s++) {
      int from = segments[2 * s];
      int to = segments[2 * s + 1];
      if (!isDigits(from, to) && !(s == i && isVersion(from, to))) {
        return false;
      }
      if (s > i && text.folded(from - 1) != '.' && text.folded(from - 1) != ',') {
        return false;
      }
    }
    return true;
  }

  private boolean isDigits(int from, int to) {
    for (int p = from; p < to; p++) {
      if (!isDigit(p)) {
        return false;
      }
    }
    return true;
  }

  private boolean isVersion(int from, int to) {
    return to - from > 1 && text.folded(from) == 'v' && isDigits(from + 1, to);
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
    if (q == p || single || isDigit(p - 1) || q < text.length() && text.classAt(q) == WORD) {
      return p;
    }
    return q;
  }

  private int prefixStart(int start) {
    int p = start - 1;
    if (p < 0 || isDigit(start)) {
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

  private boolean isDigit(int p) {
    char c = text.folded(p);
    return c >= '0' && c <= '9';
  }

  private boolean isUpper(int p) {
    char c = text.original(p);
    return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }

  private void addSegment(int from, int to) {
    if (segmentCount > 0 && isApostrophe(segments[2 * segmentCount - 1]) && to - from <= 2) {
      endOfContraction(to);
      return;
    }
    if (2 * segmentCount == segments.length) {
      segments = Arrays.copyOf(segments, 2 * segments.length);
    }
    segments[2 * segmentCount] = from;
    segments[2 * segmentCount + 1] = to;
    segmentCount++;
  }

  /** A possessive s is no part of the word; another contraction ({@code don't}) is one word. */
  private void endOfContraction(int to) {
    if (text.folded(to - 1) != 's') {
      segments[2 * segmentCount - 1] = to;
    }
  }

  private boolean isApostrophe(int p) {
    char c = text.folded(p);
    return c == '\'' || c == '\u2019';
  }

  private void add(Kind kind, int start, int end) {
    add(kind, start, end, start, end);
  }

  private void add(Kind kind, int start, int end, int termStart, int termEnd) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      termStarts = Arrays.copyOf(termStarts, 2 * size);
      termEnds = Arrays.copyOf(termEnds, 2 * size);
    }
    kinds[size] = kind;
    termStarts[size] = termStart;
    termEnds[size] = termEnd;
    starts[size] = start;
    ends[size] = end;
    size++;
  }
}
