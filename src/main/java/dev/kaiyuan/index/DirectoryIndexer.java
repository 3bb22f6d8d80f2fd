package dev.kaiyuan.index;

import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.index.folder.FolderWalk;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Makes an index match folders.
 *
 * <pre>{@code
 * var indexer = new DirectoryIndexer(Path.of("index"), IndexingOptions.REFRESH);
 * Report report = indexer.index(List.of(Path.of("notes")), IndexingProgress.NONE);
 * }</pre>
 *
 * <p>A run reads what is new or changed, drops what is gone, and commits once, at its end. Searches
 * during a run, or after a run was killed, see the index as it was before. Articles of other
 * folders stay as they are. Thread-safe; two runs at a time on one index are refused with {@link
 * IndexException.Problem#LOCKED}. {@link FolderWatch} repeats runs as files change.
 */
public final class DirectoryIndexer {
  private final Path directory;
  private final IndexingOptions options;

  /**
   * Makes an indexer; nothing is read or written yet.
   *
   * @param directory the index's folder, which need not exist
   * @param options how to index
   */
  public DirectoryIndexer(Path directory, IndexingOptions options) {
    this.directory = directory;
    this.options = options;
  }

  /**
   * Makes the index match folders.
   *
   * @param folders the folders, or single files; none means those that the index was made of
   * @param progress is told how far the run is
   * @return what was done; with {@link IndexingOptions#dryRun()} what would be
   * @throws NoSuchFileException if a folder does not exist and never did for the index
   * @throws EmptyFolderException if the index holds articles of each folder, and none has any now;
   *     where only some have none, the report names them, and the index keeps what it holds of them
   * @throws IndexException if the index can't be used
   * @throws InterruptedIOException if the thread is interrupted; the index is as before
   * @throws IOException if reading or writing fails otherwise
   */
  public Report index(Collection<Path> folders, IndexingProgress progress) throws IOException {
    Objects.requireNonNull(progress, "progress");
    return index(folders, progress, FolderWalk.FolderListener.NONE);
  }

  Report index(
      Collection<Path> folders, IndexingProgress progress, FolderWalk.FolderListener listener)
      throws IOException {
    boolean exists = Files.isDirectory(directory);
    for (Path folder : folders) {
      if (!exists && !Files.exists(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
    }
    IndexFiles.refuseForeign(directory);
    MemoryBudget memory = MemoryBudget.USUAL;
    while (true) {
      try (Directory files = open(exists)) {
        return index(folders, files, progress, listener, memory);
      } catch (OutOfRoomException e) {
        memory = tighter(memory, e);
      } catch (OutOfMemoryError e) {
        memory = tighter(memory, new OutOfRoomException(null, e));
      } catch (InterruptedIOException e) {
        // The rollback may have consumed the interrupt.
        Thread.currentThread().interrupt();
        throw e;
      }
    }
  }

  /** Returns a tighter budget for another try, as what was written is lost. */
  private MemoryBudget tighter(MemoryBudget memory, OutOfRoomException lost) throws IOException {
    try {
      return memory.tighter(lost);
    } catch (OutOfRoomException e) {
      if (Files.exists(directory)) {
        IndexFiles.refuseDamaged(directory);
      }
      throw new IndexException(IndexException.Problem.MEMORY, directory, e);
    }
  }

  private Directory open(boolean exists) throws IOException {
    if (options.dryRun()) {
      return exists ? FSDirectory.open(directory) : new ByteBuffersDirectory();
    }
    return LockedDirectory.open(directory);
  }

  private Report index(
      Collection<Path> folders,
      Directory files,
      IndexingProgress progress,
      FolderWalk.FolderListener listener,
      MemoryBudget memory)
      throws IOException {
    IndexState state = IndexState.read(directory, files, options.rebuild());
    FolderTarget target =
        new FolderTarget(directory, files, state, ArticlePaths.of(directory), options.dryRun());
    return new IndexUpdate(target, options, folders).run(progress, listener, memory);
  }
}
