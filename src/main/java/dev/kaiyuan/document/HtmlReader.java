package dev.kaiyuan.document;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Reads the words of HTML, as a browser would show them. */
final class HtmlReader implements NodeFilter {
  /** Elements within each other; the words of deeper ones are kept. */
  private static final int MAX_DEPTH = 128;

  private final ArticleText text;
  private final int firstLine;

  /** The source, where it stands in Markdown, whose markup people use inside HTML too. */
  private final @Nullable String markdown;

  private int preformatted;

  private HtmlReader(ArticleText text, int firstLine, @Nullable String markdown) {
    this.text = text;
    this.firstLine = firstLine;
    this.markdown = markdown;
  }

  /** A document's words, and what its head says of it. */
  record Page(ArticleText text, Metadata metadata) {}

  /**
   * Reads a whole document.
   *
   * @param source the text, its lines ended by {@code '\n'}
   */
  static Page readDocument(String source) {
    Document document = parse(source);
    var text = new ArticleText(source.length() / 2);
    NodeTraversor.filter(new HtmlReader(text, 1, null), document.body());
    text.endBlock();
    return new Page(text, metadata(document));
  }

  /** Reads a block of HTML in Markdown that begins on a line of the file. */
  static void readFragment(String html, int line, ArticleText text) {
    text.endBlock();
    NodeTraversor.filter(new HtmlReader(text, line, html), parse(html).body());
    text.endBlock();
  }

  private static Document parse(String html) {
    return Parser.htmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH).parseInput(html, "");
  }

  private static Metadata metadata(Document document) {
    List<String> warnings = new ArrayList<>();
    Element html = document.selectFirst("html[lang]");
    return new MetadataFields(warnings)
        .title(document.title())
        .language(html == null ? null : html.attr("lang"))
        .date(meta(document, "date", "article:published_time", "pubdate"))
        .tags(meta(document, "keywords", "article:tag"))
        .authors(meta(document, "author", "article:author"))
        .build();
  }

  private static String meta(Document document, String... names) {
    for (String name : names) {
      Element meta = document.selectFirst("meta[name=" + name + "],meta[property=" + name + "]");
      if (meta != null && !meta.attr("content").isBlank()) {
        return meta.attr("content");
      }
    }
    return "";
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      readWords(words);
    } else if (node instanceof Element element) {
      return open(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
    return FilterResult.CONTINUE;
  }

  private void readWords(TextNode words) {
    Range range = words.sourceRange();
    if (markdown != null && preformatted == 0 && range.isTracked()) {
      text.at(firstLine + range.start().lineNumber() - 1);
      text.put(InlineMarkup.words(markdown.substring(range.startPos(), range.endPos())));
    } else {
      // The end tells the line: the parser leaves out a line break at the start of <pre>.
      String written = words.getWholeText();
      text.at(firstLine + range.end().lineNumber() - 1 - lineBreaks(written));
      text.put(written);
    }
  }

  private static int lineBreaks(String text) {
    int count = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      count++;
    }
    return count;
  }

  private FilterResult open(Element element) {
    switch (element.normalName()) {
      case "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "head" -> {
        return FilterResult.SKIP_ENTIRELY;
      }
      case "br" -> text.endBlock();
      case "td", "th" -> text.put(ArticleText.CELL);
      case "rt" -> text.space();
      case "h1", "h2", "h3", "h4", "h5", "h6" -> text.beginHeading();
      case "pre", "textarea" -> {
        if (preformatted++ == 0) {
          text.beginCode();
        }
      }
      case "img" -> readImage(element);
      default -> {
        if (element.isBlock()) {
          text.endBlock();
        }
      }
    }
    return FilterResult.CONTINUE;
  }

  private void close(Element element) {
    switch (element.normalName()) {
      case "br", "td", "th", "img" -> {}
      case "rt" -> text.space();
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          text.endHeading(element.normalName().charAt(1) - '0');
      case "pre", "textarea" -> {
        if (--preformatted == 0) {
          text.endCode();
        }
      }
      default -> {
        if (element.isBlock()) {
          text.endBlock();
        }
      }
    }
  }

  private void readImage(Element image) {
    String description = image.attr("alt");
    if (ImageDescription.says(description, 0, description.length())) {
      text.at(firstLine + image.sourceRange().start().lineNumber() - 1);
      text.space();
      text.put(description);
      text.space();
    }
  }
}
