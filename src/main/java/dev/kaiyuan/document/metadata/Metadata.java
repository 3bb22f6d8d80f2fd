package dev.kaiyuan.document.metadata;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.document.text.ArticleText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself, where it says it.
 *
 * @param date when it was published or begun, or null
 * @param changed when it was changed last, or null; its date if nothing better is known
 * @param aliases other names of the article
 * @param notes whatever else a person wrote there, such as a description
 * @param addresses addresses among it
 */
public record Metadata(
    @Nullable String title,
    @Nullable Language language,
    @Nullable LocalDate date,
    @Nullable LocalDate changed,
    List<String> tags,
    List<String> authors,
    List<String> aliases,
    List<Note> notes,
    List<String> addresses,
    List<FileProblem> warnings) {
  /**
   * One thing that was said.
   *
   * @param name what it is called in the file
   * @param text the words
   * @param lines the line of the file on which each of them stands
   */
  public record Note(String name, String text, LineMap lines) {
    Note(String name, String text) {
      this(name, text, new LineMap(new int[] {0}, new int[] {1}));
    }

    public void putInto(ArticleText to) {
      for (int step = 0; step < lines.size(); step++) {
        int end = step + 1 < lines.size() ? lines.offset(step + 1) : text.length();
        to.at(lines.line(step));
        to.put(text, lines.offset(step), end);
      }
      to.endBlock();
    }
  }

  Metadata withNotes(List<Note> others) {
    return new Metadata(
        title, language, date, changed, tags, authors, aliases, others, addresses, warnings);
  }

  public static final Metadata NONE =
      new Metadata(
          null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
}
