package dev.kaiyuan.cluster;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a request is tried.
 *
 * @param timeout the time that a node has to answer
 * @param rounds the number of times that all nodes are tried when the cluster is busy
 * @param roundsSlow the same when none answers in time
 * @param roundsAway the same when none can be reached
 * @param longest the time after which no further round begins
 * @param pause the pause behind the first round, which doubles behind each further one
 */
record Patience(
    Duration timeout,
    int rounds,
    int roundsSlow,
    int roundsAway,
    Duration longest,
    Duration pause) {
  private static final long LONGEST_PAUSE_MILLIS = 15_000;

  /**
   * For a person who waits: a busy cluster gets two more chances, one that is away or slow none.
   */
  static Patience toAsk(Duration timeout) {
    return new Patience(timeout, 3, 1, 1, Duration.ofSeconds(60), Duration.ofMillis(200));
  }

  /** For a run that may take hours: about two minutes, in which a node can start again. */
  static Patience toWrite(Duration timeout) {
    Duration least = Duration.ofSeconds(120);
    return new Patience(
        timeout.compareTo(least) < 0 ? least : timeout,
        13,
        3,
        13,
        Duration.ofMinutes(3),
        Duration.ofMillis(250));
  }

  /**
   * Whether a round was the last.
   *
   * @param round its number, from 0
   * @param most the number of rounds
   * @param start when the first began, by {@link System#nanoTime}
   */
  boolean isLast(int round, int most, long start) {
    return round + 1 >= most || System.nanoTime() - start > longest.toNanos();
  }

  /** Returns the pause in milliseconds behind a round from 0 on: half of it by chance. */
  long pauseMillis(int round) {
    long longest = Math.min(LONGEST_PAUSE_MILLIS, pause.toMillis() << Math.min(round, 20));
    return longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1);
  }
}
