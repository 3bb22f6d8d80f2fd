package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.ArticleText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.parser.SourceLine;

/**
 * Finds tables as GitHub writes them, and their cells: a row of names, a row of dashes, rows.
 *
 * <p>Unlike the library's tables, no cell is lost where a row has more of them than the first.
 */
final class TableRows {
  /** A range of a row's characters. */
  record Cell(int start, int end) {}

  private TableRows() {}

  /** Returns which of a paragraph's lines is a table's row of dashes, or -1 if none is. */
  static int delimiterRow(List<SourceLine> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (isDelimiterRow(lines.get(i).getContent())
          && contains(lines.get(i - 1).getContent(), '|')) {
        return i;
      }
    }
    return -1;
  }

  /** Overwrites the bars between cells with {@link ArticleText#CELL}. */
  static void markCells(char[] row) {
    for (int i = 0; i < row.length; i++) {
      if (row[i] == '\\' && i + 1 < row.length && row[i + 1] == '|') {
        row[i] = ArticleText.DROPPED;
        i++;
      } else if (row[i] == '|') {
        row[i] = ArticleText.CELL;
      }
    }
  }

  /** Returns the ranges of a row's cells, whose bars were marked. */
  static List<Cell> cells(char[] row) {
    List<Cell> cells = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= row.length; i++) {
      if (i == row.length || row[i] == ArticleText.CELL) {
        boolean outside = (start == 0 || i == row.length) && isBlank(row, start, i);
        if (!outside) {
          cells.add(trimmed(row, start, i));
        }
        start = i + 1;
      }
    }
    return cells;
  }

  private static Cell trimmed(char[] row, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && row[from] == ' ') {
      from++;
    }
    while (to > from && row[to - 1] == ' ') {
      to--;
    }
    return new Cell(from, to);
  }

  private static boolean isBlank(char[] row, int start, int end) {
    for (int i = start; i < end; i++) {
      if (row[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDelimiterRow(CharSequence line) {
    boolean bar = false;
    boolean dash = false;
    for (int i = 0; i < line.length(); i++) {
      switch (line.charAt(i)) {
        case '|' -> bar = true;
        case '-' -> dash = true;
        case ':', ' ', '\t' -> {}
        default -> {
          return false;
        }
      }
    }
    return bar && dash;
  }

  private static boolean contains(CharSequence line, char wanted) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == wanted) {
        return true;
      }
    }
    return false;
  }
}
