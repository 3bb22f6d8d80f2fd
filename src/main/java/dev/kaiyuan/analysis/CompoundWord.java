package dev.kaiyuan.analysis;

import static dev.kaiyuan.analysis.CharacterClass.WORD;

import dev.kaiyuan.analysis.folding.CharacterFolding;
import java.util.Arrays;

/**
 * The pieces of a run of letters and digits, with the signs that hold names and versions together.
 *
 * <p>{@code Node.js} is the whole {@code nodejs} and the segments {@code node} and {@code js};
 * {@code camelCase} one segment with two parts; {@code v1.30.2} a number, {@code C++} and {@code
 * .NET} symbolic names. A name is thereby found whole and in part.
 *
 * <p>Reusable, not thread-safe. A {@link CompoundParser} fills it.
 */
final class CompoundWord {
  /** What a piece is of its compound. */
  enum Kind {
    /** All segments, written without what joins them. */
    WHOLE,
    /** What is between two joints. */
    SEGMENT,
    /** A stretch of a segment set off by its case or by digits. */
    PART,
    /** Neighbouring parts of a segment, but not all: {@code XMLHttp} of {@code XMLHttpRequest}. */
    PARTS,
    /** Digits with points: a version or a quantity. */
    NUMBER,
    /** A shorter number that names the same: 3 for 3.0, 1.30 for 1.30.2. */
    SHORTER_NUMBER,
    /** A name of which a sign is part, at its end: {@code C++}, {@code C#}. */
    SUFFIXED,
    /** A name before which a sign stands: {@code .NET}, {@code @Override}, {@code --dry-run}. */
    PREFIXED;

    /** Whether it is a word, which fields of grams hold in the form that its inflections share. */
    boolean inflects() {
      return this == WHOLE || this == SEGMENT || this == PART || this == PARTS;
    }

    boolean isNumber() {
      return this == NUMBER || this == SHORTER_NUMBER;
    }
  }

  private final FoldedText text;
  private Kind[] kinds = new Kind[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] termStarts = new int[32];
  private int[] termEnds = new int[32];
  private int size;
  private char[] term = new char[512];

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
      boolean sign = named || kind.isNumber() && codePoint != ',';
      if (sign || CharacterClass.of(codePoint) == WORD) {
        length = CharacterFolding.append(codePoint, term, length);
      }
      if (length > term.length - CharacterFolding.MAX_UNITS) {
        term = Arrays.copyOf(term, 2 * term.length);
      }
    }
    return length;
  }

  void clear() {
    size = 0;
  }

  void add(Kind kind, int start, int end) {
    add(kind, start, end, start, end);
  }

  void add(Kind kind, int start, int end, int termStart, int termEnd) {
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
