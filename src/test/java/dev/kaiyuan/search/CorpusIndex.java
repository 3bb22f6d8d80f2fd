package dev.kaiyuan.search;

import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An index of the articles in {@code corpus/}. */
final class CorpusIndex {
  private CorpusIndex() {}

  static ArticleSearcher in(Path folder) throws IOException {
    Path index = folder.resolve("index");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(Path.of("corpus")), IndexingProgress.NONE);
    return ArticleSearcher.open(index);
  }

  /** Returns the name of an article of the corpus in its index. */
  static String path(String name) {
    return Path.of("corpus", name).toAbsolutePath().toString();
  }
}
