package dev.kaiyuan.document.reader;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.charset.DecodedText;
import dev.kaiyuan.document.charset.TextDecoder;
import dev.kaiyuan.document.html.HtmlReader;
import dev.kaiyuan.document.markdown.MarkdownDialect;
import dev.kaiyuan.document.markdown.MarkdownReader;
import dev.kaiyuan.document.markdown.MdxSource;
import dev.kaiyuan.document.metadata.FrontMatter;
import dev.kaiyuan.document.metadata.Metadata;
import dev.kaiyuan.document.metadata.NotionPage;
import dev.kaiyuan.document.text.UnicodeForm;
import java.util.List;

/**
 * Reads articles from the bytes of files.
 *
 * <pre>{@code
 * Article article = new ArticleReader().read("开源.md", Files.readAllBytes(path));
 * int line = article.lines().lineAt(article.text().indexOf("开源"));
 * }</pre>
 *
 * <p>The {@link Format} follows from the file name's ending. Markdown, HTML and text without markup
 * are read here, all else by the {@link FormatReader} for it. Thread-safe: it holds no state.
 */
public final class ArticleReader {
  private static final DecodedText NOT_TEXT = new DecodedText("", "", List.of());

  /** About how many bytes of memory each byte of text takes until it is indexed. */
  private static final int MEMORY = 14;

  /** The same of a byte that is packed. */
  private static final int PACKED_MEMORY = 60;

  /** Tells whether files of a name are articles, by an ending of a {@link Format}. */
  public static boolean reads(String fileName) {
    return Format.of(fileName) != null;
  }

  /**
   * Reads one file. Whatever is wrong with a file of which anything can be read, that is read, and
   * the article's warnings tell of it.
   *
   * @param fileName the file's name, with its ending, which tells the format; one that is not known
   *     is read as text without markup. Folders before it, parted by slashes, may tell a date.
   * @param content all bytes of the file
   * @return what the file says
   * @throws UnreadableFileException if nothing of it can be read
   */
  public Article read(String fileName, byte[] content) throws UnreadableFileException {
    Format format = Format.orPlainText(fileName);
    DecodedText decoded = format.isText() ? decode(format, content) : NOT_TEXT;
    String source = decoded.text();
    var builder = new ArticleBuilder(fileName, format, decoded);
    return switch (format) {
      case MARKDOWN, MDX -> {
        FrontMatter front = FrontMatter.read(source);
        Metadata said =
            front.end() > 0 ? front.metadata() : NotionPage.read(builder.fileStem(), source);
        yield builder.finish(said, MarkdownReader.read(markdown(source, front), front.nextLine()));
      }
      case HTML -> {
        HtmlReader.Page page = HtmlReader.readDocument(source);
        yield builder.finish(page.metadata(), page.text());
      }
      case PLAIN_TEXT -> builder.finish(Metadata.NONE, PlainTextReader.read(source));
      default -> FormatReaders.read(new SourceFile(fileName, format, content, source), builder);
    };
  }

  /**
   * About how many bytes of memory it takes to read a file, and to index what it says.
   *
   * @param fileName the file's name, with its ending
   * @param size how many bytes the file has
   */
  public static long memoryFor(String fileName, long size) {
    Format format = Format.orPlainText(fileName);
    int each = format.isText() ? MEMORY : PACKED_MEMORY;
    return size * (format == Format.HTML ? HtmlReader.MEMORY : each);
  }

  /**
   * How many bytes of memory it takes at the least to read a file, found out at little cost.
   *
   * @param fileName the file's name, with its ending
   * @param content all bytes of the file
   */
  public static long leastMemoryFor(String fileName, byte[] content) {
    return content.length
        + (Format.of(fileName) == Format.HTML ? HtmlReader.leastMemory(content) : 0);
  }

  /**
   * Returns the text from which {@link #read} takes a file's words, for those who show the file.
   *
   * @param fileName the file's name, with its ending
   * @param content all bytes of the file
   * @throws UnreadableFileException if the file is not text or can't be decoded
   */
  public ArticleSource source(String fileName, byte[] content) throws UnreadableFileException {
    Format told = Format.orPlainText(fileName);
    Format format = told == Format.MDX ? Format.MARKDOWN : told;
    if (!format.isText()) {
      throw new UnreadableFileException(FileProblem.Kind.BINARY.alone());
    }
    String source = decode(told, content).text();
    if (format != Format.MARKDOWN) {
      return new ArticleSource(format, source, 1, List.of());
    }
    FrontMatter front = FrontMatter.read(source);
    List<String> notes =
        front.metadata().notes().stream().map(note -> note.name() + ": " + note.text()).toList();
    return new ArticleSource(format, markdown(source, front), front.nextLine(), notes);
  }

  private static String markdown(String source, FrontMatter front) {
    return MarkdownDialect.plain(source.substring(front.end()));
  }

  private static DecodedText decode(Format format, byte[] content) throws UnreadableFileException {
    DecodedText decoded = TextDecoder.decode(content, format == Format.HTML);
    String lines = UnicodeForm.of(endLinesAlike(decoded.text()));
    String text = format == Format.MDX ? MdxSource.markdown(lines) : lines;
    return new DecodedText(text, decoded.charset(), decoded.warnings());
  }

  private static String endLinesAlike(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
