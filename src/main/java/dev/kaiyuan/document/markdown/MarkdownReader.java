package dev.kaiyuan.document.markdown;

import dev.kaiyuan.document.html.HtmlReader;
import dev.kaiyuan.document.markdown.inline.InlineMarkup;
import dev.kaiyuan.document.text.ArticleText;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Reads CommonMark with tables and footnotes: the library finds the blocks, {@link InlineMarkup}
 * the words.
 */
public final class MarkdownReader {
  private static final MarkdownBlocks BLOCKS = new MarkdownBlocks(InlineMarkup::new);

  private MarkdownReader() {}

  /**
   * Reads Markdown without front matter.
   *
   * @param source the text, its lines ended by {@code '\n'}
   * @param firstLine the line of the file on which the source begins
   */
  public static ArticleText read(String source, int firstLine) {
    var text = new ArticleText(source.length());
    read(source, firstLine, text);
    return text;
  }

  /** Reads Markdown that is a part of a text. */
  public static void read(String source, int firstLine, ArticleText text) {
    var pieces = new MarkdownPieces(source, firstLine);
    while (pieces.next()) {
      Node document = BLOCKS.parse(pieces.source());
      Node node = document.getFirstChild();
      while (node != null) {
        readBlock(node, pieces.line(), text);
        node = next(node, document);
      }
    }
  }

  /** Walks the tree without recursion: inside first, then along, then out. */
  private static @Nullable Node next(Node node, Node root) {
    if (node instanceof Block && node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node from = node;
    while (from != root && from.getNext() == null) {
      from = from.getParent();
    }
    return from == root ? null : from.getNext();
  }

  private static void readBlock(Node node, int firstLine, ArticleText text) {
    switch (node) {
      case InlineMarkup.Words words -> {
        Node block = words.getParent();
        text.at(firstLine + words.lineIndex);
        words.finds.putInto(text);
        if (block instanceof Heading heading) {
          text.beginHeading();
          text.put(words.chars);
          text.endHeading(heading.getLevel());
        } else {
          text.put(words.chars);
          text.endBlock();
        }
      }
      case FencedCodeBlock code -> readCode(code.getLiteral(), line(code, firstLine) + 1, text);
      case IndentedCodeBlock code -> readCode(code.getLiteral(), line(code, firstLine), text);
      case HtmlBlock html ->
          HtmlReader.readFragment(html.getLiteral(), line(html, firstLine), text);
      case LinkReferenceDefinition definition -> {
        text.mentions().addAddress(definition.getDestination());
        if (definition.getTitle() != null) {
          text.at(line(definition, firstLine));
          text.put(definition.getTitle());
          text.endBlock();
        }
      }
      default -> {}
    }
  }

  private static void readCode(String literal, int line, ArticleText text) {
    text.beginCode();
    text.at(line);
    text.put(literal);
    text.endCode();
  }

  private static int line(Node block, int firstLine) {
    var spans = block.getSourceSpans();
    return firstLine + (spans.isEmpty() ? 0 : spans.getFirst().getLineIndex());
  }
}
