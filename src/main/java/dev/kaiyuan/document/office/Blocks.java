package dev.kaiyuan.document.office;

import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.ArticleWriter.LimitException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Paragraphs and rows of tables as they are closed. A paragraph within another one, as a footnote
 * or a text box is, comes after it; what is in a cell is one line of it.
 */
final class Blocks {
  /** A heading of this level is none. */
  static final int NO_HEADING = 0;

  private static final int DROPPED = -1;

  private final ArticleWriter to;
  private final Deque<StringBuilder> open = new ArrayDeque<>();
  private final Deque<Integer> levels = new ArrayDeque<>();
  private final List<String> inner = new ArrayList<>();
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private int tables;
  private int nextPlace;

  Blocks(ArticleWriter to) {
    this.to = to;
  }

  /** Begins a paragraph, or a heading of a level from 1. */
  void begin(int level) {
    open.push(new StringBuilder());
    levels.push(level);
  }

  /** Makes the paragraph at hand a heading. */
  void heading(int level) {
    if (!levels.isEmpty()) {
      levels.pop();
      levels.push(level);
    }
  }

  /** Leaves the paragraph at hand out. */
  void drop() {
    heading(DROPPED);
  }

  /** Moves to another place, in the middle of a paragraph too. */
  void place(int number) throws LimitException {
    if (open.isEmpty() || isPlain()) {
      if (isPlain()) {
        to.words(open.peek().toString());
        open.peek().setLength(0);
      }
      to.place(number);
    } else {
      nextPlace = number;
    }
  }

  /** Whether nothing is lost when what there is of a paragraph is handed on. */
  private boolean isPlain() {
    return open.size() == 1
        && tables == 0
        && (levels.peek() == NO_HEADING || open.peek().toString().isBlank());
  }

  private void move() {
    if (nextPlace > 0) {
      to.place(nextPlace);
      nextPlace = 0;
    }
  }

  /** Adds characters to the paragraph at hand; others are white space between elements. */
  void text(String characters) {
    if (!open.isEmpty()) {
      open.peek().append(characters);
    }
  }

  void end() throws LimitException {
    if (open.isEmpty()) {
      return;
    }
    String words = open.pop().toString();
    int level = levels.pop();
    if (level == DROPPED) {
      return;
    }
    if (tables > 0) {
      cell.append(cell.isEmpty() ? "" : " ").append(words);
    } else if (!open.isEmpty()) {
      inner.add(words);
    } else {
      if (level == NO_HEADING) {
        to.paragraph(words);
      } else {
        to.heading(level, words);
      }
      for (String each : inner) {
        to.paragraph(each);
      }
      inner.clear();
      move();
    }
  }

  void beginTable() {
    tables++;
  }

  void endTable() {
    tables = Math.max(0, tables - 1);
  }

  void endCell() {
    if (tables == 1) {
      cells.add(cell.toString());
      cell.setLength(0);
    }
  }

  void endRow() throws LimitException {
    if (tables == 1) {
      to.row(cells);
      cells.clear();
      move();
    }
  }
}
