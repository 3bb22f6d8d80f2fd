package dev.kaiyuan.search.limit;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/** When a search is to be given up. Lucene asks it between pieces of work. */
public final class Deadline implements QueryTimeout {
  private final Duration limit;
  private final long end;

  /** Makes one that comes so long after now. */
  public Deadline(Duration limit) {
    this.limit = limit;
    end = System.nanoTime() + limit.toNanos();
  }

  /** A time is over. Unchecked, for it ends the search from within Lucene. */
  public static final class OverException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration limit;

    OverException(Duration limit) {
      this.limit = limit;
    }

    public SearchTimeoutException told() {
      return new SearchTimeoutException(limit);
    }
  }

  /**
   * Goes on, or ends the search: what Lucene would do by itself is to answer with a part of what
   * there is, as if that were all.
   */
  @Override
  public boolean shouldExit() {
    if (System.nanoTime() - end > 0) {
      throw new OverException(limit);
    }
    return false;
  }
}
