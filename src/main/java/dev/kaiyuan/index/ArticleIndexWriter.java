package dev.kaiyuan.index;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.index.folder.FileStamp;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Writes to an index; without a commit nothing changes. Opens Lucene's writer only when there is
 * something to write. Thread-safe except {@link #commit} and {@link #close}.
 */
final class ArticleIndexWriter implements ArticleSink {
  private final Path folder;
  private final Directory directory;
  private final boolean fresh;
  private final boolean dryRun;
  private final Analyzer analyzer;
  private final long buffer;
  private @Nullable IndexWriter writer;

  /** Whether the index is written from nothing. */
  private boolean whole;

  /**
   * Makes a writer.
   *
   * @param folder the index's folder, for messages
   * @param directory the same as Lucene sees it
   * @param words the words for the segmenter to know
   * @param buffer the greatest size in bytes of documents in memory before some are flushed, above
   *     0
   * @param fresh whether to begin with an empty index; the old one is kept until the commit
   * @param dryRun whether to write nothing
   */
  ArticleIndexWriter(
      Path folder,
      Directory directory,
      UserDictionary words,
      long buffer,
      boolean fresh,
      boolean dryRun) {
    this.folder = folder;
    this.directory = directory;
    analyzer = IndexSchema.analyzer(words);
    this.buffer = buffer;
    this.fresh = fresh;
    this.dryRun = dryRun;
  }

  private interface Step {
    void run(IndexWriter writer) throws IOException;
  }

  @Override
  public void put(IndexedFile file, Article article, boolean alone) throws IOException {
    Document document =
        IndexSchema.document(file.path(), file.root(), article, file.stamp(), file.hash());
    if (alone) {
      putAlone(file.path(), document);
    } else {
      put(file.path(), document);
    }
  }

  @Override
  public void skip(IndexedFile file, FileProblem problem) throws IOException {
    put(file.path(), IndexSchema.skipped(file.path(), problem, file.stamp(), file.hash()));
  }

  private void put(String path, Document document) throws IOException {
    write(open -> open.updateDocument(IndexSchema.key(path), document));
  }

  /**
   * Writes a document that leaves no room for others in memory: what is in memory is flushed before
   * it, and the document at once.
   */
  private void putAlone(String path, Document document) throws IOException {
    write(
        open -> {
          open.flush();
          try {
            open.updateDocument(IndexSchema.key(path), document);
            open.flush();
          } catch (OutOfMemoryError e) {
            throw new OutOfRoomException(path, e);
          }
        });
  }

  @Override
  public void flush() throws IOException {
    if (!isIdle()) {
      write(IndexWriter::flushNextBuffer);
    }
  }

  @Override
  public void stamp(String path, FileStamp stamp) throws IOException {
    write(
        open ->
            open.updateNumericDocValue(IndexSchema.key(path), IndexSchema.STAMP, stamp.value()));
  }

  /** Writes the vectors of an article, or with null takes them away. */
  void setVectors(String path, @Nullable BytesRef vectors) throws IOException {
    Field field = IndexSchema.vectors(vectors);
    write(open -> open.updateDocValues(IndexSchema.key(path), field));
  }

  @Override
  public void delete(String path) throws IOException {
    write(open -> open.deleteDocuments(IndexSchema.key(path)));
  }

  @Override
  public void commit(CommitData data) throws IOException {
    write(
        open -> {
          if (whole) {
            open.forceMerge(1);
          }
          open.forceMergeDeletes();
          open.setLiveCommitData(data.values().entrySet());
          open.commit();
        });
  }

  @Override
  public synchronized boolean isIdle() {
    return writer == null;
  }

  private void write(Step step) throws IOException {
    if (dryRun) {
      return;
    }
    try {
      step.run(writer());
    } catch (OutOfRoomException e) {
      throw e;
    } catch (IOException | AlreadyClosedException e) {
      throw OutOfRoomException.isBehind(e)
          ? new OutOfRoomException(null, e)
          : IndexFiles.unwritable(folder, e);
    } catch (OutOfMemoryError e) {
      if (isClosed()) {
        throw new OutOfRoomException(null, e);
      }
      throw e;
    }
  }

  /** Whether a failure has closed the writer, which then loses what it was given. */
  private synchronized boolean isClosed() {
    return writer != null && !writer.isOpen();
  }

  private synchronized IndexWriter writer() throws IOException {
    if (writer == null) {
      IndexWriterConfig config = new IndexWriterConfig(analyzer);
      config.setCommitOnClose(false);
      config.setRAMBufferSizeMB((double) buffer / (1 << 20));
      config.setMergeScheduler(new OwnThreadMergeScheduler());
      whole = fresh || !DirectoryReader.indexExists(directory);
      config.setMergePolicy(new ArticleMergePolicy(whole));
      config.setOpenMode(
          fresh ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
      writer = new IndexWriter(directory, config);
    }
    return writer;
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
