package dev.kaiyuan.server;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An index that stays open for many questions, each of which sees the newest state of it: {@link
 * ServedFolder} or {@link ServedCluster}. Thread-safe.
 */
public interface ServedIndex extends Closeable {
  /** A question to an index. */
  interface Question<T extends @Nullable Object> {
    /**
     * Asks.
     *
     * @param searcher sees one commit; must not be kept
     */
    T ask(ArticleSearcher searcher) throws IOException;
  }

  /**
   * Asks the newest commit. The question may be asked again where a newer one takes its place.
   *
   * @throws IOException if the index is gone or can't be read
   */
  <T extends @Nullable Object> T ask(Question<T> question) throws IOException;

  /**
   * Returns a short text that changes with every commit.
   *
   * @throws IOException if the index is gone
   */
  String commit() throws IOException;

  /**
   * Returns when the newest commit was made, or null if that is not known.
   *
   * @throws IOException if the index is gone
   */
  @Nullable Instant committed() throws IOException;

  /** Returns where the index is, for a person. */
  String name();

  /**
   * Returns what turns the names of files in the index into paths.
   *
   * @param folder the folder from which the paths lead to the articles
   */
  ArticleLocator locator(Path folder) throws IOException;
}
