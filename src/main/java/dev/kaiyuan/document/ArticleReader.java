package dev.kaiyuan.document;

import java.util.Locale;

/**
 * Reads articles from the bytes of files.
 *
 * <pre>{@code
 * Article article = new ArticleReader().read("开源.md", Files.readAllBytes(path));
 * int line = article.lines().lineAt(article.text().indexOf("开源"));
 * }</pre>
 *
 * <p>The file name's ending tells the format: Markdown, HTML, or text without markup. Thread-safe:
 * it holds no state.
 */
public final class ArticleReader {
  private enum Format {
    MARKDOWN,
    HTML,
    PLAIN_TEXT,
    NONE
  }

  /**
   * Tells whether files of a name are articles, by their ending: {@code .md}, {@code .markdown},
   * {@code .mdown}, {@code .mdx}, {@code .html}, {@code .htm}, {@code .xhtml}, {@code .txt}, {@code
   * .text}, {@code .rst}, {@code .adoc}, {@code .asciidoc}, {@code .org}, ignoring case.
   */
  public static boolean reads(String fileName) {
    return format(fileName) != Format.NONE;
  }

  /**
   * Reads one file. Whatever is wrong with text that can be decoded, it is read, and the article's
   * warnings tell of it.
   *
   * @param fileName the file's name, with its ending, which tells the format; one that is not known
   *     is read as text without markup
   * @param content all bytes of the file
   * @return what the file says
   * @throws UnreadableFileException if the file is binary or can't be decoded
   */
  public Article read(String fileName, byte[] content) throws UnreadableFileException {
    Format format = format(fileName);
    TextDecoder.Decoded decoded = TextDecoder.decode(content, format == Format.HTML);
    String source = endLinesAlike(decoded.text());
    var draft = new Draft(fileName, decoded);
    return switch (format) {
      case MARKDOWN -> readMarkdown(source, draft);
      case HTML -> {
        HtmlReader.Page page = HtmlReader.readDocument(source);
        yield draft.finish(page.metadata(), page.text());
      }
      default -> draft.finish(Metadata.NONE, PlainTextReader.read(source));
    };
  }

  private static Article readMarkdown(String source, Draft draft) {
    FrontMatter front = FrontMatter.read(source);
    return draft.finish(
        front.metadata(), MarkdownReader.read(source.substring(front.end()), front.nextLine()));
  }

  private static String endLinesAlike(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static Format format(String fileName) {
    int dot = fileName.lastIndexOf('.');
    if (dot <= fileName.lastIndexOf('/') + 1) {
      return Format.NONE;
    }
    return switch (fileName.substring(dot + 1).toLowerCase(Locale.ROOT)) {
      case "md", "markdown", "mdown", "mkd", "mdx" -> Format.MARKDOWN;
      case "html", "htm", "xhtml" -> Format.HTML;
      case "txt", "text", "rst", "adoc", "asciidoc", "org" -> Format.PLAIN_TEXT;
      default -> Format.NONE;
    };
  }
}
