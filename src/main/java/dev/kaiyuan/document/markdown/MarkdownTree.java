package dev.kaiyuan.document.markdown;

import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.document.html.HtmlReader;
import dev.kaiyuan.document.markdown.inline.InlineFinds;
import dev.kaiyuan.document.markdown.inline.InlineNodes;
import dev.kaiyuan.document.markdown.inline.TagAttributes;
import dev.kaiyuan.document.text.ArticleText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jsoup.nodes.Range;

/**
 * Markdown as a tree of blocks and inline nodes, for display. Its words are those of {@link
 * dev.kaiyuan.document.Article#text}: one scanner reads both from the same blocks. Thread-safe.
 */
public final class MarkdownTree {
  private static final MarkdownBlocks BLOCKS = new MarkdownBlocks(InlineNodes::new);

  /**
   * A part of a document; all but very long documents have one.
   *
   * @param document its blocks know their lines, counted from 0
   * @param firstLine the line of the file on which the part begins, counted from 1
   */
  public record Piece(Node document, int firstLine) {}

  private MarkdownTree() {}

  /** Returns the parts of a document, in order. */
  public static List<Piece> of(ArticleSource source) {
    List<Piece> all = new ArrayList<>();
    var pieces = new MarkdownPieces(source.text(), source.firstLine());
    while (pieces.next()) {
      all.add(new Piece(BLOCKS.parse(pieces.source()), pieces.line()));
    }
    return all;
  }

  /** Returns the indexed words of a block of HTML, a paragraph a line. */
  public static String words(String html) {
    ArticleText text = new ArticleText(html.length());
    HtmlReader.readFragment(html, 1, text);
    return text.text();
  }

  /**
   * Returns a node that holds a block of HTML: its tags as written and the Markdown between them.
   */
  public static Node inline(String html) {
    Node parent = new Paragraph();
    int from = 0;
    for (Range range : HtmlReader.inlineRanges(html)) {
      if (range.startPos() >= from) {
        parent.appendChild(tags(html.substring(from, range.startPos())));
        from = range.endPos();
        InlineNodes.append(html.substring(range.startPos(), from), parent);
      }
    }
    parent.appendChild(tags(html.substring(from)));
    return parent;
  }

  private static Node tags(String written) {
    HtmlInline tags = new HtmlInline();
    tags.setLiteral(written);
    return tags;
  }

  /** Returns the values of a tag's attributes that are shown or spoken, such as a title. */
  public static List<String> words(HtmlInline tag) {
    var finds = new InlineFinds();
    TagAttributes.read(tag.getLiteral(), 0, tag.getLiteral().length(), finds);
    return List.copyOf(finds.asides);
  }
}
