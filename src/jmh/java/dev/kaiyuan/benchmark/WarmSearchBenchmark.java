package dev.kaiyuan.benchmark;

import com.sun.management.ThreadMXBean;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long does a search take in a program that stays? Asks each query of a file, with translations
 * and without, once each has been asked for as long as the compiler needs. The rounds take turns, so
 * that what else the machine does falls on both alike. Times are by the clock: a search works in
 * several threads.
 */
final class WarmSearchBenchmark {
  private static final int WARM_UP_SECONDS = 15;
  private static final int ROUNDS = 5;
  private static final int HITS = 10;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private WarmSearchBenchmark() {}

  /** What is asked. */
  interface Engine {
    int search(String query) throws IOException;
  }

  /**
   * Prints a table.
   *
   * @param args an index, and a file of queries, each behind the last tab of its line
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> queries = ManyQueries.read(Path.of(args[1]));
    try (ArticleSearcher articles = ArticleSearcher.open(Path.of(args[0]))) {
      measure(queries, engine(articles, true), engine(articles, false));
    }
  }

  /** Asks for ten hits with their snippets. */
  static Engine engine(ArticleSearcher articles, boolean translates) {
    return query ->
        articles
            .search(SearchRequest.builder(query).limit(HITS).translate(translates).build())
            .hits()
            .size();
  }

  private static void measure(List<String> queries, Engine kaiyuan, Engine typed)
      throws IOException, InterruptedException {
    warmUp(kaiyuan, queries, WARM_UP_SECONDS);
    Run ours = new Run(queries);
    Run asTyped = new Run(queries);
    for (int round = 0; round < ROUNDS; round++) {
      ours.measure(kaiyuan);
      asTyped.measure(typed);
    }
    System.out.printf(
        "| warm search, %,d queries | p50, ms | p90, ms | p99, ms | KB |%n", queries.size());
    System.out.println("|---|---|---|---|---|");
    ours.print("Kaiyuan");
    asTyped.print("Kaiyuan, without translations");
    System.out.printf("%nEach query's time is the median of %d.%n", ROUNDS);
    for (int clients = 1; clients <= Runtime.getRuntime().availableProcessors(); clients *= 2) {
      System.out.printf(
          "%d at a time: %.0f queries a second.%n", clients, throughput(clients, kaiyuan, queries));
    }
  }

  /** Asks the queries over and over for some time. */
  static void warmUp(Engine engine, List<String> queries, int seconds) throws IOException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    for (int i = 0; System.nanoTime() < end; i++) {
      engine.search(queries.get(i % queries.size()));
    }
  }

  private static double throughput(int count, Engine engine, List<String> queries)
      throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().start(() -> askAll(engine, queries)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return count * queries.size() * 1e9 / (System.nanoTime() - start);
  }

  private static void askAll(Engine engine, List<String> queries) {
    try {
      for (String query : queries) {
        engine.search(query);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What each query took, in several rounds. */
  static final class Run {
    private final List<String> queries;
    private final List<List<Double>> milliseconds = new ArrayList<>();
    private int rounds;
    private long bytes;

    Run(List<String> queries) {
      this.queries = queries;
      queries.forEach(query -> milliseconds.add(new ArrayList<>()));
    }

    /** Asks each query once more. */
    void measure(Engine engine) throws IOException {
      long before = THREADS.getTotalThreadAllocatedBytes();
      for (int i = 0; i < queries.size(); i++) {
        long start = System.nanoTime();
        engine.search(queries.get(i));
        milliseconds.get(i).add((System.nanoTime() - start) / 1e6);
      }
      bytes += THREADS.getTotalThreadAllocatedBytes() - before;
      rounds++;
    }

    /** The time that so many hundredths of the queries take at most. */
    double percentile(int hundredths) {
      List<Double> each = milliseconds.stream().map(ProgramBenchmark::median).sorted().toList();
      return each.get(each.size() * hundredths / 100);
    }

    /** What a search allocates in the mean. */
    double kilobytes() {
      return bytes / 1e3 / rounds / queries.size();
    }

    void print(String name) {
      System.out.printf(
          "| %s | %.2f | %.2f | %.2f | %,.0f |%n",
          name, percentile(50), percentile(90), percentile(99), kilobytes());
    }
  }
}
