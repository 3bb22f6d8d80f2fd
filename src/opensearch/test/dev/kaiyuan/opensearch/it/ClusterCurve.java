package dev.kaiyuan.opensearch.it;

import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Prints what growing collections take in a folder's index, on one node and on three: {@code
 * ClusterCurve queries folder…}, with a file of queries, each behind the last tab of its line.
 *
 * <p>All nodes are in this JVM and share its processors with the clients. The program that fills an
 * index is a process of its own, as it is for a person.
 */
final class ClusterCurve {
  private static final int WARM_UP_SECONDS = 15;
  private static final int SECONDS = 10;

  private final List<String> queries;
  private final Path scratch;

  private ClusterCurve(List<String> queries, Path scratch) {
    this.queries = queries;
    this.scratch = scratch;
  }

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    List<String> queries = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      queries.add(line.substring(line.lastIndexOf('\t') + 1));
    }
    ClusterCurve curve = new ClusterCurve(queries, Files.createTempDirectory("kaiyuan"));
    System.out.println(
        "| text, MB | index in | filled in, s | MB | 1 client: p50, ms | p99, ms | a second"
            + " | 16 clients: p50, ms | p99, ms | a second |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (String folder : Arrays.asList(arguments).subList(1, arguments.length)) {
      curve.inFolder(Path.of(folder));
      curve.inCluster(Path.of(folder), 1, 1, 0);
      curve.inCluster(Path.of(folder), 3, 3, 1);
    }
  }

  private void inFolder(Path articles) throws Exception {
    Path index = scratch.resolve("index-" + articles.getFileName());
    double seconds = fill(articles, index.toString());
    try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
      print(articles, "a folder", seconds, size(index), searcher);
    }
  }

  private void inCluster(Path articles, int nodes, int shards, int replicas) throws Exception {
    Path home = scratch.resolve("cluster-" + articles.getFileName() + "-" + nodes);
    try (TestCluster cluster = TestCluster.start(home, nodes)) {
      String index = String.join(",", cluster.addresses()) + "/curve";
      double seconds = fill(articles, index, "--shards", "" + shards, "--replicas", "" + replicas);
      cluster.require("GET", "/_cluster/health/curve?wait_for_status=green&timeout=10m", "");
      String store =
          cluster.require(
              "GET", "/curve/_stats/store?filter_path=_all.total.store.size_in_bytes", "");
      long bytes = Long.parseLong(store.replaceAll("\\D", ""));
      String place =
          nodes == 1
              ? "one node, one shard"
              : nodes + " nodes, " + shards + " shards, each with a copy";
      try (ArticleSearcher searcher = ArticleSearcher.open(URI.create(index))) {
        print(articles, place, seconds, bytes, searcher);
      }
    }
  }

  /** Runs the program, and returns how long it took. */
  private static double fill(Path articles, String index, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.kaiyuan.cli.Main",
                "index",
                articles.toString(),
                "--index",
                index));
    command.addAll(List.of(options));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("exit code " + process.exitValue());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void print(
      Path articles, String place, double filled, long bytes, ArticleSearcher searcher)
      throws Exception {
    ask(searcher, 2, WARM_UP_SECONDS);
    StringBuilder row =
        new StringBuilder(
            "| %.0f | %s | %.0f | %.0f |"
                .formatted(size(articles) / 1e6, place, filled, bytes / 1e6));
    for (int clients : new int[] {1, 16}) {
      double[] millis = ask(searcher, clients, SECONDS);
      row.append(
          " %.1f | %.1f | %d |"
              .formatted(
                  millis[millis.length / 2],
                  millis[millis.length * 99 / 100],
                  millis.length / SECONDS));
    }
    System.out.println(row);
  }

  /** Lets clients ask as fast as they are answered, and returns how long each answer took. */
  private double[] ask(ArticleSearcher searcher, int clients, int seconds)
      throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    AtomicInteger next = new AtomicInteger();
    List<Double> millis = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (System.nanoTime() < end) {
                      String query = queries.get(next.getAndIncrement() % queries.size());
                      long start = System.nanoTime();
                      try {
                        searcher.search(SearchRequest.of(query));
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                      double taken = (System.nanoTime() - start) / 1e6;
                      synchronized (millis) {
                        millis.add(taken);
                      }
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return millis.stream().mapToDouble(each -> each).sorted().toArray();
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }
}
