package dev.kaiyuan.search;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.search.snippet.Range;
import dev.kaiyuan.search.snippet.Snippet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article that was found.
 *
 * @param rank its rank, from 1
 * @param score greater is better; scores of different searches cannot be compared
 * @param path the file as the index holds it, see {@link dev.kaiyuan.index.folder.ArticlePaths}
 * @param title the article's title
 * @param titleHighlights the words of the query in the title
 * @param language the article's language
 * @param date the article's date, or null
 * @param authors the article's authors as written
 * @param tags the article's tags as written
 * @param matchedMetadata the authors, tags and aliases with a word of the query
 * @param format how the file is written
 * @param line the line of the file, from 1, of the first mark in the best snippet; 1 without
 *     snippets, 0 where the file has no lines
 * @param place what the file has instead of lines, as its page, else its line; null where it has
 *     neither, or where it takes snippets to tell
 * @param section the headings over the best snippet, the outermost first
 * @param snippets pieces of the text, in the order of the text
 * @param twins the paths of the same article in other languages, as far as they are among the best
 *     hits; the request says whether they are hits of their own
 * @param reasons why it was found, the greatest first; empty unless the request asks for it
 */
public record Hit(
    int rank,
    float score,
    String path,
    String title,
    List<Range> titleHighlights,
    Language language,
    @Nullable LocalDate date,
    List<String> authors,
    List<String> tags,
    List<String> matchedMetadata,
    Format format,
    int line,
    @Nullable Place place,
    List<String> section,
    List<Snippet> snippets,
    List<String> twins,
    List<Reason> reasons) {
  public Hit {
    titleHighlights = List.copyOf(titleHighlights);
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
    matchedMetadata = List.copyOf(matchedMetadata);
    section = List.copyOf(section);
    snippets = List.copyOf(snippets);
    twins = List.copyOf(twins);
    reasons = List.copyOf(reasons);
  }
}
