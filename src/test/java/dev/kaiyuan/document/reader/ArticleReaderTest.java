package dev.kaiyuan.document.reader;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.document.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
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

  @Test
  void the_source_is_what_the_words_are_read_from() throws Exception {
    var reader = new ArticleReader();
    byte[] marked = "\uFEFF---\r\ntitle: 茶\r\n---\r\n# 绿茶\r\n".getBytes(UTF_16LE);
    for (String name : List.of("a.md", "a.markdown", "a.mdown", "a.mkd", "a.mdx")) {
      assertEquals(
          new ArticleSource(Format.MARKDOWN, "# 绿茶\n", 4, List.of()), reader.source(name, marked));
    }
    assertEquals(
        new ArticleSource(Format.PLAIN_TEXT, "---\ntitle: 茶\n---\n# 绿茶\n", 1, List.of()),
        reader.source("a.txt", marked));
    assertEquals(
        new ArticleSource(Format.HTML, "<p>café", 1, List.of()),
        reader.source("a.htm", "<p>café".getBytes(UTF_8)));
    String ruled = "---\n\nA paragraph between rules.\n\n---\n";
    assertEquals(
        new ArticleSource(Format.MARKDOWN, ruled, 1, List.of()),
        reader.source("a.md", ruled.getBytes(UTF_8)));
  }
}
