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
 * @param title the front matter's title, else the heading of level 1 or the one that opens the
 *     file, else the file's name without its ending; never blank
 * @param language the front matter's language, else the one detected from title and text
 * @param date the front matter's date, else the one in the path, or null where neither has one
 * @param tags the front matter's tags, in order, without duplicates
 * @param authors the front matter's authors, in order
 * @param aliases other names of the article, as the front matter has them, in order
 * @param text the words, headings included; after them what else the front matter says, such as a
 *     description, each value a block; may be empty
 * @param sections the headings in order of their start
 * @param lines the original file's line, and its page or the like, for each offset in {@code text}
 * @param addresses where the article's links lead, as they are written, in order, without
 *     duplicates; no part of the text
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
    List<String> aliases,
    String text,
    List<Section> sections,
    LineMap lines,
    List<String> addresses,
    Format format,
    String charset,
    List<FileProblem> warnings) {
  public Article {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title must not be blank");
    }
    tags = List.copyOf(tags);
    authors = List.copyOf(authors);
    aliases = List.copyOf(aliases);
    addresses = List.copyOf(addresses);
    sections = List.copyOf(sections);
    warnings = List.copyOf(warnings);
  }
}
