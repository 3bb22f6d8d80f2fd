package dev.kaiyuan.document;

import dev.kaiyuan.document.ArticleSource.Format;
import dev.kaiyuan.document.TextDecoder.Decoded;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
  /**
   * Tells whether files of a name are articles, by their ending: {@code .md}, {@code .markdown},
   * {@code .mdown}, {@code .mkd}, {@code .mdx}, {@code .html}, {@code .htm}, {@code .xhtml}, {@code
   * .txt}, {@code .text}, {@code .rst}, {@code .adoc}, {@code .asciidoc}, {@code .org}, ignoring
   * case.
   */
  public static boolean reads(String fileName) {
    return format(fileName) != null;
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
    Decoded decoded = decode(fileName, content);
    String source = decoded.text();
    var draft = new Draft(fileName, decoded);
    return switch (formatOrPlain(fileName)) {
      case MARKDOWN -> {
        FrontMatter front = FrontMatter.read(source);
        yield draft.finish(
            front.metadata(), MarkdownReader.read(source.substring(front.end()), front.nextLine()));
      }
      case HTML -> {
        HtmlReader.Page page = HtmlReader.readDocument(source);
        yield draft.finish(page.metadata(), page.text());
      }
      case PLAIN_TEXT -> draft.finish(Metadata.NONE, PlainTextReader.read(source));
    };
  }

  /**
   * Returns the text from which {@link #read} takes a file's words, for those who show the file.
   *
   * @param fileName the file's name, with its ending
   * @param content all bytes of the file
   * @throws UnreadableFileException if the file is binary or can't be decoded
   */
  public ArticleSource source(String fileName, byte[] content) throws UnreadableFileException {
    Format format = formatOrPlain(fileName);
    String source = decode(fileName, content).text();
    if (format != Format.MARKDOWN) {
      return new ArticleSource(format, source, 1);
    }
    FrontMatter front = FrontMatter.read(source);
    return new ArticleSource(format, source.substring(front.end()), front.nextLine());
  }

  private static Decoded decode(String fileName, byte[] content) throws UnreadableFileException {
    Decoded decoded = TextDecoder.decode(content, format(fileName) == Format.HTML);
    return new Decoded(endLinesAlike(decoded.text()), decoded.charset(), decoded.warnings());
  }

  private static String endLinesAlike(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static Format formatOrPlain(String fileName) {
    Format format = format(fileName);
    return format == null ? Format.PLAIN_TEXT : format;
  }

  private static @Nullable Format format(String fileName) {
    int dot = fileName.lastIndexOf('.');
    if (dot <= fileName.lastIndexOf('/') + 1) {
      return null;
    }
    return switch (fileName.substring(dot + 1).toLowerCase(Locale.ROOT)) {
      case "md", "markdown", "mdown", "mkd", "mdx" -> Format.MARKDOWN;
      case "html", "htm", "xhtml" -> Format.HTML;
      case "txt", "text", "rst", "adoc", "asciidoc", "org" -> Format.PLAIN_TEXT;
      default -> null;
    };
  }
}
