package dev.kaiyuan.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * What a person sees on a terminal. It knows the sequences that the finder and a shell need, and
 * refuses all others.
 */
final class VirtualScreen {
  private int columns;
  private int rows;
  private String[][] cells;
  private String[][] kept = new String[0][];
  private int keptRow;
  private int keptColumn;
  private int row;
  private int column;
  private boolean isAlternate;
  private boolean isResized;
  private String unfinished = "";

  VirtualScreen(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    cells = empty();
  }

  private String[][] empty() {
    String[][] all = new String[rows][columns];
    for (String[] each : all) {
      Arrays.fill(each, " ");
    }
    return all;
  }

  void resize(int newColumns, int newRows) {
    columns = newColumns;
    rows = newRows;
    cells = empty();
    row = Math.min(row, rows - 1);
    column = Math.min(column, columns - 1);
    isResized = true;
  }

  boolean isAlternate() {
    return isAlternate;
  }

  int cursorColumn() {
    return column;
  }

  /** The rows from the top on, without what is empty at their ends. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String[] each : cells) {
      lines.add(String.join("", each).stripTrailing());
    }
    return lines;
  }

  @Override
  public String toString() {
    return String.join("\n", lines()).stripTrailing();
  }

  void write(String text) {
    String all = unfinished + text;
    int p = 0;
    while (p < all.length()) {
      int c = all.codePointAt(p);
      if (c == 0x1B) {
        int end = sequenceEnd(all, p);
        if (end < 0) {
          break;
        }
        obey(all.substring(p, end));
        p = end;
      } else {
        p += Character.charCount(c);
        put(c);
      }
    }
    unfinished = all.substring(p);
  }

  private static int sequenceEnd(String text, int start) {
    if (start + 1 >= text.length()) {
      return -1;
    }
    if (text.charAt(start + 1) != '[') {
      throw new IllegalStateException("no CSI: " + text.substring(start));
    }
    for (int p = start + 2; p < text.length(); p++) {
      if (text.charAt(p) >= '@') {
        return p + 1;
      }
    }
    return -1;
  }

  private void obey(String sequence) {
    String body = sequence.substring(2, sequence.length() - 1);
    switch (sequence.charAt(sequence.length() - 1)) {
      case 'm' -> {}
      case 'H' -> {
        String[] place = body.isEmpty() ? new String[] {"1", "1"} : body.split(";");
        row = Math.min(rows, Integer.parseInt(place[0])) - 1;
        column = Math.min(columns, Integer.parseInt(place[1])) - 1;
      }
      case 'K' -> Arrays.fill(cells[row], column, columns, " ");
      case 'J' -> cells = empty();
      case 'h', 'l' -> mode(body, sequence.endsWith("h"));
      default -> throw new IllegalStateException("unknown: " + sequence.substring(1));
    }
  }

  private void mode(String name, boolean isOn) {
    switch (name) {
      case "?7", "?25", "?2004" -> {}
      case "?1049" -> {
        if (isOn && !isAlternate) {
          kept = cells;
          keptRow = row;
          keptColumn = column;
          cells = empty();
        } else if (!isOn && isAlternate) {
          cells = kept.length == rows && kept[0].length == columns ? kept : empty();
          row = Math.min(keptRow, rows - 1);
          column = Math.min(keptColumn, columns - 1);
        }
        isAlternate = isOn;
      }
      default -> throw new IllegalStateException("unknown mode " + name);
    }
  }

  private void put(int c) {
    switch (c) {
      case '\r' -> column = 0;
      case '\n' -> newLine();
      case '\b' -> column = Math.max(0, column - 1);
      case 7 -> {}
      default -> {
        int width = WCWidth.wcwidth(c);
        String shown = Character.toString(c);
        if (width == 0) {
          int at = column > 0 && cells[row][column - 1].isEmpty() ? column - 2 : column - 1;
          cells[row][Math.max(0, at)] += shown;
          return;
        }
        if (column + width > columns && isResized) {
          return; // Written for the size before, to a terminal that does not wrap.
        }
        if (column + width > columns) {
          throw new IllegalStateException("behind the last column: " + shown + " in\n" + this);
        }
        cells[row][column] = shown;
        if (width == 2) {
          cells[row][column + 1] = "";
        }
        column += width;
        if (column == columns && !isAlternate) {
          newLine();
          column = 0;
        }
      }
    }
  }

  private void newLine() {
    if (row < rows - 1) {
      row++;
      return;
    }
    System.arraycopy(cells, 1, cells, 0, rows - 1);
    cells[rows - 1] = new String[columns];
    Arrays.fill(cells[rows - 1], " ");
  }
}
