package dev.kaiyuan.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one file says: its words without markup, and what it says of itself.
 *
 * <p>The text is made of blocks (headings, paragraphs, list items, table rows, code lines), each
 * ended by one {@code '\n'}; words are never cut by markup, and a paragraph's soft line breaks are
 * gone (nothing between Chinese characters, a space elsewhere).
 *
 * @param title the front matter's title, else the first heading, else the file's name; never blank
 * @param language the front matter's language, else the one detected from the text
 * @param date the front matter's date, or null where it has none
 * @param tags the front matter's tags, in order, without duplicates
 * @param authors the front matter's authors, in order
 * @param text the words, headings included, front matter excluded; may be empty
 * @param sections the headings in order of their start
 * @param lines the original file's line, and its page or the like, for each offset in {@code text}
 * @param format how the file is written
 * @param charset the name of the character encoding the file was read in; empty for a file that is
 *     not text
 * @param warnings what was wrong with the file though it was read, each one line for a person;
 *     mostly empty
 */
public record Article(
    String title,
    Language language,
    @Nullable LocalDate date,
    List<String> tags,
    List<String> authors,
    String text,
    List<Section> sections,
    LineMap lines,
    Format format,
    String charset,
    List<FileProblem> warnings) {
  public Article {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title must not be blank");
    }
    tags = List.copyOf(tags);
    authors = List.copyOf(authors);
    sections = List.copyOf(sections);
    warnings = List.copyOf(warnings);
  }
}
