package dev.kaiyuan.document;

import java.util.Locale;

/**
 * A place in a file, as a person would name it: line 25, page 12, slide 4.
 *
 * @param kind what is counted
 * @param number which one, counted from 1; for {@link Kind#TIME} the seconds from the beginning,
 *     counted from 0
 */
public record Place(Kind kind, int number) {
  /** What is counted in a file. */
  public enum Kind {
    /** Lines of text. */
    LINE,
    /** Pages. */
    PAGE,
    /** Slides of a presentation. */
    SLIDE,
    /** Sheets of a spreadsheet. */
    SHEET,
    /** Chapters of a book. */
    CHAPTER,
    /** Cells of a notebook. */
    CELL,
    /** Seconds of a recording. */
    TIME,
    /** Messages of a mailbox. */
    MESSAGE;

    /** Returns the least number there is. */
    int first() {
      return this == TIME ? 0 : 1;
    }
  }

  public Place {
    if (number < kind.first()) {
      throw new IllegalArgumentException("there is no " + kind + " " + number);
    }
  }

  /** Returns the number as it is written: {@code 12}; of a time {@code 00:12:31}. */
  public String label() {
    return kind == Kind.TIME
        ? String.format(Locale.ROOT, "%02d:%02d:%02d", number / 3600, number / 60 % 60, number % 60)
        : Integer.toString(number);
  }

  /** Returns the kind and the number: {@code page 12}, {@code time 00:12:31}. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + label();
  }
}
