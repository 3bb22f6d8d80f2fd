package dev.kaiyuan.output;

import dev.kaiyuan.document.text.DisplayWidth;
import dev.kaiyuan.search.snippet.Range;
import java.util.List;

/** Builds text with styles, links and wrapped lines. Not thread-safe. */
final class StyledText {
  private final StringBuilder text = new StringBuilder(4096);
  private final Display display;

  StyledText(Display display) {
    this.display = display;
  }

  Theme theme() {
    return display.theme();
  }

  int columns() {
    return display.columns();
  }

  /** Adds text as it is; it must be harmless. */
  StyledText add(String plain) {
    text.append(plain);
    return this;
  }

  StyledText add(char c) {
    text.append(c);
    return this;
  }

  StyledText newLine() {
    text.append('\n');
    return this;
  }

  StyledText spaces(int count) {
    for (int i = 0; i < count; i++) {
      text.append(' ');
    }
    return this;
  }

  /** Adds text in a style. */
  StyledText add(String style, String plain) {
    begin(style);
    text.append(plain);
    end(style);
    return this;
  }

  /** Adds text that opens an address where the display has links. */
  StyledText link(String style, String plain, String address) {
    if (display.links()) {
      text.append("\u001b]8;;").append(address).append("\u001b\\");
    }
    add(style, plain);
    if (display.links()) {
      text.append("\u001b]8;;\u001b\\");
    }
    return this;
  }

  /** Adds a stretch of a text with what the query found in it. */
  void marked(String style, String source, int from, int to, List<Range> marks) {
    begin(style);
    int p = from;
    for (Range mark : marks) {
      int start = Math.max(mark.start(), p);
      int end = Math.min(mark.end(), to);
      if (start >= end) {
        continue;
      }
      text.append(source, p, start);
      end(style);
      add(theme().match(), source.substring(start, end));
      begin(style);
      p = end;
    }
    text.append(source, p, Math.max(p, to));
    end(style);
  }

  /** Returns the style of each character: the block's, that of a stretch, or that of a mark. */
  String[] styles(
      String source, String style, List<InlineText.Stretch> stretches, List<Range> marks) {
    String[] styles = new String[source.length()];
    java.util.Arrays.fill(styles, style);
    for (InlineText.Stretch stretch : stretches) {
      for (int p = stretch.start(); p < stretch.end(); p++) {
        styles[p] = styles[p].isEmpty() ? stretch.style() : styles[p] + ";" + stretch.style();
      }
    }
    for (Range mark : marks) {
      java.util.Arrays.fill(styles, mark.start(), mark.end(), theme().match());
    }
    return styles;
  }

  /** Adds a stretch of a text, each character in its style. */
  void styled(String source, int from, int to, String[] styles) {
    int p = from;
    while (p < to) {
      int end = p + 1;
      while (end < to && styles[end].equals(styles[p])) {
        end++;
      }
      add(styles[p], source.substring(p, end));
      p = end;
    }
  }

  /**
   * Adds a text with its marks on as many lines as it takes, each ended.
   *
   * @param first what is before the first line, as wide as {@code indent}; already added
   * @param indent how many spaces are before the others
   */
  void wrapped(String style, String source, List<Range> marks, int indent) {
    int room = Math.max(10, columns() - indent);
    int start = LineBreaks.next(source, 0);
    boolean isFirst = true;
    while (start < source.length() || isFirst) {
      int end = LineBreaks.end(source, start, room);
      if (!isFirst) {
        spaces(indent);
      }
      marked(style, source, start, end, marks);
      newLine();
      start = LineBreaks.next(source, end);
      isFirst = false;
    }
  }

  private void begin(String style) {
    if (!style.isEmpty()) {
      text.append("\u001b[").append(style).append('m');
    }
  }

  private void end(String style) {
    if (!style.isEmpty()) {
      text.append("\u001b[0m");
    }
  }

  static int width(String plain) {
    return DisplayWidth.of(plain);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
