package dev.kaiyuan.document;

import java.util.List;
import org.commonmark.parser.SourceLine;

/**
 * Finds tables as GitHub writes them, and their cells: a row of names, a row of dashes, rows.
 *
 * <p>Unlike the library's tables, no cell is lost where a row has more of them than the first.
 */
final class TableRows {
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
