package dev.kaiyuan.opensearch;

import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;

/** The analyzer of an index, made anew where its mapping names other words. Thread-safe. */
final class ShardWords {
  private volatile @Nullable Made made;

  private record Made(@Nullable Map<String, Object> meta, Analyzer analyzer) {}

  /**
   * Returns the analyzer.
   *
   * @param meta the mapping's {@code _meta}
   */
  Analyzer analyzer(@Nullable Map<String, Object> meta) throws IOException {
    Made last = made;
    if (last == null || last.meta != meta) {
      CommitData data = IndexMeta.of(meta);
      last = new Made(meta, IndexSchema.analyzer(data.words().all()));
      made = last;
    }
    return last.analyzer;
  }
}
