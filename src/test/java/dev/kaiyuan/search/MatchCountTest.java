package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
}
