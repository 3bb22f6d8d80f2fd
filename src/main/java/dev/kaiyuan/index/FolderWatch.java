package dev.kaiyuan.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Keeps an index the same as folders while their files change.
 *
 * <pre>{@code
 * try (var watch = new FolderWatch(Path.of("index"), IndexingOptions.REFRESH, folders)) {
 *   watch.run(listener);
 * }
 * }</pre>
 *
 * <p>Changes are indexed after a tenth of a second without another change, or half a second after
 * the first. Each run compares whole folders, so that nothing is missed if the system drops events.
 * Some systems, such as macOS, report changes late.
 *
 * <p>{@link #run} takes the thread; {@link #close} from another, or an interrupt, ends it.
 */
public final class FolderWatch implements Closeable {
  private static final long QUIET_MILLIS = 100;
  private static final long LONGEST_MILLIS = 500;
  private static final long RETRY_MILLIS = 1000;
  private static final WatchEvent.Kind<?>[] ALL = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final Path directory;
  private final IndexingOptions options;
  private final List<Path> folders;
  private final WatchService service;
  private final Map<Path, Object> heard = new ConcurrentHashMap<>();
  private volatile boolean unheard;

  /** How the next run indexes. */
  private IndexingOptions next;

  /** Whether the last run has to be repeated, though nothing may change. */
  private boolean failed;

  /** Whether nothing has to be indexed before the next change. */
  private boolean current;

  /** Receives the results. Each call comes from the thread of {@link FolderWatch#run}. */
  public interface Listener {
    /** {@link FolderWatch#run} has compared the index with the folders. */
    void indexed(Report report) throws IOException;

    /**
     * The index could not be made to match the folders, or not all of their changes can be watched;
     * it will be tried again.
     */
    void failed(IOException failure);
  }

  /**
   * Makes a watch.
   *
   * @param directory the index's folder
   * @param options how to index; {@code rebuild} is done once, at first
   * @param folders as {@link DirectoryIndexer#index} takes them
   * @throws IOException if the system cannot watch folders
   */
  public FolderWatch(Path directory, IndexingOptions options, Collection<Path> folders)
      throws IOException {
    this.directory = directory;
    this.options = options;
    this.next = options;
    this.folders = List.copyOf(folders);
    this.service = FileSystems.getDefault().newWatchService();
  }

  /**
   * Indexes and watches from then on, so that {@link #run} begins by waiting for a change. Without
   * this it begins by indexing, and goes on where that fails.
   *
   * @param progress is told how far the run is
   * @return what was done
   * @throws IOException as {@link DirectoryIndexer#index} does
   */
  public Report index(IndexingProgress progress) throws IOException {
    failed = true;
    unheard = false;
    heard.clear();
    Report report = new DirectoryIndexer(directory, next).index(folders, progress, this::register);
    next = options.withRebuild(false);
    failed = report.isAnyGone();
    current = true;
    return report;
  }

  /** Indexes, and indexes again after each change, until closed or interrupted. */
  public void run(Listener listener) {
    try {
      while (true) {
        if (!current) {
          update(listener);
        }
        current = false;
        if (unheard) {
          listener.failed(
              new IOException(
                  "there are more folders than the system lets a program watch, so that changes are"
                      + " seen late; on Linux, raise fs.inotify.max_user_watches"));
        }
        await(failed || unheard);
      }
    } catch (ClosedWatchServiceException | InterruptedIOException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void update(Listener listener) throws InterruptedIOException {
    try {
      listener.indexed(index(IndexingProgress.NONE));
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      failed = true;
      listener.failed(e);
    }
  }

  /** Watches each folder before it is read, so that no change is missed. */
  private void register(Path folder) {
    try {
      folder.register(service, ALL);
      heard.put(folder, identity(folder));
    } catch (NoSuchFileException | NotDirectoryException e) {
      // It is gone already, as the walk will find.
      return;
    } catch (IOException e) {
      unheard = true;
    }
  }

  private static Object identity(Path folder) throws IOException {
    Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    return key == null ? folder : key;
  }

  private void await(boolean retry) throws InterruptedException {
    WatchKey key = service.poll(RETRY_MILLIS, TimeUnit.MILLISECONDS);
    while (key == null && !retry && !isReplaced()) {
      key = service.poll(RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
    while (key != null) {
      key.pollEvents();
      key.reset();
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      key = left <= 0 ? null : service.poll(Math.min(QUIET_MILLIS, left), TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Only the parent of a folder reports that it was moved, and parents of roots are not watched.
   */
  private boolean isReplaced() {
    for (Map.Entry<Path, Object> each : heard.entrySet()) {
      Path folder = each.getKey();
      try {
        if (!heard.containsKey(folder.getParent()) && !identity(folder).equals(each.getValue())) {
          return true;
        }
      } catch (IOException e) {
        return true;
      }
    }
    return false;
  }

  /**
   * Ends {@link #run}, from any thread. An indexing run under way is rolled back or completed; this
   * does not wait for it.
   */
  @Override
  public void close() throws IOException {
    service.close();
  }
}
