package dev.kaiyuan.server;

import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.search.StoredArticle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article line by line, as its file has them where that is Markdown or plain text; else the
 * words that the index holds, each under the line it is on.
 */
final class ArticleLines {
  private final String title;
  private final List<Line> lines;

  private record Line(int number, String text) {}

  private ArticleLines(String title, List<Line> lines) {
    this.title = title;
    this.lines = lines;
  }

  /**
   * Returns the lines of an article.
   *
   * @param source the file as it is now, or null
   */
  static ArticleLines of(StoredArticle article, @Nullable ArticleSource source) {
    List<Line> lines = new ArrayList<>();
    if (source != null && source.format() != Format.HTML) {
      int number = source.firstLine();
      for (String line : source.text().split("\n", -1)) {
        lines.add(new Line(number++, line));
      }
    } else {
      int offset = 0;
      for (String line : article.text().split("\n", -1)) {
        Place place = article.layout().lines().placeAt(offset);
        int number = place == null ? article.layout().lines().lineAt(offset) : place.number();
        lines.add(new Line(number, line));
        offset += line.length() + 1;
      }
    }
    while (lines.size() > 1 && lines.getLast().text.isBlank()) {
      lines.removeLast();
    }
    return new ArticleLines(article.title(), lines);
  }

  /** Returns all of it without numbers. */
  String all() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.text).append('\n');
    }
    return text.toString();
  }

  /**
   * Returns some of the lines, with their numbers, under a head that says what they are of.
   *
   * @param path what the reader calls the article
   * @param from the number of the first line
   * @param most how many lines at the most
   * @throws WrongParameterException if the article ends before
   */
  String text(String path, int from, int most) {
    int last = lines.getLast().number;
    if (from > last) {
      throw new WrongParameterException("mcp.line-behind", path, last, from);
    }
    StringBuilder text = new StringBuilder();
    text.append(title).append('\n').append(path).append(" · lines to ").append(last).append("\n\n");
    int shown = 0;
    int before = from;
    for (Line line : lines) {
      // A page is never cut: a reader could not ask for its second half.
      if (shown >= most && line.number != before) {
        return text.append("\n… goes on: read with line ")
            .append(line.number)
            .append('\n')
            .toString();
      }
      if (line.number >= from) {
        text.append(line.number).append('\t').append(line.text).append('\n');
        before = line.number;
        shown++;
      }
    }
    return text.toString();
  }
}
