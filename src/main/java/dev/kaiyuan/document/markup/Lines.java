package dev.kaiyuan.document.markup;

import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.ArticleWriter.LimitException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The lines of a file, read one after the other, and written with their numbers. */
final class Lines {
  /** Characters; a line that is longer was written by no person, and is taken as it is. */
  private static final int LONGEST = 5000;

  private final String[] lines;
  private final ArticleWriter to;
  private final UnaryOperator<String> inline;
  private int at;

  /**
   * Makes lines.
   *
   * @param inline takes the markup out of a line
   */
  Lines(String text, ArticleWriter to, UnaryOperator<String> inline) {
    lines = text.split("\n", -1);
    this.to = to;
    this.inline = inline;
  }

  /** What is done with a line. */
  interface Step {
    void take(String line) throws LimitException;
  }

  /** Hands over each line; one that is too long to look for markup in is taken as it is. */
  void forEach(Step step) throws LimitException {
    for (at = 0; at < lines.length; at++) {
      if (line().length() <= LONGEST) {
        step.take(line());
      } else {
        to.line(at + 1);
        to.paragraph(line());
      }
    }
    endParagraph();
  }

  /** The line at hand. */
  String line() {
    return lines[at];
  }

  /** Returns the line at a distance, or an empty one. */
  String near(int distance) {
    int index = at + distance;
    boolean there = index >= 0 && index < lines.length && lines[index].length() <= LONGEST;
    return there ? lines[index] : "";
  }

  void skip(int count) {
    at += count;
  }

  /** Adds words of the line at hand to the paragraph. */
  void prose(String words) throws LimitException {
    to.line(at + 1);
    to.words(inline.apply(words.strip()) + "\n");
  }

  void endParagraph() throws LimitException {
    to.paragraph("");
  }

  void heading(int level, String words) throws LimitException {
    endParagraph();
    to.line(at + 1);
    to.heading(level, inline.apply(words.strip()));
  }

  void row(List<String> cells) throws LimitException {
    to.line(at + 1);
    List<String> words = new ArrayList<>();
    cells.forEach(cell -> words.add(inline.apply(cell.strip())));
    to.row(words);
  }

  /** Adds the lines after the one at hand as code, up to one that ends them and is passed over. */
  void codeUntil(Predicate<String> end) throws LimitException {
    int start = at + 1;
    skipUntil(end);
    code(start, Math.min(at, lines.length));
  }

  /** Adds the indented lines after the one at hand as code. */
  void indentedCode() throws LimitException {
    int start = at + 1;
    int stop = blockEnd();
    while (start < stop && lines[start].strip().matches(":[a-zA-Z-]+:.*|")) {
      start++;
    }
    code(start, stop);
    at = stop - 1;
  }

  /** Passes over the lines after the one at hand that are indented more. */
  void skipIndented() {
    at = blockEnd() - 1;
  }

  private int blockEnd() {
    int indent = indent(lines[at]);
    int end = at + 1;
    int last = end;
    while (end < lines.length && (lines[end].isBlank() || indent(lines[end]) > indent)) {
      end++;
      last = lines[end - 1].isBlank() ? last : end;
    }
    return last;
  }

  static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
      indent++;
    }
    return indent;
  }

  private void code(int start, int stop) throws LimitException {
    endParagraph();
    if (start < stop) {
      to.line(start + 1);
      to.code(String.join("\n", Arrays.asList(lines).subList(start, stop)));
    }
  }

  /** Passes over the lines after the one at hand, up to one that ends them and is passed over. */
  void skipUntil(Predicate<String> end) {
    int stop = at + 1;
    while (stop < lines.length && !end.test(lines[stop])) {
      stop++;
    }
    at = stop;
  }

  /** Whether one of the lines after the one at hand is such a line, before an empty one. */
  boolean isBefore(Predicate<String> end) {
    for (int i = at + 1; i < lines.length && !lines[i].isBlank(); i++) {
      if (end.test(lines[i])) {
        return true;
      }
    }
    return false;
  }
}
