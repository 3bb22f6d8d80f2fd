package dev.kaiyuan.server;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.html.Links;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The addresses, on the page, of what an article links to. */
final class PageLinks implements Links {
  private final ArticleFiles files;
  private final ArticleLocator locator;
  private final String name;

  PageLinks(ArticleFiles files, ArticleLocator locator, String name) {
    this.files = files;
    this.locator = locator;
    this.name = name;
  }

  @Override
  public @Nullable String article(String relative) {
    try {
      String linked = files.linkedArticle(name, relative);
      return linked == null ? null : "?read=" + encoded(locator.path(linked));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable String image(String relative) {
    try {
      Path file = files.linked(name, relative);
      return file == null || Image.type(file.toString()) == null
          ? null
          : "image?path=" + encoded(locator.path(name)) + "&src=" + encoded(relative);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
