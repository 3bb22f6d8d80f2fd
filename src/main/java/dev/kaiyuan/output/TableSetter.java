package dev.kaiyuan.output;

import dev.kaiyuan.search.snippet.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** Sets a table in columns, or cell below cell where the display is too narrow for it. */
final class TableSetter {
  private static final int BETWEEN = 2;

  private final StyledText page;
  private final Theme theme;
  private final Function<String, List<Range>> marks;

  TableSetter(StyledText page, Theme theme, Function<String, List<Range>> marks) {
    this.page = page;
    this.theme = theme;
    this.marks = marks;
  }

  void add(TableBlock table, List<String> prefix) {
    List<List<String>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        rows.add(cells((TableRow) row));
      }
    }
    int[] widths = widths(rows);
    int total = 0;
    for (int width : widths) {
      total += width + BETWEEN;
    }
    if (total - BETWEEN <= page.columns()) {
      columns(rows, widths, prefix);
    } else {
      below(rows, prefix);
    }
  }

  private List<String> cells(TableRow row) {
    List<String> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      cells.add(InlineText.of(cell, theme).text());
    }
    return cells;
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], StyledText.width(row.get(i)));
      }
    }
    return widths;
  }

  private void columns(List<List<String>> rows, int[] widths, List<String> prefix) {
    boolean isHead = true;
    for (List<String> row : rows) {
      begin(prefix);
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        page.marked(isHead ? theme.title() : "", cell, 0, cell.length(), marks.apply(cell));
        if (i + 1 < row.size()) {
          page.spaces(Math.max(0, widths[i] - StyledText.width(cell)) + BETWEEN);
        }
      }
      page.newLine();
      isHead = false;
    }
  }

  private void below(List<List<String>> rows, List<String> prefix) {
    List<String> head = rows.getFirst();
    int indent = 2;
    for (String part : prefix) {
      indent += StyledText.width(part);
    }
    for (List<String> row : rows.subList(1, rows.size())) {
      for (int i = 0; i < row.size(); i++) {
        String name = i < head.size() ? head.get(i) : "";
        String cell = name.isEmpty() ? row.get(i) : name + ": " + row.get(i);
        begin(prefix);
        page.add(i == 0 ? "• " : "  ");
        page.wrapped("", cell, marks.apply(cell), indent);
      }
    }
  }

  private void begin(List<String> prefix) {
    for (String part : prefix) {
      page.add(theme.faint(), part);
    }
  }
}
