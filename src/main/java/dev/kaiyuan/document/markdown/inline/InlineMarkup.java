package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.ArticleText;
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
 * Reads the words of a block of Markdown for the index.
 *
 * <p>It replaces the library's inline parser, which builds a tree that indexing does not need,
 * nests without a limit, takes quadratic time for some input, loses spare cells of tables, and does
 * not pair much of Chinese emphasis. Markup is overwritten in place with {@link
 * ArticleText#DROPPED}. No character moves, so each keeps its line, and one pass is enough.
 */
public final class InlineMarkup implements InlineParser {
  /** The words of a block, its markup overwritten, its line breaks those of the file. */
  public static final class Words extends CustomNode {
    public final char[] chars;

    /** The line of the source on which they begin, counted from 0. */
    public final int lineIndex;

    /** What the markup says. */
    public final InlineFinds finds;

    Words(char[] chars, int lineIndex, InlineFinds finds) {
      this.chars = chars;
      this.lineIndex = lineIndex;
      this.finds = finds;
    }
  }

  private final InlineParserContext context;

  public InlineMarkup(InlineParserContext context) {
    this.context = context;
  }

  @Override
  public void parse(SourceLines lines, Node block) {
    if (!lines.isEmpty()) {
      // The spans of the block itself may begin too late, after a link's definition.
      int lineIndex = lines.getLines().getFirst().getSourceSpan().getLineIndex();
      InlineFinds finds = new InlineFinds();
      char[] words = words(lines.getLines(), block, finds);
      block.appendChild(new Words(words, lineIndex, finds));
    }
  }

  /**
   * Returns the words of text outside any block, where no link label is defined.
   *
   * @param finds collects what the markup says
   */
  public static char[] words(String text, InlineFinds finds) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = chars[i] == '\n' ? '\n' : withoutMark(chars[i]);
    }
    return erase(chars, null, false, finds);
  }

  private char[] words(List<SourceLine> lines, Node block, InlineFinds finds) {
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

  /** Whether a block is the first of a list item, which may begin with a task box. */
  static boolean mayBeTask(Node block) {
    return block.getParent() instanceof ListItem && block.getPrevious() == null;
  }

  /** Overwrites the markup of a block, and returns it. */
  static char[] erase(
      char[] block, @Nullable InlineParserContext context, boolean mayBeTask, InlineFinds finds) {
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

  /** A control character of the file must not be taken for one of our marks. */
  private static char withoutMark(char c) {
    return c < ' ' ? ' ' : c;
  }
}
