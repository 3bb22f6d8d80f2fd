package dev.kaiyuan.document.html;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.document.markdown.inline.ImageDescription;
import dev.kaiyuan.document.markdown.inline.InlineFinds;
import dev.kaiyuan.document.markdown.inline.InlineMarkup;
import dev.kaiyuan.document.markdown.inline.TagAttributes;
import dev.kaiyuan.document.metadata.Metadata;
import dev.kaiyuan.document.metadata.MetadataFields;
import dev.kaiyuan.document.text.ArticleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Reads the words of HTML, as a browser would show them. */
public final class HtmlReader implements NodeFilter {
  /** Elements within each other; the words of deeper ones are kept. */
  private static final int MAX_DEPTH = 128;

  /** About how many bytes of memory each byte of HTML with many tags takes, most for its tree. */
  public static final int MEMORY = 48;

  /** How many bytes of memory a tag takes at the least, of which half open an element. */
  private static final int LEAST_FOR_TAG = 150;

  private final ArticleText text;

  /** The parser gives correct offsets, but wrong lines in a text with very many lines. */
  private final LineMap lines;

  private final String source;

  /** People use Markdown's inline markup inside HTML too. */
  private final boolean inMarkdown;

  private int preformatted;

  private HtmlReader(String source, int firstLine, boolean inMarkdown, ArticleText text) {
    this.source = source;
    this.text = text;
    this.lines = LineMap.ofSource(source, firstLine);
    this.inMarkdown = inMarkdown;
  }

  /** A document's words, and what its head says of it. */
  public record Page(ArticleText text, Metadata metadata) {}

  /**
   * Reads a whole document.
   *
   * @param source the text, its lines ended by {@code '\n'}
   */
  public static Page readDocument(String source) {
    String closed = UnclosedMarkup.withoutOpenComment(source);
    Document document = parse(closed);
    var text = new ArticleText(source.length() / 2);
    NodeTraversor.filter(new HtmlReader(closed, 1, false, text), document.body());
    text.endBlock();
    return new Page(text, metadata(document));
  }

  /** How many bytes of memory the tree of a document takes at the least. */
  public static long leastMemory(byte[] source) {
    long tags = 0;
    for (byte each : source) {
      tags += each == '<' ? 1 : 0;
    }
    return tags * LEAST_FOR_TAG;
  }

  /** Reads a block of HTML in Markdown that begins on a line of the file. */
  public static void readFragment(String html, int line, ArticleText text) {
    text.endBlock();
    NodeTraversor.filter(new HtmlReader(html, line, true, text), parse(html).body());
    text.endBlock();
  }

  /** Returns where Markdown's inline markup may be in a block of HTML, in order. */
  public static List<Range> inlineRanges(String html) {
    List<Range> ranges = new ArrayList<>();
    parse(html)
        .body()
        .nodeStream(TextNode.class)
        .filter(words -> words.sourceRange().isTracked() && !isPreformatted(words))
        .forEach(words -> ranges.add(words.sourceRange()));
    ranges.sort(Comparator.comparingInt(Range::startPos));
    return ranges;
  }

  private static boolean isPreformatted(TextNode words) {
    Node parent = words.parent();
    while (parent instanceof Element element) {
      if (element.nameIs("pre") || element.nameIs("textarea")) {
        return true;
      }
      parent = element.parent();
    }
    return false;
  }

  /** Reads a document that is a part of a file without lines. */
  public static void readPart(String html, ArticleText text) {
    text.endBlock();
    NodeTraversor.filter(new HtmlReader(html, 1, false, text), parse(html).body());
    text.endBlock();
  }

  private static Document parse(String html) {
    return Parser.htmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH).parseInput(html, "");
  }

  private static Metadata metadata(Document document) {
    List<FileProblem> warnings = new ArrayList<>();
    Element html = document.selectFirst("html[lang]");
    var fields =
        new MetadataFields(warnings)
            .title(document.title())
            .language(html == null ? null : html.attr("lang"));
    dates(document).stream().findFirst().ifPresent(fields::date);
    meta(document, "article:modified_time", "og:updated_time").stream()
        .findFirst()
        .ifPresent(changed -> fields.put("updated", changed));
    meta(document, "description", "og:description").stream()
        .findFirst()
        .ifPresent(description -> fields.note("description", description));
    meta(document, "keywords", "article:tag").forEach(fields::tags);
    meta(document, "author", "article:author").forEach(fields::authors);
    return fields.build();
  }

  private static List<String> dates(Document document) {
    List<String> dates =
        meta(document, "date", "article:published_time", "pubdate", "publishdate", "dc.date");
    if (dates.isEmpty()) {
      Element time = document.selectFirst("time[datetime]");
      return time == null ? List.of() : List.of(time.attr("datetime"));
    }
    return dates;
  }

  /** What elements of a name say, all those of the first name before those of the next. */
  private static List<String> meta(Document document, String... names) {
    List<String> contents = new ArrayList<>();
    for (String name : names) {
      for (Element meta : document.select("meta[name=" + name + "],meta[property=" + name + "]")) {
        if (!meta.attr("content").isBlank()) {
          contents.add(meta.attr("content"));
        }
      }
    }
    return contents;
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
    text.at(lines.lineAt(range.startPos()));
    if (inMarkdown && preformatted == 0 && range.isTracked()) {
      var finds = new InlineFinds();
      text.put(InlineMarkup.words(source.substring(range.startPos(), range.endPos()), finds));
      finds.putInto(text);
    } else {
      if (range.isTracked() && lostLineBreak(words, range)) {
        text.put('\n');
      }
      text.put(words.getWholeText());
    }
  }

  /** Tells whether the parser left a line break out, as it does behind {@code <pre>}. */
  private boolean lostLineBreak(TextNode words, Range range) {
    return words.parent() instanceof Element parent
        && (parent.nameIs("pre") || parent.nameIs("textarea"))
        && parent.sourceRange().endPos() == range.startPos()
        && range.startPos() < source.length()
        && source.charAt(range.startPos()) == '\n';
  }

  private FilterResult open(Element element) {
    readAttributes(element);
    switch (element.normalName()) {
      case "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "head" -> {
        return FilterResult.SKIP_ENTIRELY;
      }
      case "br" -> text.endBlock();
      case "td", "th" -> text.put(ArticleText.CELL);
      case "rt", "rtc" -> {
        text.at(lines.lineAt(element.sourceRange().startPos()));
        text.reading(element.text());
        return FilterResult.SKIP_ENTIRELY;
      }
      case "rp" -> {
        return FilterResult.SKIP_ENTIRELY;
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> text.beginHeading();
      case "pre", "textarea" -> {
        if (preformatted++ == 0) {
          text.beginCode();
        }
      }
      case "img" -> readImage(element);
      default -> {
        if (isBlock(element)) {
          text.endBlock();
        }
      }
    }
    return FilterResult.CONTINUE;
  }

  private void close(Element element) {
    switch (element.normalName()) {
      case "br", "td", "th", "img" -> {}
      case "rt", "rtc", "rp" -> {}
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          text.endHeading(element.normalName().charAt(1) - '0');
      case "pre", "textarea" -> {
        if (--preformatted == 0) {
          text.endCode();
        }
      }
      default -> {
        if (isBlock(element)) {
          text.endBlock();
        }
      }
    }
  }

  /** A paragraph that is all of a cell is the cell, and its row goes on after it. */
  private static boolean isBlock(Element element) {
    Element parent = element.parent();
    boolean cell =
        element.nameIs("p")
            && parent != null
            && (parent.nameIs("td") || parent.nameIs("th"))
            && parent.childrenSize() == 1;
    return element.isBlock() && !cell;
  }

  private void readAttributes(Element element) {
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      String value = attribute.getValue();
      if (TagAttributes.isFollowed(name)) {
        text.mentions().addAddress(value);
      } else if (TagAttributes.isRead(name)
          && !(name.equals("alt") && element.nameIs("img"))
          && ImageDescription.says(value, 0, value.length())) {
        text.at(lines.lineAt(element.sourceRange().startPos()));
        text.aside(value);
      }
    }
  }

  private void readImage(Element image) {
    String description = image.attr("alt");
    if (ImageDescription.says(description, 0, description.length())) {
      text.at(lines.lineAt(image.sourceRange().startPos()));
      text.space();
      text.put(description);
      text.space();
    }
  }
}
