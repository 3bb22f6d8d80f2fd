package dev.kaiyuan.cluster;

import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.cluster.wire.WireDocument;
import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.index.ArticleSink;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.IndexedFile;
import dev.kaiyuan.index.folder.FileStamp;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.meaning.Embedder;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Writes to an index in a cluster, many files in a request and a few requests at a time. What is
 * written counts as soon as the cluster acknowledges it; so a run that is killed is gone on with by
 * the next.
 */
final class BulkWriter implements ArticleSink {
  /** Small, since analysis takes long: a busy node has done it long before its time is over. */
  private static final int BYTES_A_REQUEST = 1 << 20;

  private static final int FILES_A_REQUEST = 250;
  private static final int REQUESTS_AT_ONCE = 3;

  private final BulkRequests requests;
  private final Committing committing;
  private final Depth meaning;
  private final Semaphore room = new Semaphore(REQUESTS_AT_ONCE);
  private final ExecutorService senders = Executors.newFixedThreadPool(REQUESTS_AT_ONCE);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private Batch batch = new Batch();
  private boolean idle = true;

  /** What is done when all is written. */
  interface Committing {
    void commit(CommitData data) throws IOException;
  }

  /**
   * Makes a writer.
   *
   * @param meaning how deep articles are embedded
   */
  BulkWriter(BulkRequests requests, Committing committing, Depth meaning) {
    this.requests = requests;
    this.committing = committing;
    this.meaning = meaning;
  }

  @Override
  public void put(IndexedFile file, Article article, boolean alone) throws IOException {
    put(
        new WireDocument(
            file.path(), file.root(), file.stamp(), file.hash(), article, null, vectors(article)));
  }

  private byte @Nullable [] vectors(Article article) throws IOException {
    if (meaning == Depth.OFF || !Embedder.knows(article.language())) {
      return null;
    }
    BytesRef made =
        Embedder.shared()
            .article(
                article.language(), article.title(), article.text(), article.sections(), meaning);
    return BytesRef.deepCopyOf(made).bytes;
  }

  @Override
  public void skip(IndexedFile file, FileProblem problem) throws IOException {
    put(new WireDocument(file.path(), file.root(), file.stamp(), file.hash(), null, problem, null));
  }

  private void put(WireDocument document) throws IOException {
    add(Batch.Item.put(document.path(), Wire.write(document)));
  }

  /**
   * Keeps the old stamp: the cluster could only be given the whole article anew. The file is read
   * again in each run, which costs less.
   */
  @Override
  public void stamp(String path, FileStamp stamp) {}

  @Override
  public void delete(String path) throws IOException {
    add(Batch.Item.delete(path));
  }

  private synchronized void add(Batch.Item item) throws IOException {
    idle = false;
    if (batch.size() > 0 && batch.bytes() + item.bytes() > BYTES_A_REQUEST) {
      sendBatch();
    }
    batch.add(item);
    if (batch.bytes() >= BYTES_A_REQUEST || batch.size() >= FILES_A_REQUEST) {
      sendBatch();
    }
  }

  /** Sends what there is; waits while as many requests are under way as may be. */
  private void sendBatch() throws IOException {
    Batch full = batch;
    batch = new Batch();
    acquire(1);
    if (failure.get() != null) {
      room.release();
      throwFailure();
    }
    senders.execute(
        () -> {
          try {
            requests.send(full);
          } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
          } finally {
            room.release();
          }
        });
  }

  private void acquire(int permits) throws IOException {
    try {
      room.acquire(permits);
    } catch (InterruptedException e) {
      throw ClusterClient.interrupted(e);
    }
  }

  private void throwFailure() throws IOException {
    switch (failure.get()) {
      case null -> {}
      case IOException e -> throw e;
      case Error e -> throw e;
      case RuntimeException e -> throw e;
      case Throwable e -> throw new IOException(e);
    }
  }

  /** Part of a request may wait for the rest: the commit sends all. */
  @Override
  public void flush() {}

  @Override
  public synchronized boolean isIdle() {
    return idle;
  }

  @Override
  public void commit(CommitData data) throws IOException {
    synchronized (this) {
      if (batch.size() > 0) {
        sendBatch();
      }
    }
    acquire(REQUESTS_AT_ONCE);
    room.release(REQUESTS_AT_ONCE);
    throwFailure();
    committing.commit(data);
    requests.requireAllTaken();
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
