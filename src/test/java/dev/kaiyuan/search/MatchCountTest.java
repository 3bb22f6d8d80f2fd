package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of articles that a search says it found is the number that it can show. */
class MatchCountTest {
  private static final Path QUERIES = Path.of("src/test/resources/dev/kaiyuan/corpus/queries.tsv");

  @TempDir Path folder;

  @Test
  void every_article_that_is_counted_can_be_shown() throws IOException {
    Path index = folder.resolve("index");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(Path.of("corpus").toRealPath()), IndexingProgress.NONE);
    List<String> queries =
        new ArrayList<>(
            List.of(
                "茶", "C++", "GPL-3.0", "kernel 内核", "許可證", "开源项目 -社区", "title:许可证", "copylef*"));
    for (String line : Files.readAllLines(QUERIES)) {
      queries.add(line.substring(line.indexOf('\t') + 1));
    }
    int found = 0;
    try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
      for (String query : queries) {
        for (boolean translate : new boolean[] {true, false}) {
          SearchRequest request =
              SearchRequest.builder(query).limit(1000).translate(translate).build();
          SearchResults results = searcher.search(request);
          assertEquals(results.hits().size(), results.total(), query);
          found += results.total() > 0 ? 1 : 0;
        }
      }
    }
    assertTrue(found > queries.size());
  }

  @Test
  void of_very_many_it_says_that_there_are_more_and_shows_the_first_by_path() throws IOException {
    Map<String, String> articles = new HashMap<>();
    for (int i = 0; i < 1030; i++) {
      articles.put("%04d".formatted(i), "# 苹果\n\n今年的苹果很甜。\n");
    }
    try (Shelf shelf = Shelf.of(folder, articles)) {
      SearchResults many = shelf.search(SearchRequest.of("苹果"));
      assertEquals("1000 at least", counted(many));
      assertEquals(
          List.of("0000", "0001", "0002", "0003", "0004"),
          many.hits().stream().limit(5).map(Shelf::name).toList());
      SearchRequest filtered =
          SearchRequest.builder("苹果").language(Language.CHINESE).offset(990).build();
      assertEquals("1000 at least", counted(shelf.search(filtered)));
      assertEquals("0990", Shelf.name(shelf.search(filtered).hits().getFirst()));
      SearchRequest last = SearchRequest.builder("苹果").offset(1020).build();
      assertEquals("1030", counted(shelf.search(last)));
      assertEquals(10, shelf.search(last).hits().size());
    }
    try (ArticleSearcher searcher = ArticleSearcher.open(folder.resolve("index"))) {
      assertEquals("1030", counted(searcher.searchWithFacets(SearchRequest.of("苹果"))));
    }
  }

  private static String counted(SearchResults results) {
    return results.total() + (results.totalExact() ? "" : " at least");
  }
}
