package dev.kaiyuan.server.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that search: as many as there are processors, because a search is all computing. The
 * threads of connections, which are virtual ones, wait for them; too many are refused.
 */
final class Workers implements Closeable {
  private static final int MOST_WAITING = 512;
  private static final long LONGEST_SECONDS = 30;

  private final ThreadPoolExecutor threads;

  Workers() {
    AtomicInteger made = new AtomicInteger();
    int processors = Runtime.getRuntime().availableProcessors();
    threads =
        new ThreadPoolExecutor(
            processors,
            processors,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> {
              Thread thread = new Thread(work, "search-" + made.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** There is more to do than can be done in time. */
  static final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException(Throwable cause) {
      super(cause);
    }
  }

  /**
   * Does some work and returns what comes of it.
   *
   * @throws BusyException if too much waits already, or it takes too long
   * @throws IOException as the work does
   */
  <T> T run(Callable<T> work) throws IOException {
    Future<T> doing;
    try {
      doing = threads.submit(work);
    } catch (RejectedExecutionException e) {
      throw new BusyException(e);
    }
    try {
      return doing.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      // What has not begun never will; a search that has ends by itself, as its request says.
      doing.cancel(false);
      throw new BusyException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server is ending");
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    }
  }

  private static IOException unwrapped(Throwable cause) {
    switch (cause) {
      case IOException e -> {
        return e;
      }
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(cause);
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
