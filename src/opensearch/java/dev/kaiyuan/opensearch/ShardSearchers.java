package dev.kaiyuan.opensearch;

import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.search.ShardSearcher;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;

/** Keeps the searchers of open readers, for they remember statistics of terms. Thread-safe. */
final class ShardSearchers {
  private final Map<IndexReader.CacheKey, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(DirectoryReader reader, CommitData data, ShardSearcher searcher) {
    boolean isOf(DirectoryReader other, CommitData now) {
      return reader == other && data.equals(now);
    }
  }

  /** Returns the searcher of a reader, which must be open while it is used. */
  ShardSearcher of(DirectoryReader reader, CommitData data) {
    IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
    if (helper == null) {
      return new ShardSearcher(reader, data);
    }
    Kept known = kept.get(helper.getKey());
    if (known == null || !known.isOf(reader, data)) {
      if (known == null) {
        helper.addClosedListener(kept::remove);
      }
      known = new Kept(reader, data, new ShardSearcher(reader, data));
      kept.put(helper.getKey(), known);
    }
    return known.searcher;
  }
}
