package dev.kaiyuan.benchmark;

import com.sun.management.ThreadMXBean;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long does a search take in a program that stays? Asks each query of a file of ours, with
 * translations and without, and of what plain Lucene makes of the same articles, once each has been
 * asked for as long as the compiler needs. Each has the processor's caches to itself, as in a
 * program, for one round of all queries; the rounds take turns, so that what else the machine does
 * falls on all alike. Times are the thread's own.
 */
final class WarmSearchBenchmark {
  private static final int WARM_UP_SECONDS = 20;
  private static final int ROUNDS = 2;
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
   * @param asked a file of queries, each behind the last tab of its line
   * @param ours our index of some articles
   * @param theirs plain Lucene's
   */
  static void run(Path asked, Path ours, Path theirs) throws IOException, InterruptedException {
    List<String> queries = new ArrayList<>();
    for (String line : Files.readAllLines(asked)) {
      queries.add(line.substring(line.lastIndexOf('\t') + 1));
    }
    try (var articles = ArticleSearcher.open(ours);
        var plain = new PlainLucene(theirs)) {
      measure(
          queries,
          query -> articles.search(SearchRequest.builder(query).limit(HITS).build()).hits().size(),
          query ->
              articles
                  .search(SearchRequest.builder(query).limit(HITS).translate(false).build())
                  .hits()
                  .size(),
          query -> plain.search(query, HITS).size());
    }
  }

  private static void measure(List<String> queries, Engine kaiyuan, Engine typed, Engine lucene)
      throws IOException, InterruptedException {
    Run ours = new Run();
    Run asTyped = new Run();
    Run theirs = new Run();
    warmUp(kaiyuan, queries, WARM_UP_SECONDS);
    warmUp(lucene, queries, WARM_UP_SECONDS);
    for (int round = 0; round < ROUNDS; round++) {
      ours.measure(kaiyuan, queries);
      asTyped.measure(typed, queries);
      theirs.measure(lucene, queries);
    }
    System.out.printf("| warm search, %d queries | p50, ms | p90, ms | p99, ms | KB |%n", queries.size());
    System.out.println("|---|---|---|---|---|");
    ours.print("Kaiyuan");
    asTyped.print("Kaiyuan, without translations");
    theirs.print("Lucene + SmartCN");
    System.out.printf(
        "%nOf plain Lucene's time: %.2f. Of its own without translations: %.2f.%n",
        ours.total() / theirs.total(), ours.total() / asTyped.total());
    for (int threads = 1; threads <= Runtime.getRuntime().availableProcessors(); threads *= 2) {
      double each = throughput(threads, kaiyuan, queries);
      System.out.printf("%d threads: %.0f queries a second.%n", threads, each);
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

  /** What each search took. */
  static final class Run {
    private final List<Double> milliseconds = new ArrayList<>();
    private double kilobytes;

    void measure(Engine engine, List<String> queries) throws IOException {
      for (String query : queries) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        engine.search(query);
        milliseconds.add((THREADS.getCurrentThreadCpuTime() - time) / 1e6);
        kilobytes += (THREADS.getCurrentThreadAllocatedBytes() - bytes) / 1e3;
      }
    }

    double total() {
      return milliseconds.stream().mapToDouble(each -> each).sum();
    }

    /** The time that so many hundredths of the searches took at most. */
    double percentile(int hundredths) {
      return milliseconds.stream().sorted().toList().get(milliseconds.size() * hundredths / 100);
    }

    /** What a search allocated in the mean. */
    double kilobytes() {
      return kilobytes / milliseconds.size();
    }

    void print(String name) {
      System.out.printf(
          "| %s | %.2f | %.2f | %.2f | %.0f |%n",
          name, percentile(50), percentile(90), percentile(99), kilobytes());
    }
  }
}
