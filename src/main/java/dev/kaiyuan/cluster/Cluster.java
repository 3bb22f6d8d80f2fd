package dev.kaiyuan.cluster;

import dev.kaiyuan.analysis.translation.Glossary;
import dev.kaiyuan.cluster.wire.Answer;
import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.Question;
import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.search.SearchedIndex;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An index in a cluster.
 *
 * <pre>{@code
 * var address = ClusterAddress.of("https://search-1:9200,search-2:9200/articles");
 * try (var cluster = Cluster.at(address, ClusterAccess.of(System.getenv(), Path.of("")))) {
 *   var searcher = ArticleSearcher.over(cluster.open(null));
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Cluster implements Closeable {
  private final ClusterClient client;
  private final Sources sources;

  private Cluster(ClusterClient client) {
    this.client = client;
    sources = new Sources(client);
  }

  /**
   * Returns the index at an address; nothing is sent yet.
   *
   * @throws ClusterException if a password would be sent to another machine without encryption
   */
  public static Cluster at(ClusterAddress address, ClusterAccess access) throws ClusterException {
    return new Cluster(new ClusterClient(address, access));
  }

  /** Returns the address. */
  public ClusterAddress address() {
    return client.address();
  }

  ClusterClient client() {
    return client;
  }

  Sources storedSources() {
    return sources;
  }

  /**
   * Opens the index.
   *
   * @param glossary the user's own translations, or null
   * @return the index; closing it closes this
   * @throws ClusterException if it can't be asked: there is none, or no plugin, or of another
   *     version
   */
  public SearchedIndex open(@Nullable Glossary glossary) throws IOException {
    version();
    return new ClusterIndex(client, sources, glossary);
  }

  /**
   * Returns the index; the first question tells what {@link #open} would.
   *
   * @param glossary the user's own translations, or null
   */
  public SearchedIndex openUnasked(@Nullable Glossary glossary) {
    return new ClusterIndex(client, sources, glossary);
  }

  /**
   * Returns a short text that is another one after whatever changes what searches see.
   *
   * @throws ClusterException if the cluster can't be asked
   */
  public String commit() throws IOException {
    return version().commit();
  }

  Answer.Version version() throws IOException {
    return client.ask(Endpoint.VERSION, new Question.Plain(), Answer.Version.class);
  }

  /**
   * Returns who put which folders into the index.
   *
   * @throws ClusterException if the cluster can't be asked
   */
  public List<Source> sources() throws IOException {
    return sources.all(client.toAsk());
  }

  /**
   * Returns the folders of the index that lie on this machine, by name, each with the names of the
   * files in it.
   *
   * @throws ClusterException if the cluster can't be asked
   */
  public Map<String, ArticlePaths> foldersHere() throws IOException {
    Map<String, ArticlePaths> folders = new TreeMap<>();
    for (Source source : sources()) {
      if (source.isMine()) {
        source.roots().forEach(root -> folders.put(root, source.paths()));
      }
    }
    return folders;
  }

  @Override
  public void close() {
    client.close();
  }
}
