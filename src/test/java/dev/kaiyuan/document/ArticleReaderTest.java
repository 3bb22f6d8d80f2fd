package dev.kaiyuan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleReaderTest {
  @ParameterizedTest
  @CsvSource({
    "README.md, true", "开源.MARKDOWN, true", "a.mdx, true", "docs/a.html, true", "a.htm, true",
        "笔记.txt, true",
    "guide.rst, true", "a.adoc, true", "photo.png, false", "Makefile, false", "md, false",
        "a.md.bak, false",
    ".md, false", "a.java, false"
  })
  void articles_are_told_by_their_ending(String fileName, boolean article) {
    assertEquals(article, ArticleReader.reads(fileName));
  }
}
