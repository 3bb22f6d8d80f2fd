package dev.kaiyuan.server;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.index.IndexException;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * An index in a folder that stays open for many questions, each of which sees the newest commit.
 *
 * <pre>{@code
 * try (var index = ServedFolder.open(Path.of("index"), Translations.builtIn())) {
 *   var results = index.ask(searcher -> searcher.search(request));
 * }
 * }</pre>
 *
 * <p>Before each question the newest commit is looked for, which takes a few ten microseconds: no
 * answer differs from one of a program that starts for it. Whatever becomes of the index's files, a
 * rebuild or a deletion among them, questions under way end over what they see. Thread-safe.
 */
public final class ServedFolder implements ServedIndex {
  private final Path directory;
  private final Translations translations;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile @Nullable Opened opened;
  private volatile boolean closed;

  private record Opened(CommitStamp stamp, ArticleSearcher searcher) {}

  private ServedFolder(Path directory, Translations translations) {
    this.directory = directory;
    this.translations = translations;
  }

  /**
   * Opens an index.
   *
   * @param directory the index's folder
   * @param translations what words are called in the other language
   * @throws IndexException if there is no index, or none that this version can search
   */
  public static ServedFolder open(Path directory, Translations translations) throws IOException {
    ServedFolder index = new ServedFolder(directory, translations);
    index.newest();
    return index;
  }

  /**
   * Returns an index that the first question opens.
   *
   * @param directory the index's folder
   * @param translations what words are called in the other language
   * @throws IndexException if there is no index
   */
  public static ServedFolder openLater(Path directory, Translations translations)
      throws IOException {
    ServedFolder index = new ServedFolder(directory, translations);
    index.commit();
    return index;
  }

  @Override
  public String name() {
    return directory.toString();
  }

  @Override
  public ArticleLocator locator(Path folder) throws IOException {
    return ArticleLocator.of(directory, folder);
  }

  /**
   * Asks the newest commit. The question may be asked again where a newer one takes its place.
   *
   * @throws IndexException if the index is gone or can't be read
   * @throws AlreadyClosedException if this is closed
   */
  @Override
  public <T extends @Nullable Object> T ask(Question<T> question) throws IOException {
    Opened asked = newest();
    while (true) {
      try {
        return question.ask(asked.searcher);
      } catch (AlreadyClosedException e) {
        Opened newer = newest();
        if (newer == asked) {
          throw e;
        }
        asked = newer;
      }
    }
  }

  /**
   * Returns a short text that changes with every commit.
   *
   * @throws IndexException if the index is gone
   */
  @Override
  public String commit() throws IOException {
    return CommitStamp.of(directory).text();
  }

  /**
   * Returns when the newest commit was made.
   *
   * @throws IndexException if the index is gone
   */
  @Override
  public Instant committed() throws IOException {
    return CommitStamp.of(directory).made();
  }

  private Opened newest() throws IOException {
    Opened now = opened;
    CommitStamp stamp = CommitStamp.of(directory);
    if (now != null && now.stamp.equals(stamp)) {
      return now;
    }
    opening.lock();
    try {
      if (closed) {
        throw new AlreadyClosedException("the index is not served any more");
      }
      now = opened;
      if (now == null || !now.stamp.equals(stamp)) {
        Opened next = new Opened(stamp, ArticleSearcher.open(directory, translations));
        opened = next;
        if (now != null) {
          now.searcher.close();
        }
        now = next;
      }
      return now;
    } finally {
      opening.unlock();
    }
  }

  /** Closes the index. Questions under way end as they would have. */
  @Override
  public void close() throws IOException {
    opening.lock();
    try {
      closed = true;
      Opened last = opened;
      opened = null;
      if (last != null) {
        last.searcher.close();
      }
    } finally {
      opening.unlock();
    }
  }
}
