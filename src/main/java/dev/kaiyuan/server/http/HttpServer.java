package dev.kaiyuan.server.http;

import dev.kaiyuan.output.Messages;
import dev.kaiyuan.server.Answers;
import dev.kaiyuan.server.ServedIndex;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Serves an index to browsers and programs.
 *
 * <pre>{@code
 * try (var index = ServedFolder.open(Path.of("index"), Translations.builtIn());
 *     var server = HttpServer.start(index, Path.of(""), "127.0.0.1", 7788, fault -> {})) {
 *   System.out.println(server.address());
 *   server.join();
 * }
 * }</pre>
 *
 * <p>Where it listens on another address than this machine's own, it asks for a token, which {@link
 * #address()} has. What it says is not encrypted: TLS belongs in front of it. Thread-safe.
 */
public final class HttpServer implements Closeable {
  private static final int MOST_HEADER_BYTES = 16 << 10;
  private static final int MOST_CONNECTIONS = 4096;
  private static final int MOST_THREADS = 64;
  private static final long IDLE_MILLIS = 30_000;
  private static final long STOP_MILLIS = 1_500;

  private final Server server;
  private final ServerConnector connector;
  private final Workers workers;
  private final @Nullable String token;

  private HttpServer(
      Server server, ServerConnector connector, Workers workers, @Nullable String token) {
    this.server = server;
    this.connector = connector;
    this.workers = workers;
    this.token = token;
  }

  /**
   * Starts to serve.
   *
   * @param index the index, which stays open when the server is closed
   * @param folder the folder from which the paths in answers lead to the articles
   * @param host the address to listen on
   * @param port the port, or 0 for any that is free
   * @param faults is told of every request that failed by a fault of the program
   * @throws UnknownHostException if there is no such address
   * @throws BindException if the port is taken, or the address is none of this machine's
   * @throws IOException if the server can't start otherwise
   */
  public static HttpServer start(
      ServedIndex index, Path folder, String host, int port, Consumer<Throwable> faults)
      throws IOException {
    InetAddress address = InetAddress.getByName(host);
    String token = address.isLoopbackAddress() ? null : Guard.newToken();
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
    threads.setName("http");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1, protocol());
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(1024);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
    server.setStopTimeout(STOP_MILLIS);
    server.setErrorHandler(HttpServer::refuse);
    open(connector);
    Workers workers = new Workers();
    Metrics metrics = new Metrics();
    Routes routes = new Routes(index, new Answers(index, folder), workers, metrics);
    Guard guard = new Guard(names(host), token, connector.getLocalPort());
    server.setHandler(new GracefulHandler(new Door(guard, routes, metrics, faults)));
    HttpServer started = new HttpServer(server, connector, workers, token);
    try {
      server.start();
    } catch (Exception e) {
      started.close();
      throw e instanceof IOException io ? io : new IOException(e);
    }
    return started;
  }

  private static ConnectionFactory protocol() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
    return new HttpConnectionFactory(http);
  }

  private static void open(ServerConnector connector) throws IOException {
    try {
      connector.open();
    } catch (IOException e) {
      throw e.getCause() instanceof BindException cause ? cause : e;
    }
  }

  private static Set<String> names(String host) throws UnknownHostException {
    Set<String> names = new HashSet<>();
    names.add(host.toLowerCase(Locale.ROOT));
    try {
      names.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
    } catch (UnknownHostException unnamed) {
      // A machine that does not know its own name is reached by its address.
      return names;
    }
    return names;
  }

  /** Answers what is refused before it comes to the door: it is no HTTP, or too much. */
  private static boolean refuse(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Problem problem = new Problem(status, Messages.in("en").text("http.refused"));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    response.write(true, ByteBuffer.wrap(problem.json()), callback);
    return true;
  }

  /** Returns the address of the page, with the token where one is needed. */
  public String address() {
    String host = connector.getHost();
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    String address = "http://" + name + ":" + connector.getLocalPort() + "/";
    return token == null ? address : address + "?token=" + token;
  }

  /** Returns whether a token is needed. */
  public boolean needsToken() {
    return token != null;
  }

  /** Waits until the server is closed. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Ends what is under way, for at most two seconds, and listens no more. */
  @Override
  public void close() throws IOException {
    workers.close();
    try {
      server.stop();
    } catch (TimeoutException e) {
      // What was under way for too long, as a request that is half sent, is cut off by now.
      return;
    } catch (Exception e) {
      throw e instanceof IOException io ? io : new IOException(e);
    }
  }
}
