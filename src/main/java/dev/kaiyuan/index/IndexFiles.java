package dev.kaiyuan.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NIOFSDirectory;

/** The files of an index: opens and checks them, and says in a person's words why it can't. */
public final class IndexFiles {
  private static final String MARK = "CACHEDIR.TAG";

  private IndexFiles() {}

  /**
   * Opens a reader on the last commit.
   *
   * @param folder the index's folder, for messages
   * @param directory the same as Lucene sees it
   * @throws IndexException if there is no index, or none that can be read
   */
  public static DirectoryReader open(Path folder, Directory directory) throws IOException {
    LuceneFiles files = new LuceneFiles(directory);
    try {
      return DirectoryReader.open(files);
    } catch (IOException | RuntimeException e) {
      throw explained(folder, e);
    } catch (OutOfMemoryError e) {
      // A damaged length asks for more memory than there is.
      checkAll(folder, files);
      throw e;
    }
  }

  /**
   * Returns the names of the folders that an index was made of; none where it does not tell, as
   * where it is damaged.
   *
   * @param folder the index's folder
   */
  public static Set<String> folders(Path folder) throws IOException {
    requireFolder(folder);
    try (Directory directory = new NIOFSDirectory(folder)) {
      return CommitData.lastIfReadable(directory).roots();
    }
  }

  /** Refuses an index that is there and is damaged. */
  static void refuseDamaged(Path folder) throws IOException {
    try (Directory directory = new NIOFSDirectory(folder)) {
      checkAll(folder, new LuceneFiles(directory));
    }
  }

  private static void checkAll(Path folder, Directory files) throws IOException {
    try {
      for (String name : files.listAll()) {
        checkFile(files, name);
      }
    } catch (IOException | RuntimeException e) {
      throw explained(folder, e);
    }
  }

  /**
   * Whether a reader shows the last commit of the index that lies in a folder now, which may be
   * another index than the one it was opened on: each commit has an id of its own.
   *
   * @param folder the index's folder
   * @param reader a reader that {@link #open} made
   * @throws IndexException if there is no index any more, or none that can be read
   */
  public static boolean isLatest(Path folder, DirectoryReader reader) throws IOException {
    requireFolder(folder);
    byte[] shown = ((StandardDirectoryReader) reader).getSegmentInfos().getId();
    try (Directory directory = new NIOFSDirectory(folder)) {
      LuceneFiles files = new LuceneFiles(directory);
      try {
        return Arrays.equals(SegmentInfos.readLatestCommit(files).getId(), shown);
      } catch (IOException | RuntimeException e) {
        throw explained(folder, e);
      } catch (OutOfMemoryError e) {
        checkAll(folder, files);
        throw e;
      }
    }
  }

  /**
   * Refuses a path that is no folder, which Lucene would make.
   *
   * @throws IndexException if it is none
   */
  public static void requireFolder(Path folder) throws IndexException {
    if (!folder.toFile().isDirectory()) {
      throw new IndexException(IndexException.Problem.MISSING, folder, null);
    }
  }

  /**
   * Says what went wrong while an index was read: where its files turn out to be damaged, that;
   * else what was thrown is thrown on. That files are gone is no damage where the reader is on an
   * older commit than the index.
   *
   * @param folder the index's folder
   * @param reader the reader that failed
   * @param failure what it threw
   */
  public static IOException explained(Path folder, DirectoryReader reader, Throwable failure)
      throws IOException {
    if (failure instanceof AlreadyClosedException) {
      throw (AlreadyClosedException) failure;
    }
    check(folder, reader);
    if (failure instanceof RuntimeException) {
      throw (RuntimeException) failure;
    }
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    return failure instanceof IOException ? (IOException) failure : new IOException(failure);
  }

  /**
   * Reads all files of an index and compares their checksums.
   *
   * @param folder the index's folder
   * @throws IndexException if there is no index, or it is damaged
   */
  public static void check(Path folder) throws IOException {
    requireFolder(folder);
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = open(folder, directory)) {
      check(folder, reader);
    }
  }

  private static void check(Path folder, DirectoryReader reader) throws IOException {
    for (String name : reader.getIndexCommit().getFileNames()) {
      try {
        checkFile(reader.directory(), name);
      } catch (IOException | RuntimeException e) {
        if (!isMissing(e) || isLatest(folder, reader)) {
          throw explained(folder, e);
        }
      }
    }
  }

  private static void checkFile(Directory files, String name) throws IOException {
    try (IndexInput in = files.openInput(name, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(in);
    }
  }

  private static IOException explained(Path folder, Exception e) {
    if (e instanceof IndexNotFoundException) {
      return new IndexException(IndexException.Problem.MISSING, folder, e);
    }
    if (e instanceof IndexFormatTooOldException || e instanceof IndexFormatTooNewException) {
      return new IndexException(IndexException.Problem.INCOMPATIBLE, folder, e);
    }
    if (isDamage(e) || e instanceof RuntimeException) {
      return new IndexException(IndexException.Problem.DAMAGED, folder, e);
    }
    return (IOException) e;
  }

  /** Says why an index could not be written. */
  static IOException unwritable(Path folder, Exception failure) {
    Throwable cause = failure;
    while (cause instanceof AlreadyClosedException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ClosedByInterruptException) {
      return interrupted(cause);
    }
    if (isDamage(cause)) {
      return new IndexException(IndexException.Problem.DAMAGED, folder, cause);
    }
    return new IndexException(IndexException.Problem.UNWRITABLE, folder, cause);
  }

  static IOException interrupted(Throwable cause) {
    var interrupted = new java.io.InterruptedIOException("indexing was interrupted");
    interrupted.initCause(cause);
    return interrupted;
  }

  private static boolean isDamage(Throwable e) {
    return e instanceof CorruptIndexException || e instanceof EOFException || isMissing(e);
  }

  private static boolean isMissing(Throwable e) {
    return e instanceof FileNotFoundException || e instanceof NoSuchFileException;
  }

  /**
   * Refuses to write where something lies that is not an index's. One that has commits but no mark
   * may be another program's: what its commits say of themselves decides then.
   */
  static void refuseForeign(Path folder) throws IOException {
    if (!Files.exists(folder) || isMarked(folder)) {
      return;
    }
    boolean commits = false;
    boolean others = !Files.isDirectory(folder);
    if (!others) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          String name = entry.getFileName().toString();
          commits |= name.startsWith(IndexFileNames.SEGMENTS) && LuceneFiles.contains(name);
          others |= !name.startsWith(".") && !name.equals(IndexWriter.WRITE_LOCK_NAME);
        }
      }
    }
    if (others && !commits) {
      throw new IndexException(IndexException.Problem.FOREIGN, folder, null);
    }
  }

  /** Whether a folder was marked as an index of ours when it was made. */
  static boolean isMarked(Path folder) {
    return Files.exists(folder.resolve(MARK));
  }

  /** Marks a folder as ours, and for programs that make backups as one that can be made again. */
  static void mark(Path folder) throws IOException {
    if (isMarked(folder)) {
      return;
    }
    try {
      Files.writeString(
          folder.resolve(MARK),
          """
          Signature: 8a477f597d28d172789f06386806bc55
          # A search index of Kaiyuan, which can be made anew from its articles at any time.
          # For the mark see https://bford.info/cachedir/
          """);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Deletes all files of an index that can't be read, and nothing else. */
  static void delete(Directory directory) throws IOException {
    for (String name : directory.listAll()) {
      directory.deleteFile(name);
    }
  }
}
