package dev.kaiyuan.search.limit;

import java.io.IOException;
import java.time.Duration;

/** A search took longer than its request allows, and was given up. */
public final class SearchTimeoutException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Duration limit;

  /**
   * Makes an exception.
   *
   * @param limit the time that the search had
   */
  public SearchTimeoutException(Duration limit) {
    super("the search was not done within " + limit.toMillis() + " ms");
    this.limit = limit;
  }

  /** Returns the time that the search had. */
  public Duration limit() {
    return limit;
  }
}
