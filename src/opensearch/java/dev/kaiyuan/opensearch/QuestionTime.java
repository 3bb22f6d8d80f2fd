package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time that a question has, all its steps together. Immutable. */
final class QuestionTime {
  private final long end;

  /** The limit that the request itself sets, which is told; null where the client only waits. */
  private final @Nullable Duration ofRequest;

  private QuestionTime(long end, @Nullable Duration ofRequest) {
    this.end = end;
    this.ofRequest = ofRequest;
  }

  /** Begins now. */
  static QuestionTime of(Duration clientWaits) {
    return new QuestionTime(System.nanoTime() + clientWaits.toNanos(), null);
  }

  /**
   * Returns the shorter of this and what a request allows from now on.
   *
   * @param limit the limit of the request, or null
   */
  QuestionTime within(@Nullable Duration limit) {
    if (limit == null) {
      return this;
    }
    long now = System.nanoTime();
    return limit.toNanos() < end - now ? new QuestionTime(now + limit.toNanos(), limit) : this;
  }

  /**
   * Returns what is left, at least a millisecond.
   *
   * @throws RefusedException if nothing is
   */
  Duration left() throws RefusedException {
    long left = end - System.nanoTime();
    if (left <= 0) {
      throw over("");
    }
    return Duration.ofMillis(Math.max(1, left / 1_000_000));
  }

  /**
   * Returns why a question is not answered, whose time is over.
   *
   * @param shard the shard that did not answer, with its node
   */
  RefusedException over(String shard) {
    return ofRequest == null
        ? new RefusedException(Refusal.Kind.SLOW, shard)
        : new RefusedException(Refusal.Kind.TIMEOUT, Long.toString(ofRequest.toMillis()));
  }
}
