package dev.kaiyuan.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.ByteBuffersIndexInput;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * The folder of an index, locked against other writers from before its state is read until the
 * changes are written. Files are read by calls: mapping them takes longer than a whole run without
 * changes.
 */
final class LockedDirectory extends LuceneFiles {
  private static final String NORMS = ".nvd";

  private final Lock lock;

  private LockedDirectory(FSDirectory directory, Lock lock) {
    super(directory);
    this.lock = lock;
  }

  /**
   * Opens a folder, and creates it if it does not exist.
   *
   * @throws IndexException if another run writes to it, or it is not writable
   */
  static LockedDirectory open(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      FSDirectory directory = new NIOFSDirectory(folder);
      try {
        return new LockedDirectory(directory, directory.obtainLock(IndexWriter.WRITE_LOCK_NAME));
      } catch (IOException e) {
        directory.close();
        throw e;
      }
    } catch (LockObtainFailedException e) {
      throw new IndexException(IndexException.Problem.LOCKED, folder, e);
    } catch (IOException e) {
      throw IndexFiles.unwritable(folder, e);
    }
  }

  /** Reads norms once and keeps them, as merging looks them up for each posting. */
  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    if (!name.endsWith(NORMS)) {
      return super.openInput(name, context);
    }
    try (IndexInput input = super.openInput(name, context)) {
      byte[] norms = new byte[Math.toIntExact(input.length())];
      input.readBytes(norms, 0, norms.length);
      return new ByteBuffersIndexInput(
          new ByteBuffersDataInput(List.of(ByteBuffer.wrap(norms))), name);
    }
  }

  /** Returns the lock to the writer, which closes it. */
  @Override
  public Lock obtainLock(String name) throws IOException {
    return name.equals(IndexWriter.WRITE_LOCK_NAME) ? lock : super.obtainLock(name);
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      super.close();
    }
  }
}
