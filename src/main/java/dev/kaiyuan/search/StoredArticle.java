package dev.kaiyuan.search;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.ArticleLayout;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as the index holds it.
 *
 * @param path the file as the index holds it, see {@link dev.kaiyuan.index.folder.ArticlePaths}
 * @param title the article's title
 * @param language the article's language
 * @param date the article's date, or null
 * @param authors the article's authors as written
 * @param tags the article's tags as written
 * @param aliases the article's other names as written
 * @param charset the name of the character encoding the file was read in
 * @param text the words without markup
 * @param format how the file is written
 * @param layout where lines and sections are in the text
 */
public record StoredArticle(
    String path,
    String title,
    Language language,
    @Nullable LocalDate date,
    List<String> authors,
    List<String> tags,
    List<String> aliases,
    String charset,
    String text,
    Format format,
    ArticleLayout layout) {
  public StoredArticle {
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
    aliases = List.copyOf(aliases);
  }
}
