package dev.kaiyuan.output;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The Markdown that is set for reading. Thread-safe. */
public final class MarkdownSyntax {
  /** As many quotes and lists within each other as the index knows; more are text. */
  private static final int MAX_NESTED_BLOCKS = 100;

  /** Tables, footnotes and struck out words. */
  public static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          FootnotesExtension.create(),
          StrikethroughExtension.builder().requireTwoTildes(true).build());

  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(MAX_NESTED_BLOCKS)
          .build();

  private MarkdownSyntax() {}

  /** Returns the document, whose blocks know their lines. */
  public static Node parse(String text) {
    return PARSER.parse(text);
  }
}
