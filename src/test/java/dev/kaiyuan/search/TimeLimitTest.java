package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.search.limit.Deadline;
import dev.kaiyuan.search.limit.SearchTimeoutException;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that takes longer than it may is given up, and leaves nothing behind for others. */
class TimeLimitTest {
  @TempDir private Path folder;

  @Test
  void a_search_whose_time_is_over_is_given_up_and_the_next_is_answered() throws IOException {
    Map<String, String> articles =
        Map.of("a", "# 许可证\n\n开源许可证。", "b", "# Licence\n\nIt says more.");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      SearchRequest request = SearchRequest.of("许可证");
      SearchRequest hurried = request.toBuilder().timeLimit(Duration.ofNanos(1)).build();
      assertEquals(
          "the search was not done within 0 ms",
          assertThrows(SearchTimeoutException.class, () -> shelf.search(hurried)).getMessage());
      assertEquals(
          shelf.search(request).hits(),
          shelf.search(request.toBuilder().timeLimit(Duration.ofHours(1)).build()).hits());
      assertEquals(List.of("a", "b"), shelf.found("许可证"));
    }
  }

  @Test
  void time_is_looked_at_while_articles_are_collected() throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("a", "# 许可证"))) {
      assertEquals(List.of("a"), shelf.found("许可证"));
    }
    try (FSDirectory files = FSDirectory.open(folder.resolve("index"));
        DirectoryReader reader = DirectoryReader.open(files)) {
      CommitSearcher searcher = new CommitSearcher(reader, CommitData.of(reader), Weights.MEASURED);
      CommitSearcher over = searcher.until(new Deadline(Duration.ZERO));
      assertThrows(Deadline.OverException.class, () -> over.search(new MatchAllDocsQuery(), 10));
      assertEquals(1, searcher.count(new MatchAllDocsQuery()));
    }
  }
}
