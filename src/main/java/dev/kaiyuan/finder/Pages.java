package dev.kaiyuan.finder;

import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import dev.kaiyuan.output.ArticlePage;
import dev.kaiyuan.output.Display;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.StoredArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets articles for their pane. */
final class Pages {
  private final FinderSetting setting;
  private final Answers answers;

  Pages(FinderSetting setting, Answers answers) {
    this.setting = setting;
    this.answers = answers;
  }

  /**
   * Sets the article of a hit, from its file or where that is gone from the index.
   *
   * @param query what is marked in it
   * @return null if it is not in the index any more
   */
  @Nullable Page of(Hit hit, String query, int columns) throws IOException {
    StoredArticle article = answers.article(hit.path());
    if (article == null) {
      return null;
    }
    Display display = new Display(columns, 0, setting.display().theme(), false);
    ArticlePage page = new ArticlePage(display, setting.messages(), answers.marker(query)::marks);
    String text = text(article, page);
    return Page.of(hit, List.of(text.split("\n", -1)), article);
  }

  private String text(StoredArticle article, ArticlePage page) throws IOException {
    String place = setting.locator().path(article.path());
    Path file = setting.locator().file(article.path());
    if (Files.isReadable(file)) {
      try {
        ArticleSource source =
            new ArticleReader().source(file.toString(), Files.readAllBytes(file));
        if (source.format() == Format.MARKDOWN) {
          return page.markdown(article, place, source, 1);
        }
      } catch (UnreadableFileException e) {
        // The index has its text.
      }
    }
    return page.text(article, place, 1);
  }
}
