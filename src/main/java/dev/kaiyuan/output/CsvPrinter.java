package dev.kaiyuan.output;

import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchResults;
import dev.kaiyuan.search.snippet.Snippet;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;

/**
 * Writes a table by RFC 4180: a header, lines ended by CR LF, one line a hit.
 *
 * <p>A field that a spreadsheet would take for a formula, because a file's text begins with one of
 * {@code = + - @}, is given an apostrophe in front. One that no cell of a spreadsheet could hold is
 * cut, which an ellipsis at its end says.
 */
public final class CsvPrinter implements ResultPrinter {
  private static final String HEADER =
      "rank,score,path,title,lang,date,tags,line,place,section,snippet\r\n";

  /** As many characters as a cell of a spreadsheet takes; more, and Python's reader fails too. */
  private static final int LONGEST_FIELD = 32_000;

  private final ArticleLocator locator;

  /** Makes a printer. */
  public CsvPrinter(ArticleLocator locator) {
    this.locator = locator;
  }

  @Override
  public void print(SearchResults results, PrintStream out) {
    StringBuilder table = new StringBuilder(HEADER);
    for (Hit hit : results.hits()) {
      table.append(hit.rank()).append(',').append(hit.score());
      field(table, locator.path(hit.path()));
      field(table, hit.title());
      field(table, hit.language().code());
      field(table, hit.date() == null ? "" : hit.date().toString());
      field(table, joined(hit.tags(), "; "));
      field(table, hit.line() > 0 ? Integer.toString(hit.line()) : "");
      field(table, hit.place() == null ? "" : hit.place().toString());
      field(table, joined(hit.section(), " > "));
      field(table, snippet(hit));
      table.append("\r\n");
    }
    out.print(table);
  }

  /** The best piece, whose place is the hit's; the first one may stand far above it. */
  private static String snippet(Hit hit) {
    String text = "";
    for (Snippet snippet : hit.snippets()) {
      if (text.isEmpty()
          || snippet.line() == hit.line() && Objects.equals(snippet.place(), hit.place())) {
        text = snippet.text();
      }
    }
    return text;
  }

  static void field(StringBuilder table, String value) {
    table.append(',');
    String shown = Shortened.of(value, LONGEST_FIELD);
    String safe = isFormula(shown) ? "'" + shown : shown;
    if (safe.indexOf(',') < 0
        && safe.indexOf('"') < 0
        && safe.indexOf('\n') < 0
        && safe.indexOf('\r') < 0) {
      table.append(safe);
    } else {
      table.append('"').append(safe.replace("\"", "\"\"")).append('"');
    }
  }

  private static boolean isFormula(String value) {
    return !value.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(value.charAt(0)) >= 0;
  }

  private static String joined(List<String> parts, String between) {
    return String.join(between, parts);
  }
}
