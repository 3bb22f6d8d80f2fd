package dev.kaiyuan.server;

import dev.kaiyuan.analysis.translation.Glossary;
import dev.kaiyuan.cluster.Cluster;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An index in a cluster, which answers each question by the newest that it has. Thread-safe. */
public final class ServedCluster implements ServedIndex {
  private final Cluster cluster;
  private final ArticleSearcher searcher;

  private ServedCluster(Cluster cluster, ArticleSearcher searcher) {
    this.cluster = cluster;
    this.searcher = searcher;
  }

  /**
   * Opens an index.
   *
   * @param cluster the index, which is closed with this
   * @param glossary the user's own translations, or null
   * @throws dev.kaiyuan.cluster.ClusterException if it can't be asked
   */
  public static ServedIndex open(Cluster cluster, @Nullable Glossary glossary) throws IOException {
    return new ServedCluster(cluster, ArticleSearcher.over(cluster.open(glossary)));
  }

  @Override
  public <T extends @Nullable Object> T ask(Question<T> question) throws IOException {
    return question.ask(searcher);
  }

  @Override
  public String commit() throws IOException {
    return cluster.commit();
  }

  @Override
  public @Nullable Instant committed() {
    return null;
  }

  @Override
  public String name() {
    return cluster.address().toString();
  }

  @Override
  public ArticleLocator locator(Path folder) throws IOException {
    return ArticleLocator.of(cluster.foldersHere(), folder);
  }

  @Override
  public void close() throws IOException {
    searcher.close();
  }
}
