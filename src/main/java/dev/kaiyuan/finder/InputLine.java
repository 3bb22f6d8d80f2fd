package dev.kaiyuan.finder;

import dev.kaiyuan.document.text.DisplayWidth;
import dev.kaiyuan.output.SanitizedText;
import java.text.BreakIterator;
import java.util.Locale;

/** A line that is typed into. The cursor is between what a person sees as characters. */
final class InputLine {
  /** A search looks at less than this of what is pasted. */
  private static final int MOST_CHARACTERS = 10_000;

  private final StringBuilder text = new StringBuilder();
  private int cursor;

  /**
   * The part of a line that fits.
   *
   * @param text what is shown
   * @param cursor the column of the cursor in it, from 0
   */
  record Shown(String text, int cursor) {}

  String text() {
    return text.toString();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Inserts text at the cursor; a line break or tab becomes a space. */
  void insert(String typed) {
    String harmless = SanitizedText.of(typed.replace("\r\n", "\n"));
    int room = MOST_CHARACTERS - text.length();
    if (harmless.length() > room) {
      boolean isPair = room > 0 && Character.isHighSurrogate(harmless.charAt(room - 1));
      harmless = harmless.substring(0, room - (isPair ? 1 : 0));
    }
    text.insert(cursor, harmless);
    cursor += harmless.length();
  }

  /** Moves the cursor or erases, if that is what a key asks for. */
  void edit(Key key) {
    switch (key) {
      case LEFT -> cursor = before(cursor);
      case RIGHT -> cursor = after(cursor);
      case HOME -> cursor = 0;
      case END -> cursor = text.length();
      case ERASE_BEFORE -> eraseFrom(before(cursor));
      case ERASE_AFTER -> text.delete(cursor, after(cursor));
      case ERASE_WORD -> eraseFrom(wordStart());
      case ERASE_TO_START -> eraseFrom(0);
      case ERASE_TO_END -> text.setLength(cursor);
      default -> {}
    }
  }

  /** Puts another text in place of all that was typed. */
  void replace(String other) {
    text.setLength(0);
    cursor = 0;
    insert(other);
  }

  /** Where the word begins before the cursor, by spaces, as a shell does. */
  private int wordStart() {
    int start = cursor;
    while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private void eraseFrom(int start) {
    text.delete(start, cursor);
    cursor = start;
  }

  /** A letter and what combines with it are one character to a person. */
  private int before(int at) {
    int previous = characters().preceding(at);
    return previous == BreakIterator.DONE ? 0 : previous;
  }

  private int after(int at) {
    int next = at == text.length() ? BreakIterator.DONE : characters().following(at);
    return next == BreakIterator.DONE ? text.length() : next;
  }

  private BreakIterator characters() {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.toString());
    return characters;
  }

  /** Returns the part of the line around the cursor that fits into a width in columns. */
  Shown shown(int columns) {
    int start = cursor;
    int before = 0;
    while (start > 0) {
      int previous = before(start);
      int width = DisplayWidth.of(text.substring(previous, start));
      if (before + width >= columns) {
        break;
      }
      before += width;
      start = previous;
    }
    return new Shown(Clip.to(text.substring(start), columns), before);
  }
}
