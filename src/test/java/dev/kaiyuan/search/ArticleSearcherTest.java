package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.search.limit.TooComplexPatternException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a searcher says when it is asked for what cannot be had. */
class ArticleSearcherTest {
  @TempDir Path temp;
  private Path docs;
  private Path index;

  @BeforeEach
  void indexOneArticle() throws IOException {
    docs = Files.createDirectory(temp.toRealPath().resolve("docs"));
    index = docs.resolveSibling("index");
    Files.writeString(docs.resolve("许可证.md"), "# 许可证\n\n每份开源许可证都不同。\n");
    index(docs);
  }

  private void index(Path... folders) throws IOException {
    new DirectoryIndexer(index, IndexingOptions.REFRESH.withRebuild(true))
        .index(List.of(folders), IndexingProgress.NONE);
  }

  @Test
  void an_article_that_is_not_there_is_no_damage_also_after_a_newer_commit() throws IOException {
    try (var searcher = ArticleSearcher.open(index)) {
      index(docs);
      assertThrows(
          NoSuchFileException.class, () -> searcher.similar("docs/没有.md", SearchRequest.of("")));
      assertEquals(1, searcher.search(SearchRequest.of("许可证")).total());
      assertEquals(1, searcher.statistics().articles());
    }
  }

  @Test
  void a_path_pattern_that_is_too_complex_is_told_in_words() throws IOException {
    String pattern = "*-" + "?".repeat(20) + ".md";
    SearchRequest filtered = SearchRequest.builder("许可证").pathGlob(pattern).build();
    SearchRequest typed = SearchRequest.of("许可证 path:" + pattern);
    try (var searcher = ArticleSearcher.open(index)) {
      var failure = assertThrows(TooComplexPatternException.class, () -> searcher.search(filtered));
      assertEquals(
          "the path pattern " + pattern + " is too complex; use fewer ? after a *",
          failure.getMessage());
      assertEquals(List.of(Notice.PATTERN_TOO_COMPLEX), searcher.search(typed).notices());
    }
  }

  @Test
  void arguments_are_checked_before_the_index_is_asked() throws IOException {
    try (var searcher = ArticleSearcher.open(index)) {
      assertThrows(IllegalArgumentException.class, () -> searcher.completions("许", -1));
      assertThrows(
          NullPointerException.class, () -> SearchRequest.builder("开源").order(null).build());
    }
  }

  @Test
  void a_closed_searcher_says_so() throws IOException {
    ArticleSearcher searcher = ArticleSearcher.open(index);
    searcher.close();
    searcher.close();
    assertThrows(AlreadyClosedException.class, () -> searcher.search(SearchRequest.of("许可证")));
  }

  @Test
  void statistics_name_the_folders_that_the_index_was_made_of() throws IOException {
    Path odd = Files.createDirectory(docs.resolveSibling("两行\n名字"));
    Files.writeString(odd.resolve("a.md"), "开源");
    index(odd, index.getParent());
    try (var searcher = ArticleSearcher.open(index)) {
      assertEquals(List.of(".", "docs", "两行\n名字"), searcher.statistics().folders());
      assertFalse(searcher.statistics().indexBytes() == 0);
    }
  }
}
