package dev.kaiyuan.index.folder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The characters that one place of a {@link Glob} matches. Immutable.
 *
 * @param ranges the characters that are named; may overlap
 * @param negated whether it matches all others instead
 */
public record CharacterSet(List<Range> ranges, boolean negated) {
  /**
   * Characters that follow each other in Unicode.
   *
   * @param first the first code point
   * @param last the last code point, included
   */
  public record Range(int first, int last) {}

  /** Matches any character. */
  public static final CharacterSet ANY = new CharacterSet(List.of(), true);

  static final CharacterSet NONE = new CharacterSet(List.of(), false);

  public CharacterSet {
    ranges = ranges.stream().filter(range -> range.first <= range.last).toList();
  }

  static CharacterSet of(int character) {
    return new CharacterSet(List.of(new Range(character, character)), false);
  }

  /** Whether it matches a code point. */
  public boolean contains(int character) {
    for (Range range : ranges) {
      if (range.first <= character && character <= range.last) {
        return !negated;
      }
    }
    return negated;
  }

  /** Returns the ranges of what it matches in a part of a path, in order: never a slash. */
  public List<Range> matched() {
    List<Range> others = new ArrayList<>(negated ? ranges : gaps(ranges));
    others.add(new Range('/', '/'));
    return gaps(others);
  }

  private static List<Range> gaps(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(Range::first));
    List<Range> gaps = new ArrayList<>();
    int next = 0;
    for (Range range : sorted) {
      if (range.first > next) {
        gaps.add(new Range(next, range.first - 1));
      }
      next = Math.max(next, range.last + 1);
    }
    if (next <= Character.MAX_CODE_POINT) {
      gaps.add(new Range(next, Character.MAX_CODE_POINT));
    }
    return gaps;
  }

  /** Returns the ranges of a class of POSIX, as far as ASCII goes; none for an unknown name. */
  static List<Range> ofClass(String name) {
    String pairs =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "alnum" -> "azAZ09";
          case "alpha" -> "azAZ";
          case "blank" -> "  \t\t";
          case "cntrl" -> "\0\u001F\u007F\u007F";
          case "digit" -> "09";
          case "graph" -> "!~";
          case "lower" -> "az";
          case "print" -> " ~";
          case "punct" -> "!/:@[`{~";
          case "space" -> "  \t\r";
          case "upper" -> "AZ";
          case "xdigit" -> "09afAF";
          default -> "";
        };
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < pairs.length(); i += 2) {
      ranges.add(new Range(pairs.charAt(i), pairs.charAt(i + 1)));
    }
    return Collections.unmodifiableList(ranges);
  }
}
