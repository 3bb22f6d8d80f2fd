package dev.kaiyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import dev.kaiyuan.index.ArticleLayout;
import dev.kaiyuan.output.html.ArticleHtml;
import dev.kaiyuan.output.html.Links;
import dev.kaiyuan.search.StoredArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Markdown as a terminal and a page show it. */
final class Shown {
  private static final Links NO_LINKS =
      new Links() {
        @Override
        public @Nullable String article(String relative) {
          return null;
        }

        @Override
        public @Nullable String image(String relative) {
          return null;
        }
      };

  private Shown() {}

  static String page(String markdown, int columns, Theme theme) {
    StyledText page = new StyledText(new Display(columns, 0, theme, false));
    new MarkdownPage(page, text -> List.of(), source(markdown)).add(1, null);
    return page.toString();
  }

  static String html(String markdown) {
    return ArticleHtml.of(stored(read(markdown)), source(markdown), text -> List.of(), NO_LINKS);
  }

  static Article read(String markdown) {
    try {
      return new ArticleReader().read("a.md", markdown.getBytes(UTF_8));
    } catch (UnreadableFileException e) {
      throw new AssertionError(e);
    }
  }

  private static ArticleSource source(String markdown) {
    try {
      return new ArticleReader().source("a.md", markdown.getBytes(UTF_8));
    } catch (UnreadableFileException e) {
      throw new AssertionError(e);
    }
  }

  private static StoredArticle stored(Article article) {
    return new StoredArticle(
        "a.md",
        "no such title",
        article.language(),
        null,
        List.of(),
        List.of(),
        List.of(),
        article.charset(),
        article.text(),
        article.format(),
        new ArticleLayout(article.lines(), article.sections()));
  }
}
