package dev.kaiyuan.benchmark;

import com.sun.management.ThreadMXBean;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long does a search take in a program that stays? Asks each query of a file of ours and of what
 * plain Lucene makes of the same articles, in turn query by query, so that what else the machine
 * does falls on both alike, once both have been asked for as long as the compiler needs. Times are
 * the thread's own.
 */
final class WarmSearchBenchmark {
  private static final int WARM_UP_SECONDS = 25;
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
   * @param args a folder of articles, and a file of queries, each behind the last tab of its line
   */
  public static void main(String[] args) throws Exception {
    List<String> queries = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[1]))) {
      queries.add(line.substring(line.lastIndexOf('\t') + 1));
    }
    try (var scratch = new ScratchFolder()) {
      Path folder = Path.of(args[0]);
      Path ours = scratch.path().resolve("kaiyuan");
      Path theirs = scratch.path().resolve("lucene");
      new DirectoryIndexer(ours, IndexingOptions.REFRESH)
          .index(List.of(folder), IndexingProgress.NONE);
      PlainLucene.index(folder, theirs);
      try (var articles = ArticleSearcher.open(ours);
          var plain = new PlainLucene(theirs)) {
        measure(
            queries,
            query -> articles.search(SearchRequest.of(query).withLimit(HITS)).hits().size(),
            query -> plain.search(query, HITS).size());
      }
    }
  }

  private static void measure(List<String> queries, Engine kaiyuan, Engine lucene)
      throws IOException, InterruptedException {
    Run ours = new Run(queries.size());
    Run theirs = new Run(queries.size());
    warmUp(kaiyuan, queries, WARM_UP_SECONDS);
    warmUp(lucene, queries, WARM_UP_SECONDS);
    for (int i = 0; i < queries.size(); i++) {
      ours.measure(i, kaiyuan, queries.get(i));
      theirs.measure(i, lucene, queries.get(i));
    }
    System.out.printf("| warm search, %d queries | p50, ms | p90, ms | p99, ms | KB |%n", queries.size());
    System.out.println("|---|---|---|---|---|");
    ours.print("Kaiyuan");
    theirs.print("Lucene + SmartCN");
    System.out.printf("%nOf plain Lucene's time: %.2f.%n", ours.total() / theirs.total());
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

  /** What each query took. */
  private static final class Run {
    private final double[] milliseconds;
    private final double[] kilobytes;

    Run(int queries) {
      milliseconds = new double[queries];
      kilobytes = new double[queries];
    }

    void measure(int i, Engine engine, String query) throws IOException {
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long time = THREADS.getCurrentThreadCpuTime();
      engine.search(query);
      milliseconds[i] = (THREADS.getCurrentThreadCpuTime() - time) / 1e6;
      kilobytes[i] = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / 1e3;
    }

    double total() {
      return Arrays.stream(milliseconds).sum();
    }

    void print(String name) {
      double[] sorted = milliseconds.clone();
      Arrays.sort(sorted);
      System.out.printf(
          "| %s | %.2f | %.2f | %.2f | %.0f |%n",
          name,
          sorted[sorted.length / 2],
          sorted[sorted.length * 9 / 10],
          sorted[sorted.length * 99 / 100],
          Arrays.stream(kilobytes).average().orElse(0));
    }
  }
}
