package dev.kaiyuan.document.reader;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.html.HtmlReader;
import dev.kaiyuan.document.markdown.MarkdownReader;
import dev.kaiyuan.document.metadata.Metadata;
import dev.kaiyuan.document.metadata.MetadataFields;
import dev.kaiyuan.document.metadata.SaneProperty;
import dev.kaiyuan.document.text.ArticleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a {@link FormatReader} finds in a file, block by block, and counts what it costs.
 *
 * <pre>{@code
 * to.title("Minutes");
 * to.place(1);
 * to.heading(1, "Minutes");
 * to.paragraph("We met on Monday.");
 * }</pre>
 *
 * <p>Words are taken as they are: white space is folded, half a surrogate pair becomes U+FFFD. Not
 * thread-safe.
 */
public final class ArticleWriter {
  /** As many characters as the text of the largest text file has. */
  private static final int MOST_CHARACTERS = 16 << 20;

  /** Bytes of what is unpacked, glyphs, elements: a few seconds of work. */
  private static final long MOST_WORK = 256 << 20;

  private final ArticleText text;
  private final List<FileProblem> problems = new ArrayList<>();
  private final MetadataFields fields = new MetadataFields(new ArrayList<>());
  private long work;
  private @Nullable Place last;

  ArticleWriter(Format format, int expectedLength) {
    text = new ArticleText(expectedLength, format.places(), format.isText());
  }

  /** Says that a file makes more work, or has more text, than one file may. */
  public static final class LimitException extends IOException {
    private static final long serialVersionUID = 1L;

    private LimitException() {
      super("more than one file may have");
    }
  }

  /**
   * Counts work that the file makes: a unit for each byte unpacked, each glyph, each element.
   *
   * @throws LimitException if it is more than one file may make
   */
  public void work(long units) throws LimitException {
    work += units;
    if (work > MOST_WORK) {
      throw new LimitException();
    }
  }

  /** Moves to a place of the file, such as a page, by its number; see {@link Place}. */
  public void place(int number) {
    text.in(number);
    last = new Place(text.kind(), number);
  }

  /** Where the file was read until, or null if it has no places. */
  @Nullable Place lastPlace() {
    return last;
  }

  /** Moves to a line of the file, counted from 1. */
  public void line(int line) {
    text.at(line);
  }

  /**
   * Adds a heading.
   *
   * @param level from 1, the outermost; deeper ones than 6 count as 6
   */
  public void heading(int level, String words) throws LimitException {
    count(words);
    text.beginHeading();
    text.put(words);
    text.endHeading(Math.clamp(level, 1, 6));
  }

  /** Adds a paragraph, or the rest of one; line breaks in it are soft, as in a text file. */
  public void paragraph(String words) throws LimitException {
    words(words);
    text.endBlock();
  }

  /** Adds a part of a paragraph, which goes on with what is added next. */
  public void words(String words) throws LimitException {
    count(words);
    text.put(words);
  }

  /** Adds a row of a table. */
  public void row(List<String> cells) throws LimitException {
    for (String cell : cells) {
      count(cell);
      text.put(cell);
      text.put(ArticleText.CELL);
    }
    text.endBlock();
  }

  /** Adds lines whose breaks and white space are kept. */
  public void code(String lines) throws LimitException {
    count(lines);
    text.beginCode();
    text.put(lines);
    text.endCode();
  }

  /** Adds a part of a file that is HTML. */
  public void html(String html) throws LimitException {
    count(html);
    HtmlReader.readPart(html, text);
  }

  /**
   * Adds a part of a file that is Markdown.
   *
   * @param line the line of the file on which it begins, counted from 1
   */
  public void markdown(String markdown, int line) throws LimitException {
    count(markdown);
    text.endBlock();
    MarkdownReader.read(markdown, line, text);
  }

  private void count(String words) throws LimitException {
    if (text.length() + words.length() > MOST_CHARACTERS) {
      throw new LimitException();
    }
    work(words.length());
  }

  /** Whether nothing was added yet. */
  boolean isEmpty() {
    return text.length() == 0;
  }

  /**
   * Takes the title that the file's properties give; the first counts that is none of a program.
   */
  public void title(@Nullable String title) {
    fields.title(SaneProperty.title(title));
  }

  /** Takes the names of authors, separated by commas or semicolons. */
  public void authors(@Nullable String authors) {
    String sane = SaneProperty.authors(authors);
    // "Family, Given" is one person.
    boolean one = sane != null && sane.matches("[^,;]+, ?[^ ,;]+");
    fields.authors(one ? List.of(sane) : sane);
  }

  /** Takes keywords, separated by commas or semicolons. */
  public void tags(@Nullable String tags) {
    fields.tags(tags);
  }

  /** Takes the date that the file says it has, as 2024-05-31 begins it; the first one counts. */
  public void date(@Nullable String date) {
    fields.date(date);
  }

  /** Takes the tag of the language that the file says it is in, such as {@code zh-CN}. */
  public void language(@Nullable String tag) {
    fields.language(tag);
  }

  /** Notes something wrong with the file though it is read. */
  public void warn(FileProblem problem) {
    problems.add(problem);
  }

  ArticleText text() {
    return text;
  }

  /** What the file says of itself; a date or title that is none is nothing to tell anybody of. */
  Metadata metadata() {
    Metadata said = fields.build();
    return new Metadata(
        said.title(),
        language(said),
        said.date(),
        said.changed(),
        said.tags(),
        said.authors(),
        said.aliases(),
        List.of(),
        List.of(),
        problems);
  }

  /** Programs often state their own language, so Chinese and English are detected from the text. */
  private @Nullable Language language(Metadata said) {
    return said.language() == Language.OTHER || text.language("") == Language.OTHER
        ? said.language()
        : null;
  }
}
