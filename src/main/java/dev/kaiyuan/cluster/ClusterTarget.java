package dev.kaiyuan.cluster;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.index.ArticleSink;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.IndexState;
import dev.kaiyuan.index.IndexTarget;
import dev.kaiyuan.index.IndexWords;
import dev.kaiyuan.index.IndexedFile;
import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.index.folder.FileStamp;
import dev.kaiyuan.meaning.Depth;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The part of an index in a cluster that is one source.
 *
 * @param state what the cluster holds of it
 * @param meaning how deep articles are embedded
 * @param dryRun whether to write nothing
 */
record ClusterTarget(
    Cluster cluster, Source source, IndexState state, Depth meaning, boolean dryRun)
    implements IndexTarget {
  @Override
  public ArticlePaths paths() {
    return source.paths();
  }

  @Override
  public @Nullable Path directory() {
    return null;
  }

  @Override
  public ArticleSink open(IndexWords words, boolean rebuild, long buffer) {
    return dryRun
        ? NOTHING
        : new BulkWriter(
            new BulkRequests(cluster.client()),
            data -> {
              cluster.client().refresh("/" + cluster.address().index());
              cluster.storedSources().update(source, now -> merged(now, data));
            },
            meaning);
  }

  /** Another process of the same person may have added folders of its own meanwhile. */
  private Source merged(Source now, CommitData data) {
    Set<String> roots = new TreeSet<>(now.roots());
    roots.removeAll(source.roots());
    roots.addAll(data.roots());
    return now.with(data).withRoots(roots);
  }

  /** What a dry run writes to. */
  private static final ArticleSink NOTHING =
      new ArticleSink() {
        @Override
        public void put(IndexedFile file, Article article, boolean alone) {}

        @Override
        public void skip(IndexedFile file, FileProblem problem) {}

        @Override
        public void stamp(String path, FileStamp stamp) {}

        @Override
        public void delete(String path) {}

        @Override
        public void flush() {}

        @Override
        public boolean isIdle() {
          return true;
        }

        @Override
        public void commit(CommitData data) {}

        @Override
        public void close() {}
      };
}
