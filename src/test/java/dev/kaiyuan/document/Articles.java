package dev.kaiyuan.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kaiyuan.document.reader.ArticleReader;

/** Reads what tests write in place. */
public final class Articles {
  private Articles() {}

  public static Article markdown(String source) {
    return read("article.md", source);
  }

  public static Article html(String source) {
    return read("article.html", source);
  }

  public static Article plainText(String source) {
    return read("article.txt", source);
  }

  public static Article read(String fileName, String source) {
    try {
      return new ArticleReader().read(fileName, source.getBytes(UTF_8));
    } catch (UnreadableFileException e) {
      throw new AssertionError(e);
    }
  }
}
