package dev.kaiyuan.output;

import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.document.markdown.MarkdownTree;
import dev.kaiyuan.search.snippet.Range;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Renders Markdown for a terminal: without markup, wrapped to the width of the display. */
final class MarkdownPage {
  private final StyledText page;
  private final Function<String, List<Range>> marks;
  private final ArticleSource source;
  private final Theme theme;

  MarkdownPage(StyledText page, Function<String, List<Range>> marks, ArticleSource source) {
    this.page = page;
    this.source = source;
    this.marks = marks;
    theme = page.theme();
  }

  /**
   * Adds the blocks that reach to a line or lie after it.
   *
   * @param title the title that is above already, which the first heading does not repeat, or null
   */
  void add(int line, @Nullable String title) {
    String shown = title;
    for (MarkdownTree.Piece piece : MarkdownTree.of(source)) {
      Node first = piece.document().getFirstChild();
      for (Node block = first; block != null; block = block.getNext()) {
        boolean repeats = false;
        if (block instanceof Heading) {
          repeats = InlineText.of(block, theme).text().strip().equals(shown);
          shown = null;
        }
        if (piece.firstLine() + lastLine(block) >= line && !repeats) {
          block(block, List.of());
          page.newLine();
        }
      }
    }
  }

  private static int lastLine(Node block) {
    List<SourceSpan> spans = block.getSourceSpans();
    return spans.isEmpty() ? Integer.MAX_VALUE / 2 : spans.getLast().getLineIndex();
  }

  /**
   * Adds one block.
   *
   * @param prefix what is before each of its lines
   */
  private void block(Node block, List<String> prefix) {
    switch (block) {
      case Heading heading -> lines(InlineText.of(heading, theme), theme.heading(), prefix);
      case Paragraph paragraph -> lines(InlineText.of(paragraph, theme), "", prefix);
      case FencedCodeBlock code -> code(code.getLiteral(), prefix);
      case IndentedCodeBlock code -> code(code.getLiteral(), prefix);
      case ThematicBreak ignored -> {
        begin(prefix);
        page.add(theme.faint(), "─".repeat(Math.min(40, room(prefix)))).newLine();
      }
      case HtmlBlock html -> html(html, prefix);
      case BulletList list -> list(list, prefix, 0);
      case OrderedList list -> {
        Integer first = list.getMarkerStartNumber();
        list(list, prefix, first == null ? 1 : first);
      }
      case BlockQuote quote -> blocks(quote, with(prefix, "│ "), true);
      case TableBlock table -> new TableSetter(page, theme, marks).add(table, prefix);
      case FootnoteDefinition note -> {
        String mark = InlineText.mark(note.getLabel()) + " ";
        item(note, with(prefix, mark), with(prefix, " ".repeat(StyledText.width(mark))));
      }
      case LinkReferenceDefinition definition -> {
        if (definition.getTitle() != null) {
          String title = SanitizedText.of(definition.getTitle());
          begin(prefix);
          page.wrapped(theme.faint(), title, marks.apply(title), 0);
        }
      }
      case CustomBlock other -> blocks(other, prefix, true);
      default -> blocks(block, prefix, true);
    }
  }

  private void blocks(Node parent, List<String> prefix, boolean loose) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      block(child, prefix);
      if (loose && child.getNext() != null) {
        begin(prefix);
        page.newLine();
      }
    }
  }

  /** Adds a list, with numbers from {@code first} on, or with bullets where that is 0. */
  private void list(Node list, List<String> prefix, int first) {
    int number = first;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String mark = first > 0 ? number++ + ". " : "• ";
      List<String> rest = with(prefix, " ".repeat(mark.length()));
      item(item, with(prefix, mark), rest);
    }
  }

  private void item(Node item, List<String> first, List<String> rest) {
    Node child = item.getFirstChild();
    if (child instanceof Paragraph paragraph) {
      lines(InlineText.of(paragraph, theme), "", first, rest);
      child = child.getNext();
    }
    for (; child != null; child = child.getNext()) {
      block(child, rest);
    }
  }

  private void code(String literal, List<String> prefix) {
    for (String line : literal.split("\n", -1)) {
      if (line.isEmpty() && literal.endsWith("\n" + line)) {
        continue;
      }
      begin(prefix);
      String safe = SanitizedText.of(line.replace("\t", "    "));
      page.add("    ");
      page.marked(theme.code(), safe, 0, safe.length(), marks.apply(safe));
      page.newLine();
    }
  }

  private void html(HtmlBlock html, List<String> prefix) {
    int indent = prefix.stream().mapToInt(StyledText::width).sum();
    for (String block : MarkdownTree.words(html.getLiteral()).lines().toList()) {
      String text = SanitizedText.of(block.replace('\t', ' '));
      begin(prefix);
      page.wrapped("", text, marks.apply(text), indent);
    }
  }

  private void lines(InlineText inline, String style, List<String> prefix) {
    lines(inline, style, prefix, prefix);
  }

  private void lines(InlineText inline, String style, List<String> first, List<String> rest) {
    String text = inline.text();
    String[] styles = page.styles(text, style, inline.stretches(), marks.apply(text));
    List<String> prefix = first;
    int start = 0;
    for (String line : text.split("\n", -1)) {
      CharSequence upToEnd = CharBuffer.wrap(text, 0, start + line.length());
      int at = LineBreaks.next(upToEnd, start);
      while (at < upToEnd.length() || prefix == first) {
        int end = LineBreaks.end(upToEnd, at, room(prefix));
        begin(prefix);
        page.styled(text, at, end, styles);
        page.newLine();
        at = LineBreaks.next(upToEnd, end);
        prefix = rest == first ? new ArrayList<>(rest) : rest;
      }
      start += line.length() + 1;
    }
  }

  private void begin(List<String> prefix) {
    for (String part : prefix) {
      page.add(theme.faint(), part);
    }
  }

  private int room(List<String> prefix) {
    int width = prefix.stream().mapToInt(StyledText::width).sum();
    return Math.max(10, page.columns() - width);
  }

  private static List<String> with(List<String> prefix, String part) {
    List<String> longer = new ArrayList<>(prefix);
    longer.add(part);
    return longer;
  }
}
