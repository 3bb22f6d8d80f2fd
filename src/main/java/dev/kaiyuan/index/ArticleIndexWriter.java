package dev.kaiyuan.index;

import dev.kaiyuan.analysis.UserDictionary;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Writes to an index; what is not committed is as if it had never been. Begins only when there is
 * something to write. Thread-safe but for {@link #commit} and {@link #close}.
 */
final class ArticleIndexWriter implements Closeable {
  private static final double BUFFER_MEGABYTES = 96;

  private final Path folder;
  private final Directory directory;
  private final UserDictionary words;
  private final boolean fresh;
  private final boolean dryRun;
  private @Nullable IndexWriter writer;

  /**
   * Makes a writer.
   *
   * @param folder the index's folder, for messages
   * @param directory the same as Lucene sees it
   * @param words the words for the segmenter to know
   * @param fresh whether to begin with an empty index; the old one is there until the commit
   * @param dryRun whether to write nothing after all
   */
  ArticleIndexWriter(
      Path folder, Directory directory, UserDictionary words, boolean fresh, boolean dryRun) {
    this.folder = folder;
    this.directory = directory;
    this.words = words;
    this.fresh = fresh;
    this.dryRun = dryRun;
  }

  private interface Step {
    void run(IndexWriter writer) throws IOException;
  }

  void put(String path, Document document) throws IOException {
    write(open -> open.updateDocument(IndexSchema.key(path), document));
  }

  void stamp(String path, FileStamp stamp) throws IOException {
    write(
        open ->
            open.updateNumericDocValue(IndexSchema.key(path), IndexSchema.STAMP, stamp.value()));
  }

  void delete(String path) throws IOException {
    write(open -> open.deleteDocuments(IndexSchema.key(path)));
  }

  /** Makes all that was written visible at once and lasting. */
  void commit(Map<String, String> data) throws IOException {
    write(
        open -> {
          open.setLiveCommitData(data.entrySet());
          open.commit();
        });
  }

  /** Whether nothing has been written. */
  synchronized boolean isIdle() {
    return writer == null;
  }

  private void write(Step step) throws IOException {
    if (dryRun) {
      return;
    }
    try {
      step.run(writer());
    } catch (IOException | AlreadyClosedException e) {
      throw IndexFiles.unwritable(folder, e);
    }
  }

  private synchronized IndexWriter writer() throws IOException {
    if (writer == null) {
      IndexWriterConfig config = new IndexWriterConfig(IndexSchema.analyzer(words));
      config.setCommitOnClose(false);
      config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
      config.setMergeScheduler(new QuietMergeScheduler());
      config.setOpenMode(
          fresh ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
      writer = new IndexWriter(directory, config);
    }
    return writer;
  }

  /** The writer itself tells of a merge that failed, on its next use. */
  private static final class QuietMergeScheduler extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable exception) {}
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
