package dev.kaiyuan.finder;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/**
 * A thread that does the newest of what is asked; what was asked before and has not begun is
 * forgotten.
 */
final class Latest<T> implements Closeable {
  private final Thread thread;
  private @Nullable T asked;
  private boolean isClosed;

  /** Does one thing; what goes wrong is for it to tell. */
  interface Task<T> {
    void run(T asked);
  }

  Latest(String name, Task<T> task) {
    thread = new Thread(() -> work(task), name);
    thread.setDaemon(true);
    thread.start();
  }

  synchronized void ask(T newest) {
    asked = newest;
    notifyAll();
  }

  /** Whether something else is to be done than what is done now. */
  synchronized boolean isWaitedFor() {
    return asked != null || isClosed;
  }

  private void work(Task<T> task) {
    for (T next = next(); next != null; next = next()) {
      task.run(next);
    }
  }

  private synchronized @Nullable T next() {
    while (asked == null && !isClosed) {
      try {
        wait();
      } catch (InterruptedException e) {
        return null;
      }
    }
    T next = isClosed ? null : asked;
    asked = null;
    return next;
  }

  /** Waits until what has begun is done, and does no more. */
  @Override
  public void close() {
    synchronized (this) {
      isClosed = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
