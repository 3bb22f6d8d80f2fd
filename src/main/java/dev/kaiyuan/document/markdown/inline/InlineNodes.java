package dev.kaiyuan.document.markdown.inline;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Reads a block of Markdown into the library's inline nodes, for display. The characters are those
 * that {@link InlineMarkup} gives to the index. The rows of a table in a paragraph become a table.
 */
public final class InlineNodes implements InlineParser {
  private final InlineParserContext context;

  public InlineNodes(InlineParserContext context) {
    this.context = context;
  }

  @Override
  public void parse(SourceLines lines, Node block) {
    List<SourceLine> all = lines.getLines();
    int delimiterRow = block instanceof Paragraph ? TableRows.delimiterRow(all) : -1;
    if (delimiterRow < 0) {
      appendWords(all, block);
      return;
    }
    block.insertAfter(table(all, delimiterRow));
    if (delimiterRow == 1) {
      block.unlink();
    } else {
      List<SourceLine> before = all.subList(0, delimiterRow - 1);
      appendWords(before, block);
      block.setSourceSpans(spans(before));
    }
  }

  /** Appends the nodes of text outside any block, where no link label is defined. */
  public static void append(String text, Node parent) {
    List<Span> spans = new ArrayList<>();
    char[] words = InlineMarkup.words(text, new InlineFinds(spans));
    new InlineTree(words, spans, label -> false).appendTo(parent, 0, words.length);
  }

  private void appendWords(List<SourceLine> lines, Node block) {
    if (!lines.isEmpty()) {
      char[] words = InlineMarkup.join(lines);
      tree(words, InlineMarkup.mayBeTask(block)).appendTo(block, 0, words.length);
    }
  }

  private InlineTree tree(char[] words, boolean mayBeTask) {
    List<Span> spans = new ArrayList<>();
    InlineMarkup.erase(words, context, mayBeTask, new InlineFinds(spans));
    return new InlineTree(words, spans, this::isDefinedFootnote);
  }

  private boolean isDefinedFootnote(String label) {
    return context.getDefinition(FootnoteDefinition.class, label) != null;
  }

  private TableBlock table(List<SourceLine> lines, int delimiterRow) {
    TableBlock table = new TableBlock();
    table.setSourceSpans(spans(lines.subList(delimiterRow - 1, lines.size())));
    TableHead head = new TableHead();
    table.appendChild(head);
    head.appendChild(row(lines.get(delimiterRow - 1), true));
    if (delimiterRow + 1 < lines.size()) {
      TableBody body = new TableBody();
      table.appendChild(body);
      for (SourceLine line : lines.subList(delimiterRow + 1, lines.size())) {
        body.appendChild(row(line, false));
      }
    }
    return table;
  }

  private TableRow row(SourceLine line, boolean header) {
    TableRow row = new TableRow();
    row.setSourceSpans(spans(List.of(line)));
    char[] words = InlineMarkup.join(List.of(line));
    TableRows.markCells(words);
    InlineTree tree = tree(words, false);
    for (TableRows.Cell range : TableRows.cells(words)) {
      TableCell cell = new TableCell();
      cell.setHeader(header);
      tree.appendTo(cell, range.start(), range.end());
      row.appendChild(cell);
    }
    return row;
  }

  private static List<SourceSpan> spans(List<SourceLine> lines) {
    return lines.stream().map(SourceLine::getSourceSpan).toList();
  }
}
