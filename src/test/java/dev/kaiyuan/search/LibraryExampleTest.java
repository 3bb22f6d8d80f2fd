package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** The example of the README, but for where its index lies. */
class LibraryExampleTest {
  @Test
  void an_application_asks_an_index(@TempDir Path folder) throws IOException {
    Path docs = Files.createDirectory(folder.toRealPath().resolve("docs"));
    Files.writeString(docs.resolve("licence.md"), "# 选择许可证\n\n先读条文。\n\n每份开源许可证都不同。\n");
    new DirectoryIndexer(folder.resolve("index"), IndexingOptions.REFRESH)
        .index(List.of(docs), IndexingProgress.NONE);
    List<String> printed = new ArrayList<>();
    try (var searcher = ArticleSearcher.open(folder.resolve("index"))) {
      var results = searcher.search(SearchRequest.builder("开源许可证").limit(5).build());
      for (var hit : results.hits()) {
        printed.add(hit.title() + " " + hit.path() + ":" + hit.line());
      }
    }
    assertEquals(List.of("选择许可证 docs/licence.md:5"), printed);
  }
}
