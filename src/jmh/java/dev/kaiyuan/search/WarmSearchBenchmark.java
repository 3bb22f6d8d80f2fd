package dev.kaiyuan.search;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long does a search take in a program that stays? Asks each query of a file over and over, of
 * this index and of what plain Lucene makes of the same articles, query by query in turn, so that
 * what else the machine does falls on both alike. Times are the thread's own.
 *
 * <pre>
 * mvn -Pbench test-compile exec:exec@warm-search -Dfolder=articles -Dindex=index -Dqueries=queries.tsv
 * </pre>
 */
final class WarmSearchBenchmark {
  private static final int WARM_UP = 4;
  private static final int HITS = 10;
  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private WarmSearchBenchmark() {}

  private interface Engine {
    int search(String query) throws IOException;
  }

  /**
   * Prints a table.
   *
   * @param args the folder of articles for plain Lucene, the index of the same articles, and a file
   *     of queries, the text of each behind the last tab of its line
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> queries = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[2]))) {
      queries.add(line.substring(line.lastIndexOf('\t') + 1));
    }
    try (var plain = new PlainLucene(Path.of(args[0]));
        var articles = ArticleSearcher.open(Path.of(args[1]))) {
      Engine kaiyuan =
          query -> articles.search(SearchRequest.of(query).withLimit(HITS)).hits().size();
      Engine lucene = query -> plain.search(query, HITS);
      Run ours = new Run(queries.size());
      Run theirs = new Run(queries.size());
      for (int round = 0; round <= WARM_UP; round++) {
        for (int i = 0; i < queries.size(); i++) {
          ours.measure(i, kaiyuan, queries.get(i));
          theirs.measure(i, lucene, queries.get(i));
        }
      }
      System.out.printf("%d queries, Java %s%n", queries.size(), Runtime.version());
      System.out.println("            p50 ms  p90 ms  p99 ms   KB a query");
      ours.print("kaiyuan");
      theirs.print("lucene");
      System.out.printf("ratio %.2f of plain Lucene's time%n", ours.total() / theirs.total());
      for (int threads : new int[] {1, 2}) {
        System.out.printf(
            "%d threads: %.0f queries a second%n", threads, throughput(threads, kaiyuan, queries));
      }
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

  /** The last time that each query took. */
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
          "%-10s %7.2f %7.2f %7.2f %12.0f%n",
          name,
          sorted[sorted.length / 2],
          sorted[sorted.length * 9 / 10],
          sorted[sorted.length * 99 / 100],
          Arrays.stream(kilobytes).average().orElse(0));
    }
  }
}
