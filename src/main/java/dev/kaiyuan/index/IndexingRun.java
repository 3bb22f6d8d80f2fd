package dev.kaiyuan.index;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.ArticleReader;
import dev.kaiyuan.document.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** One pass over files: reads what may have changed, on several threads, and writes it. */
final class IndexingRun implements Closeable {
  private static final double BUFFER_MEGABYTES = 96;

  private final Path directory;
  private final IndexingOptions options;
  private final boolean fresh;
  private final ArticlePaths paths;
  private final Map<String, IndexState.Entry> known;
  private final IndexingProgress progress;
  private final ArticleReader reader = new ArticleReader();
  private final boolean unix;
  private final @Nullable FSDirectory files;
  private final @Nullable IndexWriter writer;

  private final Set<String> seen = new HashSet<>();
  private final List<Change.Skipped> skipped = new ArrayList<>();
  private final List<Report.Warning> warnings = new ArrayList<>();
  private int added;
  private int modified;
  private int removed;
  private int unchanged;
  private long bytes;
  private int articles;

  IndexingRun(
      Path directory,
      IndexingOptions options,
      boolean rebuild,
      ArticlePaths paths,
      Map<String, IndexState.Entry> known,
      IndexingProgress progress)
      throws IOException {
    this.directory = directory;
    this.options = options;
    this.paths = paths;
    this.known = known;
    this.progress = progress;
    this.fresh = rebuild;
    this.unix = Path.of("").getFileSystem().supportedFileAttributeViews().contains("unix");
    if (options.dryRun()) {
      files = null;
      writer = null;
    } else {
      Files.createDirectories(directory);
      files = FSDirectory.open(directory);
      writer = openWriter();
    }
  }

  private IndexWriter openWriter() throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(IndexSchema.analyzer());
    config.setCommitOnClose(false);
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setOpenMode(
        fresh ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
    try {
      return new IndexWriter(files, config);
    } catch (LockObtainFailedException e) {
      throw new IndexException(IndexException.Problem.LOCKED, directory, e);
    } catch (AccessDeniedException e) {
      throw new IndexException(IndexException.Problem.UNWRITABLE, directory, e);
    }
  }

  void process(FolderWalk walk) throws IOException {
    List<Path> found = walk.files();
    progress.started(found.size(), 0);
    for (FolderWalk.Refused refused : walk.refused()) {
      note(new Change.Skipped(paths.name(refused.path()), refused.reason()), 0);
    }
    AtomicInteger next = new AtomicInteger();
    int threads = Math.max(1, Math.min(options.threads(), found.size() / 16));
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            workers.submit(
                () -> {
                  for (int at; (at = next.getAndIncrement()) < found.size(); ) {
                    processFile(found.get(at));
                  }
                  return null;
                }));
      }
      for (Future<?> worker : running) {
        await(worker, next, found.size());
      }
    }
  }

  private void await(Future<?> worker, AtomicInteger next, int end) throws IOException {
    try {
      worker.get();
    } catch (ExecutionException e) {
      next.set(end);
      if (e.getCause() instanceof AlreadyClosedException closed
          && closed.getCause() instanceof IOException cause) {
        throw new IndexException(IndexException.Problem.UNWRITABLE, directory, cause);
      }
      if (e.getCause() instanceof IOException cause) {
        throw new IndexException(IndexException.Problem.UNWRITABLE, directory, cause);
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      next.set(end);
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("indexing was interrupted");
    }
  }

  private void processFile(Path file) throws IOException {
    String path = paths.name(file);
    synchronized (seen) {
      if (!seen.add(path)) {
        return;
      }
    }
    IndexState.Entry entry = known.get(path);
    FileStamp stamp;
    byte[] content;
    try {
      stamp = FileStamp.of(file, unix, FileStamp.now());
      if (entry != null && stamp.proves(entry.stamp())) {
        note(new Change.Unchanged(path), stamp.size());
        return;
      }
      if (stamp.size() > options.largestFile()) {
        String limit = (options.largestFile() >> 20) + " MiB";
        skip(path, entry, "larger than " + limit, stamp, 0);
        return;
      }
      content = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      synchronized (seen) {
        seen.remove(path);
      }
      return;
    } catch (AccessDeniedException e) {
      skip(path, entry, "no permission to read it", new FileStamp(0, 0), 0);
      return;
    } catch (IOException e) {
      skip(path, entry, "cannot be read: " + e.getMessage(), new FileStamp(0, 0), 0);
      return;
    }
    long hash = hash(content);
    if (entry != null && entry.hash() == hash) {
      if (writer != null) {
        writer.updateNumericDocValue(IndexSchema.key(path), IndexSchema.STAMP, stamp.value());
      }
      note(new Change.Unchanged(path), stamp.size());
      return;
    }
    try {
      Article article = reader.read(file.getFileName().toString(), content);
      write(path, entry, IndexSchema.document(path, article, stamp, hash));
      note(entry == null ? new Change.Added(path) : new Change.Modified(path), stamp.size());
      for (String warning : article.warnings()) {
        warn(path, warning);
      }
    } catch (UnreadableFileException e) {
      skip(path, entry, e.getMessage(), stamp, hash);
    }
  }

  private void skip(
      String path, IndexState.@Nullable Entry entry, String reason, FileStamp stamp, long hash)
      throws IOException {
    write(path, entry, IndexSchema.skipped(path, reason, stamp, hash));
    note(new Change.Skipped(path, reason), 0);
  }

  private void write(String path, IndexState.@Nullable Entry entry, Document document)
      throws IOException {
    if (writer == null) {
      return;
    }
    if (entry == null) {
      writer.addDocument(document);
    } else {
      writer.updateDocument(IndexSchema.key(path), document);
    }
  }

  /** Drops what was not seen, and makes all that this run did visible at once. */
  void commit(Set<String> roots) throws IOException {
    for (String path : known.keySet()) {
      if (!seen.contains(path)) {
        if (writer != null) {
          writer.deleteDocuments(IndexSchema.key(path));
        }
        note(new Change.Removed(path), 0);
      }
    }
    if (writer == null) {
      return;
    }
    writer.setLiveCommitData(
        IndexSchema.commitData(ChineseEnglishAnalyzer.fingerprint(), String.join("\n", roots))
            .entrySet());
    try {
      writer.commit();
    } catch (IOException e) {
      throw new IndexException(IndexException.Problem.UNWRITABLE, directory, e);
    }
    articles = writer.getDocStats().numDocs - skipped.size();
  }

  Report report(int otherFiles, Duration took) {
    return new Report(
        added, modified, removed, unchanged, skipped, warnings, otherFiles, articles, bytes, took);
  }

  private synchronized void note(Change change, long size) {
    switch (change) {
      case Change.Added ignored -> added++;
      case Change.Modified ignored -> modified++;
      case Change.Removed ignored -> removed++;
      case Change.Unchanged ignored -> unchanged++;
      case Change.Skipped file -> skipped.add(file);
    }
    bytes += size;
    progress.done(change, size);
  }

  private synchronized void warn(String path, String text) {
    warnings.add(new Report.Warning(path, text));
    progress.warned(path, text);
  }

  private static long hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return java.nio.ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
    if (files != null) {
      files.close();
    }
  }
}
