package dev.kaiyuan.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.cluster.wire.Answer;
import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.Question;
import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.ShardSearcher;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * A server that answers questions as a node with the plugin does, over the index in a folder; or as
 * it is told to, for what no test can make a real node do.
 */
final class FolderNode implements Closeable {
  private final HttpServer server;
  private final Path index;
  private final ArticleSearcher searcher;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> logins = Collections.synchronizedList(new ArrayList<>());
  private String sources = "[]";
  private boolean silent;
  private boolean halting;

  private record Reply(int status, String body) {}

  private FolderNode(HttpServer server, Path index) throws IOException {
    this.server = server;
    this.index = index;
    searcher = ArticleSearcher.open(index, Translations.builtIn());
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static FolderNode over(Path index) throws IOException {
    return new FolderNode(HttpServer.create(anyPort(), 0), index);
  }

  static FolderNode over(Path index, SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new FolderNode(server, index);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Returns the host and the port. */
  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers the next question to the plugin so. */
  FolderNode next(int status, String body) {
    replies.add(new Reply(status, body));
    return this;
  }

  /** Says that a person put folders into the index. */
  FolderNode holding(Source source) {
    sources = "[{\"_source\":" + new String(Wire.write(source), UTF_8) + "}]";
    return this;
  }

  /** Takes requests from now on, and answers none. */
  void fallSilent() {
    silent = true;
  }

  /** Sends from now on the head of each answer, and half of its body. */
  void haltInAnswers() {
    halting = true;
  }

  /** Returns the requests so far, as {@code POST /articles/_kaiyuan/search}. */
  List<String> requests() {
    return requests;
  }

  /** Returns the headers {@code Authorization} so far. */
  List<String> logins() {
    return logins;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestMethod() + " " + path);
    logins.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (silent) {
      return;
    }
    Reply reply = path.endsWith(".sources/_search") ? null : replies.poll();
    if (reply != null) {
      send(exchange, reply.status, reply.body.getBytes(UTF_8));
    } else if (path.endsWith(".sources/_search")) {
      send(exchange, 200, ("{\"hits\":{\"hits\":" + sources + "}}").getBytes(UTF_8));
    } else {
      Record answer = answer(path.substring(path.lastIndexOf('/') + 1), body);
      send(exchange, 200, Wire.write(answer));
    }
  }

  private void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (halting) {
      exchange.getResponseBody().write(body, 0, body.length / 2);
      exchange.getResponseBody().flush();
      return;
    }
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Record answer(String word, byte[] body) throws IOException {
    return switch (Endpoint.valueOf(word.toUpperCase(Locale.ROOT))) {
      case VERSION ->
          new Answer.Version(Endpoint.PROTOCOL, IndexSchema.VERSION, "1", "c", Depth.OFF);
      case SEARCH -> {
        Question.Search asked = Wire.read(body, Question.Search.class);
        try (Directory directory = FSDirectory.open(index);
            DirectoryReader reader = DirectoryReader.open(directory)) {
          yield new ShardSearcher(reader, CommitData.of(reader))
              .search(
                  asked.request(),
                  asked.like(),
                  asked.facets(),
                  Translations.builtInWith(asked.glossary()),
                  asked.vectors());
        }
      }
      case ARTICLE ->
          new Answer.Article(searcher.article(Wire.read(body, Question.Article.class).path()));
      case PATHS -> new Answer.Names(searcher.paths());
      case ARTICLES -> new Answer.Names(searcher.articlePaths());
      case STATISTICS -> searcher.statistics();
      case WORDS -> new Answer.Words(UserDictionary.none().lines());
      case COMPLETIONS -> {
        Question.Completions asked = Wire.read(body, Question.Completions.class);
        yield new Answer.Names(searcher.completions(asked.prefix(), asked.limit()));
      }
      case MARKER, FILES -> throw new IllegalArgumentException(word);
    };
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.shutdownNow();
    searcher.close();
  }
}
