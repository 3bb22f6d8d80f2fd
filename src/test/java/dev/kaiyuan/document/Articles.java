package dev.kaiyuan.document;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads what tests write in place. */
final class Articles {
  private Articles() {}

  static Article markdown(String source) {
    return read("article.md", source);
  }

  static Article html(String source) {
    return read("article.html", source);
  }

  static Article plainText(String source) {
    return read("article.txt", source);
  }

  static Article read(String fileName, String source) {
    try {
      return new ArticleReader().read(fileName, source.getBytes(UTF_8));
    } catch (UnreadableFileException e) {
      throw new AssertionError(e);
    }
  }
}
