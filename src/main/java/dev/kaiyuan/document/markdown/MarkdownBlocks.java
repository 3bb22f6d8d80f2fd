package dev.kaiyuan.document.markdown;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParserFactory;
import org.commonmark.parser.Parser;

/** Parses the blocks of Markdown with the library, their content with one of ours. Thread-safe. */
final class MarkdownBlocks {
  /** Quotes and lists that are nested deeper than this are text. */
  private static final int MAX_NESTED_BLOCKS = 100;

  /** Without it {@code [^1]: 即自由软件}, a footnote of one word, is a link's target. */
  private static final List<Extension> FOOTNOTES = List.of(FootnotesExtension.create());

  private final Parser parser;
  private final Parser parserWithoutHtmlBlocks;

  MarkdownBlocks(InlineParserFactory inline) {
    parser = builder(inline).build();
    parserWithoutHtmlBlocks =
        builder(inline)
            .enabledBlockTypes(
                Set.of(
                    BlockQuote.class,
                    Heading.class,
                    FencedCodeBlock.class,
                    ThematicBreak.class,
                    ListBlock.class,
                    IndentedCodeBlock.class))
            .build();
  }

  private static Parser.Builder builder(InlineParserFactory inline) {
    return Parser.builder()
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        .maxOpenBlockParsers(MAX_NESTED_BLOCKS)
        .extensions(FOOTNOTES)
        .inlineParserFactory(inline);
  }

  /** Returns the document; the spans of its blocks count lines and characters from 0. */
  Node parse(String source) {
    try {
      return parser.parse(source);
    } catch (StackOverflowError e) {
      // The library finds blocks of HTML by a regular expression that recurses for each attribute
      // of a tag. Without them the tag is inline markup, which has no such limit.
      return parserWithoutHtmlBlocks.parse(source);
    }
  }
}
