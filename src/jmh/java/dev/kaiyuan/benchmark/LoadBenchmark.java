package dev.kaiyuan.benchmark;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.server.ServedFolder;
import dev.kaiyuan.server.http.HttpServer;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Searches a second over HTTP, against the library in process with as many threads. The clients run
 * in the same process, so that they take from the same processors as they would on one machine.
 *
 * <pre>
 * mvn -Pbench test-compile exec:exec@load -Dindex=index -Dqueries=queries.tsv
 * </pre>
 */
final class LoadBenchmark {
  private static final int SECONDS = 8;

  private LoadBenchmark() {}

  private interface Client extends Closeable {
    void ask(String query) throws IOException;

    @Override
    default void close() throws IOException {}
  }

  private interface Clients {
    Client make() throws IOException;
  }

  /**
   * Prints a table.
   *
   * @param args an index, and a file of queries, each behind the last tab of its line
   */
  public static void main(String[] args) throws Exception {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    List<String> queries = ManyQueries.read(Path.of(args[1]));
    Path directory = Path.of(args[0]);
    AtomicInteger faults = new AtomicInteger();
    try (var searcher = ArticleSearcher.open(directory);
        var index = ServedFolder.open(directory, Translations.builtIn());
        var server =
            HttpServer.start(
                index, Path.of(""), "127.0.0.1", 0, fault -> faults.incrementAndGet())) {
      int port = URI.create(server.address()).getPort();
      Clients library =
          () ->
              query -> {
                if (searcher.search(SearchRequest.builder(query).snippets(3, 200).build()) == null) {
                  throw new IOException("no results");
                }
              };
      Clients http = () -> new Connection(port);
      new Load(library, 2).run(queries);
      new Load(http, 8).run(queries);
      System.out.println("| clients | library, /s | HTTP, /s | share | p50, ms | p99, ms | errors |");
      System.out.println("|---|---|---|---|---|---|---|");
      for (int clients : new int[] {1, 8, 64}) {
        Load own = new Load(library, clients).run(queries);
        Load over = new Load(http, clients).run(queries);
        System.out.printf(
            "| %d | %.0f | %.0f | %.0f %% | %.1f | %.1f | %d |%n",
            clients,
            own.rate(),
            over.rate(),
            100 * over.rate() / own.rate(),
            over.millis(50),
            over.millis(99),
            over.errors.get());
      }
    }
    System.out.printf("%nFaults of the server: %d.%n", faults.get());
  }

  /** Some clients that ask as fast as they are answered. */
  private static final class Load {
    private final Clients clients;
    private final int count;
    private final List<Long> nanos = new ArrayList<>();
    final AtomicInteger errors = new AtomicInteger();
    private double seconds;

    Load(Clients clients, int count) {
      this.clients = clients;
      this.count = count;
    }

    Load run(List<String> queries) throws InterruptedException {
      long start = System.nanoTime();
      long end = start + SECONDS * 1_000_000_000L;
      AtomicInteger next = new AtomicInteger();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        threads.add(Thread.ofPlatform().start(() -> ask(queries, next, end)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      seconds = (System.nanoTime() - start) / 1e9;
      return this;
    }

    private void ask(List<String> queries, AtomicInteger next, long end) {
      List<Long> own = new ArrayList<>();
      try (Client client = clients.make()) {
        while (System.nanoTime() < end) {
          long began = System.nanoTime();
          try {
            client.ask(queries.get(next.getAndIncrement() % queries.size()));
          } catch (IOException e) {
            errors.incrementAndGet();
          }
          own.add(System.nanoTime() - began);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      synchronized (nanos) {
        nanos.addAll(own);
      }
    }

    double rate() {
      return nanos.size() / seconds;
    }

    double millis(int hundredths) {
      return nanos.stream().sorted().toList().get((nanos.size() - 1) * hundredths / 100) / 1e6;
    }
  }

  /** A connection that is kept. */
  private static final class Connection implements Client {
    private final Socket socket;
    private final InputStream in;

    Connection(int port) throws IOException {
      socket = new Socket("127.0.0.1", port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    @Override
    public void ask(String query) throws IOException {
      String target = "/api/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
      socket
          .getOutputStream()
          .write(
              ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String status = line();
      int length = 0;
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.startsWith("Content-Length: ")) {
          length = Integer.parseInt(line.substring(16));
        }
      }
      in.skipNBytes(length);
      if (!status.endsWith("200 OK")) {
        throw new IOException(status);
      }
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new EOFException();
        }
        line.append((char) c);
      }
      return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
