package dev.kaiyuan.output.html;

import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.Section;
import dev.kaiyuan.document.markdown.MarkdownTree;
import dev.kaiyuan.search.StoredArticle;
import dev.kaiyuan.search.snippet.Range;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Sets an article as HTML: {@code data-line} names a block's line in the file, or its page or the
 * like, {@code <mark>} what a query finds. Without scripts, handlers, styles, forms or frames, and
 * without the title where the article begins with it. Thread-safe.
 */
public final class ArticleHtml {
  /** Nodes that {@link MarkdownTree} has beside those of CommonMark. */
  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(), FootnotesExtension.create(), StrikethroughExtension.create());

  private ArticleHtml() {}

  /**
   * Returns the HTML of an article.
   *
   * @param source the file as it is now; null sets the words that the index holds
   * @param marks returns what is to be marked in a text
   */
  public static String of(
      StoredArticle article,
      @Nullable ArticleSource source,
      Function<String, List<Range>> marks,
      Links links) {
    Element body = body(article, source);
    SanitizedHtml.clean(body, links);
    Element first = body.firstElementChild();
    if (first != null && first.normalName().equals("h1") && first.text().equals(article.title())) {
      first.remove();
    }
    Marks.wrap(body, marks);
    body.ownerDocument().outputSettings().prettyPrint(false);
    return body.html();
  }

  private static Element body(StoredArticle article, @Nullable ArticleSource source) {
    if (source == null) {
      return words(article);
    }
    try {
      return switch (source.format()) {
        case MARKDOWN -> markdown(source);
        case HTML -> html(source);
        default -> words(article);
      };
    } catch (StackOverflowError e) {
      // Markup that is nested too deep to be set, as on a terminal.
      return words(article);
    }
  }

  private static Element markdown(ArticleSource source) {
    StringBuilder html = new StringBuilder();
    for (MarkdownTree.Piece piece : MarkdownTree.of(source)) {
      HtmlRenderer renderer =
          HtmlRenderer.builder()
              .extensions(EXTENSIONS)
              .nodeRendererFactory(HtmlBlocks::new)
              .attributeProviderFactory(
                  context -> (node, tag, attributes) -> number(node, piece, attributes))
              .build();
      renderer.render(piece.document(), html);
    }
    return Jsoup.parseBodyFragment(html.toString()).body();
  }

  private static void number(Node node, MarkdownTree.Piece piece, Map<String, String> attributes) {
    if (node instanceof Block && !(node instanceof Document) && !node.getSourceSpans().isEmpty()) {
      int line = piece.firstLine() + node.getSourceSpans().getFirst().getLineIndex();
      attributes.put("data-line", Integer.toString(line));
    }
  }

  private static Element html(ArticleSource source) {
    Element body =
        Jsoup.parse(source.text(), "", Parser.htmlParser().setTrackPosition(true)).body();
    for (Element element : body.getAllElements()) {
      if (element.isBlock() && element.sourceRange().isTracked()) {
        int line = element.sourceRange().start().lineNumber();
        element.attr("data-line", Integer.toString(source.firstLine() + line - 1));
      }
    }
    return body;
  }

  /** What the index holds: a paragraph a line, and headings. */
  private static Element words(StoredArticle article) {
    Element body = Jsoup.parseBodyFragment("").body();
    String text = article.text();
    for (int start = 0; start < text.length(); ) {
      int newLine = text.indexOf('\n', start);
      int end = newLine < 0 ? text.length() : newLine;
      String words = text.substring(start, end);
      if (!words.isBlank()) {
        body.appendElement(tag(article, start))
            .text(words)
            .attr("data-line", Integer.toString(number(article.layout().lines(), start)));
      }
      start = end + 1;
    }
    return body;
  }

  /** The line, or the page or the like in a file that has no lines. */
  private static int number(LineMap lines, int offset) {
    Place place = lines.placeAt(offset);
    return place == null ? lines.lineAt(offset) : place.number();
  }

  private static String tag(StoredArticle article, int start) {
    for (Section section : article.layout().sections()) {
      if (section.start() == start) {
        return "h" + section.level();
      }
    }
    return "p";
  }
}
