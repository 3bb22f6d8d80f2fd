package dev.kaiyuan.document;

import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads CommonMark with tables: the library finds the blocks, {@link InlineMarkup} the words. */
final class MarkdownReader {
  /** More quotes and lists within each other than this are text. */
  private static final int MAX_NESTED_BLOCKS = 100;

  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(MAX_NESTED_BLOCKS)
          .inlineParserFactory(InlineMarkup::new)
          .build();

  private MarkdownReader() {}

  /**
   * Reads Markdown without front matter.
   *
   * @param source the text, its lines ended by {@code '\n'}
   * @param firstLine the line of the file on which the source begins
   * @throws StackOverflowError if a tag in the source is so long that the library can't match it
   */
  static ArticleText read(String source, int firstLine) {
    Node document = PARSER.parse(source);
    var text = new ArticleText(source.length());
    Node node = document.getFirstChild();
    while (node != null) {
      readBlock(node, firstLine, text);
      node = next(node, document);
    }
    return text;
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
        text.at(line(block, firstLine));
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
      case LinkReferenceDefinition definition -> readNote(definition, firstLine, text);
      default -> {}
    }
  }

  private static void readCode(String literal, int line, ArticleText text) {
    text.beginCode();
    text.at(line);
    text.put(literal);
    text.endCode();
  }

  /** A footnote of one word, {@code [^1]: 即自由软件}, looks to the library like a link's target. */
  private static void readNote(
      LinkReferenceDefinition definition, int firstLine, ArticleText text) {
    if (definition.getLabel().startsWith("^")) {
      text.at(line(definition, firstLine));
      text.put(definition.getDestination());
      if (definition.getTitle() != null) {
        text.space();
        text.put(definition.getTitle());
      }
      text.endBlock();
    }
  }

  private static int line(Node block, int firstLine) {
    var spans = block.getSourceSpans();
    return firstLine + (spans.isEmpty() ? 0 : spans.getFirst().getLineIndex());
  }
}
