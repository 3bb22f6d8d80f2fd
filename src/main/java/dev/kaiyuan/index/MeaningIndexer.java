package dev.kaiyuan.index;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.meaning.Embedder;
import dev.kaiyuan.meaning.ModelException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Gives the articles of an index vectors, by which they are found by meaning.
 *
 * <pre>{@code
 * new DirectoryIndexer(directory, IndexingOptions.REFRESH).index(folders, IndexingProgress.NONE);
 * new MeaningIndexer(directory, 2).index(Depth.PASSAGES, MeaningProgress.NONE);
 * }</pre>
 *
 * <p>Vectors come after the words, and belong to the content that they were made of: each is
 * written only to an article that still has that content, and goes with it. They are committed in
 * parts, and the index is locked only while one is written: others may search and index meanwhile,
 * and whoever ends a run keeps what was committed. Thread-safe.
 */
public final class MeaningIndexer {
  /** The least time that it takes to make the vectors of one commit. */
  private static final long SHORTEST_PART = TimeUnit.SECONDS.toNanos(10);

  /** Writing takes at most about this share of the time that making vectors takes. */
  private static final int PART_TO_WRITING = 20;

  private static final long LARGEST_PART = 16 << 20;
  private static final long LOCKED_MILLIS = 100;
  private static final int LOCKED_TRIES = 600;

  private final Path directory;
  private final int threads;
  private final long shortestPart;
  private final Embedder embedder = Embedder.shared();

  /**
   * Makes an indexer; nothing is read or written yet.
   *
   * @param directory the index's folder
   * @param threads how many articles are embedded at once, 1 or more
   */
  public MeaningIndexer(Path directory, int threads) {
    this(directory, threads, SHORTEST_PART);
  }

  /**
   * Makes an indexer.
   *
   * @param shortestPart how long it takes at least, in nanoseconds, to make what is written at once
   */
  MeaningIndexer(Path directory, int threads, long shortestPart) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more, but is " + threads);
    }
    this.directory = directory;
    this.threads = threads;
    this.shortestPart = shortestPart;
  }

  /** An article whose vectors are made, and what is to be written to it. */
  private record Made(PendingArticles.Article article, @Nullable BytesRef vectors) {}

  /**
   * Makes the vectors that are missing; those of another model or depth are made again.
   *
   * @param depth how deep the index is to be embedded from now on; null for as deep as it
   *     remembers, which at first is not at all
   * @param progress receives the progress of the run
   * @return what was done
   * @throws ModelException if vectors are to be made, and the models can't be used
   * @throws IndexException if the index can't be used
   * @throws InterruptedIOException if the thread is interrupted; what was committed stays
   * @throws IOException if reading or writing fails otherwise
   */
  public MeaningReport index(@Nullable Depth depth, MeaningProgress progress) throws IOException {
    long start = System.nanoTime();
    if (depth == null && remembered() == Depth.OFF) {
      return new MeaningReport(Depth.OFF, 0, 0, 0, Duration.ZERO);
    }
    try (Directory files = new NIOFSDirectory(directory);
        DirectoryReader reader = IndexFiles.open(directory, files)) {
      CommitData commit = CommitData.of(reader);
      if (!commit.isCurrent()) {
        throw new IndexException(IndexException.Problem.INCOMPATIBLE, directory, null);
      }
      Depth wanted = depth == null ? commit.meaning() : depth;
      try {
        PendingArticles pending = PendingArticles.of(reader, wanted, embedder);
        if (wanted != commit.meaning()) {
          write(List.of(), wanted);
        }
        progress.started(pending.articles().size(), pending.bytes());
        int passages = embed(reader, pending.articles(), wanted, progress);
        return new MeaningReport(
            wanted,
            pending.articles().size(),
            passages,
            pending.unknown(),
            Duration.ofNanos(System.nanoTime() - start));
      } catch (IndexException | ModelException | InterruptedIOException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        throw IndexFiles.explained(directory, reader, e);
      }
    }
  }

  /** What the last commit says, without a look at the rest of the index. */
  private Depth remembered() throws IOException {
    try (Directory files = new NIOFSDirectory(directory)) {
      return CommitData.last(files).meaning();
    }
  }

  /** Makes vectors for a while, writes them, and so on; returns how many were made. */
  private int embed(
      DirectoryReader reader,
      List<PendingArticles.Article> articles,
      Depth depth,
      MeaningProgress progress)
      throws IOException {
    Queue<PendingArticles.Article> left = new ConcurrentLinkedQueue<>(articles);
    Round round = new Round(reader, left, depth, progress);
    long part = shortestPart;
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      while (!left.isEmpty()) {
        round.begin(System.nanoTime() + part);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, left.size()); i++) {
          running.add(workers.submit(round));
        }
        try {
          for (Future<?> worker : running) {
            worker.get();
          }
        } catch (ExecutionException e) {
          left.clear();
          throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
          left.clear();
          Thread.currentThread().interrupt();
          throw IndexFiles.interrupted(e);
        }
        long start = System.nanoTime();
        write(round.takeMade(), depth);
        part = Math.max(shortestPart, PART_TO_WRITING * (System.nanoTime() - start));
      }
    }
    return round.passages();
  }

  /** Embeds articles until its time is up; run by several threads at once. */
  private final class Round implements Callable<@Nullable Void> {
    private final DirectoryReader reader;
    private final Queue<PendingArticles.Article> left;
    private final Depth depth;
    private final MeaningProgress progress;
    private final List<Made> made = new ArrayList<>();
    private volatile long end;
    private long bytes;
    private int passages;

    Round(
        DirectoryReader reader,
        Queue<PendingArticles.Article> left,
        Depth depth,
        MeaningProgress progress) {
      this.reader = reader;
      this.left = left;
      this.depth = depth;
      this.progress = progress;
    }

    void begin(long until) {
      end = until;
    }

    @Override
    public @Nullable Void call() throws IOException {
      do {
        PendingArticles.Article article = left.poll();
        if (article == null) {
          break;
        }
        add(article, depth == Depth.OFF ? null : vectors(article));
      } while (System.nanoTime() - end < 0);
      return null;
    }

    private BytesRef vectors(PendingArticles.Article article) throws IOException {
      Document stored = PendingArticles.stored(reader, article);
      String text = IndexSchema.text(stored);
      BytesRef layout = stored.getBinaryValue(IndexSchema.LAYOUT);
      return embedder.article(
          Language.of(stored.get(IndexSchema.LANGUAGE)),
          stored.get(IndexSchema.STORED_TITLE),
          text,
          ArticleLayout.decode(layout, text).sections(),
          depth);
    }

    private synchronized void add(PendingArticles.Article article, @Nullable BytesRef vectors) {
      made.add(new Made(article, vectors));
      int count = vectors == null ? 0 : PendingArticles.count(vectors);
      passages += count;
      bytes += vectors == null ? 0 : vectors.length;
      if (bytes > LARGEST_PART) {
        end = System.nanoTime();
      }
      progress.done(article.path(), count, article.bytes());
    }

    synchronized List<Made> takeMade() {
      List<Made> taken = List.copyOf(made);
      made.clear();
      bytes = 0;
      return taken;
    }

    synchronized int passages() {
      return passages;
    }
  }

  /** Writes vectors to those articles that still are what the vectors were made of. */
  private void write(List<Made> part, Depth depth) throws IOException {
    try (LockedDirectory files = lock()) {
      IndexState state = IndexState.read(directory, files, false);
      CommitData commit = state.commit().with(depth);
      try (var writer =
          new ArticleIndexWriter(
              directory, files, commit.words().all(), MemoryBudget.USUAL.buffer(), false, false)) {
        for (Made made : part) {
          IndexState.Entry entry = state.entries().get(made.article.path());
          if (entry != null && entry.hash() == made.article.hash()) {
            writer.setVectors(made.article.path(), made.vectors);
          }
        }
        writer.commit(commit);
      }
    }
  }

  /** Waits for a run under way to end. */
  private LockedDirectory lock() throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        return LockedDirectory.open(directory);
      } catch (IndexException e) {
        if (e.problem() != IndexException.Problem.LOCKED || tries == LOCKED_TRIES) {
          throw e;
        }
        try {
          Thread.sleep(LOCKED_MILLIS);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw IndexFiles.interrupted(interrupted);
        }
      }
    }
  }
}
