package dev.kaiyuan.output;

import java.util.ArrayList;
import java.util.List;

/** Sets rows of two columns, wrapped by display width. */
public final class Columns {
  private static final int WIDEST_LEFT = 30;

  private final StyledText text;
  private final Theme theme;
  private final List<String[]> rows = new ArrayList<>();

  /** Makes a page of a width in columns. */
  public Columns(int columns, Theme theme) {
    text = new StyledText(new Display(columns, 0, theme, false));
    this.theme = theme;
  }

  /** Adds a row, to be set with its neighbours when {@link #flush} is called. */
  public Columns row(String left, String right) {
    rows.add(new String[] {left, right});
    return this;
  }

  /** Sets the rows, their right sides below one another. */
  public Columns flush() {
    int left = 0;
    for (String[] row : rows) {
      int width = StyledText.width(row[0]);
      if (width <= WIDEST_LEFT) {
        left = Math.max(left, width);
      }
    }
    int indent = 2 + left + 2;
    for (String[] row : rows) {
      text.spaces(2).add(theme.title(), row[0]);
      int width = 2 + StyledText.width(row[0]);
      if (width + 2 > indent) {
        text.newLine().spaces(indent);
      } else {
        text.spaces(indent - width);
      }
      text.wrapped("", row[1], List.of(), indent);
    }
    rows.clear();
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
