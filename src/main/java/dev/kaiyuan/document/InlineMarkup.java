package dev.kaiyuan.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.CustomNode;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of a block of Markdown, in place of the library's inline parser.
 *
 * <p>That one makes a tree of nodes where searching needs none, nests as deep as the file tells it
 * to, takes quadratic time for some input, loses cells of tables, and leaves the asterisks of much
 * Chinese emphasis standing. Here markup is overwritten where it stands with {@link
 * ArticleText#DROPPED}: nothing moves, so every character keeps its line, and one pass serves.
 */
final class InlineMarkup implements InlineParser {
  /** The words of a block, its markup overwritten, its line breaks those of the file. */
  static final class Words extends CustomNode {
    final char[] chars;

    /** The line of the source on which they begin, counted from 0. */
    final int lineIndex;

    /** What stands beside the words. */
    final Finds finds;

    Words(char[] chars, int lineIndex, Finds finds) {
      this.chars = chars;
      this.lineIndex = lineIndex;
      this.finds = finds;
    }
  }

  /** What markup says beside the words of a block. */
  static final class Finds {
    private final @Nullable List<Span> spans;
    final Mentions mentions = new Mentions();
    final List<String> asides = new ArrayList<>();
    final List<String> readings = new ArrayList<>();

    /** Takes no spans: who only indexes words needs none. */
    Finds() {
      this.spans = null;
    }

    /**
     * Takes spans too.
     *
     * @param spans to which they are added, in no particular order
     */
    Finds(List<Span> spans) {
      this.spans = spans;
    }

    void span(Span.Kind kind, int start, int end) {
      span(kind, start, end, "", null);
    }

    void span(Span.Kind kind, int start, int end, String value, @Nullable String title) {
      if (spans != null) {
        spans.add(new Span(kind, start, end, value, title));
      }
    }

    /** Whether spans are wanted, so that what they say has to be found out. */
    boolean takesSpans() {
      return spans != null;
    }

    void putInto(ArticleText text) {
      text.mentions().addAll(mentions);
      asides.forEach(text::aside);
      readings.forEach(text::reading);
    }
  }

  private final InlineParserContext context;

  InlineMarkup(InlineParserContext context) {
    this.context = context;
  }

  @Override
  public void parse(SourceLines lines, Node block) {
    if (!lines.isEmpty()) {
      // The spans of the block itself may begin too late, behind a link's definition.
      int lineIndex = lines.getLines().getFirst().getSourceSpan().getLineIndex();
      Finds finds = new Finds();
      char[] words = words(lines.getLines(), block, finds);
      block.appendChild(new Words(words, lineIndex, finds));
    }
  }

  /**
   * Returns the words of text outside any block, in which no label of a link is defined.
   *
   * @param finds takes what stands beside them
   */
  static char[] words(String text, Finds finds) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = chars[i] == '\n' ? '\n' : withoutMark(chars[i]);
    }
    return erase(chars, null, false, finds);
  }

  private char[] words(List<SourceLine> lines, Node block, Finds finds) {
    boolean item = mayBeTask(block);
    int delimiterRow = block instanceof Paragraph ? TableRows.delimiterRow(lines) : -1;
    if (delimiterRow < 0) {
      return erase(join(lines), context, item, finds);
    }
    var words = new StringBuilder();
    if (delimiterRow > 1) {
      words.append(erase(join(lines.subList(0, delimiterRow - 1)), context, item, finds));
      words.append(ArticleText.HARD_BREAK);
    }
    for (int i = delimiterRow - 1; i < lines.size(); i++) {
      if (i == delimiterRow) {
        words.append(ArticleText.DROPPED_BREAK);
      } else {
        char[] row = join(lines.subList(i, i + 1));
        TableRows.markCells(row);
        words.append(erase(row, context, false, finds)).append(ArticleText.HARD_BREAK);
      }
    }
    return words.toString().toCharArray();
  }

  /** Whether a block begins an item of a list, which may begin with a box to tick. */
  static boolean mayBeTask(Node block) {
    return block.getParent() instanceof ListItem && block.getPrevious() == null;
  }

  /** Overwrites the markup of a block, and returns it. */
  static char[] erase(
      char[] block, @Nullable InlineParserContext context, boolean mayBeTask, Finds finds) {
    if (InlineScanner.hasMarkup(block)) {
      new InlineScanner(block, context, finds).erase(mayBeTask);
    }
    return block;
  }

  /** Returns the characters of lines, parted by {@code '\n'}. */
  static char[] join(List<SourceLine> lines) {
    int length = lines.size() - 1;
    for (SourceLine line : lines) {
      length += line.getContent().length();
    }
    char[] joined = new char[length];
    int to = 0;
    for (SourceLine line : lines) {
      if (to > 0) {
        joined[to++] = '\n';
      }
      CharSequence content = line.getContent();
      for (int i = 0; i < content.length(); i++) {
        joined[to++] = withoutMark(content.charAt(i));
      }
    }
    return joined;
  }

  /** What the file has of the characters that mark markup here is white space. */
  private static char withoutMark(char c) {
    return c < ' ' ? ' ' : c;
  }
}
