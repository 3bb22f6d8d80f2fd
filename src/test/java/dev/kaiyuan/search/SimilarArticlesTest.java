package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.Language;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarArticlesTest {
  private static final SearchRequest REQUEST = SearchRequest.builder("").snippets(0, 200).build();

  @TempDir static Path temp;
  private static ArticleSearcher searcher;

  @BeforeAll
  static void index() throws IOException {
    searcher = CorpusIndex.in(temp);
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh/copyleft.md", "en/copyleft.md"})
  void an_article_is_not_similar_to_itself(String article) throws IOException {
    String path = CorpusIndex.path(article);
    SearchResults results = searcher.similar(path, REQUEST.toBuilder().limit(100).build());
    assertFalse(paths(results).contains(path));
    assertEquals(path, results.query());
  }

  @ParameterizedTest
  @ValueSource(strings = {"copyleft.md", "log4shell.md", "security-disclosure.md", "forks.md"})
  void the_same_subject_in_the_other_language_is_found_through_translations(String name)
      throws IOException {
    assertEquals(
        CorpusIndex.path("en/" + name),
        first(
            CorpusIndex.path("zh/" + name),
            REQUEST.toBuilder().language(Language.ENGLISH).build()));
    assertEquals(
        CorpusIndex.path("zh/" + name),
        first(
            CorpusIndex.path("en/" + name),
            REQUEST.toBuilder().language(Language.CHINESE).build()));
  }

  @Test
  void filters_hold_as_in_a_search() throws IOException {
    SearchResults results =
        searcher.similar(
            CorpusIndex.path("zh/copyleft.md"),
            REQUEST.toBuilder().tags(List.of("licence")).build());
    assertFalse(results.hits().isEmpty());
    assertTrue(results.hits().stream().allMatch(hit -> hit.tags().contains("licence")));
  }

  @Test
  void what_the_index_does_not_hold_is_like_nothing() {
    assertThrows(NoSuchFileException.class, () -> searcher.similar("nowhere.md", REQUEST));
  }

  private static String first(String path, SearchRequest request) throws IOException {
    return paths(searcher.similar(path, request)).getFirst();
  }

  private static List<String> paths(SearchResults results) {
    return results.hits().stream().map(Hit::path).toList();
  }
}
