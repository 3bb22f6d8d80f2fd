package dev.kaiyuan.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits until something changes in folders or in any folder below them. */
final class FolderWatch implements Closeable {
  private static final long QUIET_MILLIS = 300;

  private final WatchService service;
  private final Collection<Path> roots;
  private final Path except;
  private final Set<Path> watched = new HashSet<>();

  /**
   * Watches from now on.
   *
   * @param roots the folders
   * @param except a folder below them that is not watched, such as the index itself
   */
  FolderWatch(Collection<Path> roots, Path except) throws IOException {
    this.roots = roots;
    this.except = except.toRealPath();
    this.service = this.except.getFileSystem().newWatchService();
    watchAll();
  }

  /** Takes in folders that are new; one that was removed has left by itself. */
  private void watchAll() throws IOException {
    for (Path root : roots) {
      if (!Files.isDirectory(root)) {
        continue;
      }
      Files.walkFileTree(
          root.toRealPath(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
              if (folder.equals(except) || isHidden(folder)) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              if (watched.add(folder)) {
                folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }

  private boolean isHidden(Path folder) {
    return folder.getFileName() != null
        && folder.getFileName().toString().startsWith(".")
        && !roots.contains(folder);
  }

  /** Waits for a change and then for quiet. Returns false when the thread was interrupted. */
  boolean await() throws IOException {
    try {
      WatchKey key = service.take();
      while (key != null) {
        key.pollEvents();
        if (!key.reset()) {
          watched.remove((Path) key.watchable());
        }
        key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      }
      watchAll();
      return true;
    } catch (InterruptedException | ClosedWatchServiceException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
