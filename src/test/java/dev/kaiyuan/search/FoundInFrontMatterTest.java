package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the front matter or the file's name says of an article is found like its text. */
class FoundInFrontMatterTest {
  private static final Map<String, String> ARTICLES =
      Map.of(
          "notes",
              """
              ---
              title: 许可证指南
              author: [王小明, Grace Hopper]
              tags: [自由软件, Copyleft]
              ---
              先看这里，再看那里。
              """,
          "防火墙", "一页笔记。",
          "handbook",
              """
              ---
              title: Kubernetes handbook
              ---
              Look here first.
              """);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "许可证, notes",
    "許可證, notes",
    "许可证 先看这里, notes",
    "\"许可证指南\", notes",
    "licence, notes",
    "王小明, notes",
    "Hopper, notes",
    "\"grace hopper\", notes",
    "自由软件, notes",
    "free software, notes",
    "copyleft, notes",
    "tag:copyleft, notes",
    "防火墙, 防火墙",
    "firewall, 防火墙",
    "k8s, handbook",
    "kuber*, handbook",
    "handboek~, handbook",
  })
  void is_found(String query, String article) throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      assertEquals(List.of(article), shelf.found(query));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"许可证", "王小明", "copyleft", "防火墙", "kubernetes"})
  void is_counted_among_the_articles_that_hold_a_word(String word) throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      assertEquals(List.of(new SearchResults.QueryWord(word, 1)), shelf.search(word).understood());
    }
  }

  @ParameterizedTest
  @CsvSource({"kubernates, kubernetes", "hoper, hopper", "许可正, 许可证"})
  void is_suggested(String typed, String meant) throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      assertEquals(meant, shelf.search(typed).suggestion());
    }
  }

  @Test
  void is_named_where_the_text_cannot_show_it() throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      Hit hit = shelf.search("王小明 copyleft").hits().getFirst();
      assertEquals(List.of("王小明", "Copyleft"), hit.matchedMetadata());
      assertEquals(List.of("王小明", "Grace Hopper"), hit.authors());
      assertEquals(List.of(), shelf.search("先看").hits().getFirst().matchedMetadata());
    }
  }

  @Test
  void a_title_ranks_alike_in_the_front_matter_and_as_a_heading() throws IOException {
    Map<String, String> articles =
        Map.of(
            "heading", "# 选择许可证\n\n先看这里，再看那里。",
            "metadata", "---\ntitle: 选择许可证\n---\n\n先看这里，再看那里。",
            "text", "先看这里，再看那里，然后才选择许可证。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      List<Hit> hits = shelf.search("许可证").hits();
      assertEquals("text", Shelf.name(hits.get(2)));
      assertTrue(hits.get(1).score() > 0.8 * hits.get(0).score());
    }
  }
}
