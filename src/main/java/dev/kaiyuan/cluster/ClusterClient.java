package dev.kaiyuan.cluster;

import dev.kaiyuan.cluster.ClusterException.Problem;
import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.MalformedMessageException;
import dev.kaiyuan.cluster.wire.Wire;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the nodes of a cluster: to the one that answered last, and when that fails to
 * one after the other. Thread-safe.
 *
 * <p>The JDK's own client, since a dozen requests need no more: OpenSearch's Java client would add
 * some twenty jars, and jackson-databind among them, to send what {@link Wire} writes as well.
 */
final class ClusterClient implements AutoCloseable {
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  private final ClusterAddress address;
  private final ClusterAccess access;
  private final Refused refused;
  private final HttpClient http;

  /** The node that answered last. */
  private final AtomicInteger current = new AtomicInteger();

  /**
   * Makes a client; nothing is sent yet.
   *
   * @throws ClusterException if a password would be sent without encryption to another machine
   */
  ClusterClient(ClusterAddress address, ClusterAccess access) throws ClusterException {
    this.address = address;
    this.access = access;
    refused = new Refused(address);
    if (access.authorization() != null) {
      for (URI node : address.nodes()) {
        if (!node.getScheme().equals("https") && !isThisMachine(node.getHost())) {
          throw new ClusterException(Problem.PLAIN_PASSWORD, node.toString());
        }
      }
    }
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TO_CONNECT);
    if (access.trust() != null) {
      builder.sslContext(access.trust());
    }
    http = builder.build();
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // The first request says that there is no such host.
    }
  }

  /**
   * A request.
   *
   * @param path what follows the address of a node
   * @param type the type of the body, or null without one
   */
  record Call(String method, String path, @Nullable String type, byte[] body) {
    static final String JSON = "application/json";

    static Call get(String path) {
      return new Call("GET", path, null, new byte[0]);
    }

    static Call json(String method, String path, byte[] body) {
      return new Call(method, path, JSON, body);
    }
  }

  ClusterAddress address() {
    return address;
  }

  Refused refused() {
    return refused;
  }

  Patience toAsk() {
    return Patience.toAsk(access.timeout());
  }

  Patience toWrite() {
    return Patience.toWrite(access.timeout());
  }

  /** Asks the plugin. */
  <T extends Record> T ask(Endpoint endpoint, Record question, Class<T> answer) throws IOException {
    return ask(endpoint, question, answer, toAsk());
  }

  <T extends Record> T ask(Endpoint endpoint, Record question, Class<T> answer, Patience patience)
      throws IOException {
    // The cluster gives up earlier, for it can say what did not answer.
    Duration waits = patience.timeout().multipliedBy(9).dividedBy(10);
    String path = endpoint.address(address.index(), waits);
    return read(send(Call.json("POST", path, Wire.write(question)), patience), answer);
  }

  /** Reads what the cluster answered. */
  <T extends Record> T read(byte[] body, Class<T> type) throws ClusterException {
    try {
      return Wire.read(body, type);
    } catch (MalformedMessageException e) {
      throw new ClusterException(e, Problem.NO_CLUSTER, address.listed());
    }
  }

  /** What a node answered. */
  record Reply(int status, byte[] body) {}

  /**
   * Sends a request until a node has done it.
   *
   * @return the body of the answer
   * @throws ClusterException if the cluster refuses it, or no node answers in time
   */
  byte[] send(Call call, Patience patience) throws IOException {
    return send(call, patience, Set.of()).body();
  }

  /**
   * Sends a request until a node has done it, or answers as the caller expects.
   *
   * @param expected the statuses above 299 that the caller understands
   */
  Reply send(Call call, Patience patience, Set<Integer> expected) throws IOException {
    long start = System.nanoTime();
    for (int round = 0; ; round++) {
      Failures met = new Failures();
      Reply reply = tryAll(call, patience, expected, met);
      if (reply != null) {
        return reply;
      }
      if (patience.isLast(round, met.rounds(patience), start)) {
        throw met.worst();
      }
      pause(patience.pauseMillis(round));
    }
  }

  /**
   * Creates an index; one that is there already stays as it is.
   *
   * @param path its name behind a slash
   */
  void create(String path, String settings) throws IOException {
    // What is written before there is a second copy is lost for a while with the node of the first.
    String patient = path + "?wait_for_active_shards=all&timeout=15s";
    Call put = Call.json("PUT", patient, settings.getBytes(StandardCharsets.UTF_8));
    Reply reply = send(put, toWrite(), Set.of(400));
    if (reply.status() == 400
        && !ErrorBody.cause(reply.body()).is("resource_already_exists_exception")) {
      throw refused.of(address.nodes().get(current.get()), 400, reply.body());
    }
  }

  /** Deletes an index, if there is one. */
  void delete(String path) throws IOException {
    send(new Call("DELETE", path + "?ignore_unavailable=true", null, new byte[0]), toWrite());
  }

  /** Makes all that was written to an index visible, if there is one. */
  void refresh(String path) throws IOException {
    String all = path + "/_refresh?ignore_unavailable=true";
    send(new Call("POST", all, null, new byte[0]), toWrite());
  }

  static void pause(long millis) throws InterruptedIOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static InterruptedIOException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    InterruptedIOException interrupted = new InterruptedIOException("interrupted");
    interrupted.initCause(cause);
    return interrupted;
  }

  /** Tries each node once; returns null if none has done it, but may do it later. */
  private @Nullable Reply tryAll(Call call, Patience patience, Set<Integer> expected, Failures met)
      throws IOException {
    List<URI> nodes = address.nodes();
    int first = current.get();
    for (int i = 0; i < nodes.size(); i++) {
      int at = (first + i) % nodes.size();
      URI node = nodes.get(at);
      HttpResponse<byte[]> response = exchange(node, call, patience, met);
      if (response == null) {
        continue;
      }
      int status = response.statusCode();
      if (status < 300 || expected.contains(status)) {
        current.set(at);
        return new Reply(status, response.body());
      }
      IOException refusal = refused.of(node, status, response.body());
      if (!isPassing(refusal)) {
        throw refusal;
      }
      met.refusal = refusal;
    }
    return null;
  }

  /** Returns what a node answers, or null if it does not, which is kept. */
  private @Nullable HttpResponse<byte[]> exchange(
      URI node, Call call, Patience patience, Failures met) throws InterruptedIOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request(node, call), HttpResponse.BodyHandlers.ofByteArray());
    try {
      // The client's own timeout ends with the headers: a body may come in pieces without end.
      return answer.get(patience.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw interrupted(e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      String seconds = Long.toString(patience.timeout().toSeconds());
      met.slow = new ClusterException(e, Problem.SLOW, address.listed(), seconds);
    } catch (ExecutionException e) {
      keep(node, e.getCause(), met);
    }
    return null;
  }

  private void keep(URI node, Throwable failure, Failures met) {
    switch (failure) {
      case SSLException e ->
          met.certificate =
              new ClusterException(e, Problem.CERTIFICATE, node.toString(), last(e).getMessage());
      case IOException e ->
          met.away =
              new ClusterException(e, Problem.UNREACHABLE, address.listed(), reason(node, e));
      case Error e -> throw e;
      case RuntimeException e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  private static boolean isPassing(IOException refusal) {
    return refusal instanceof ClusterException e
        && (e.problem() == Problem.BUSY || e.problem() == Problem.RED);
  }

  private HttpRequest request(URI node, Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node + call.path()))
            .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
    if (call.type() != null) {
      request.header("Content-Type", call.type());
    }
    String authorization = access.authorization();
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return request.build();
  }

  /** The last cause says the most: why a path of certificates could not be built. */
  private static Throwable last(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last;
  }

  /** The JDK's client says nothing itself of a host that is not there. */
  private static String reason(URI node, IOException met) {
    Throwable last = last(met);
    if (last instanceof UnresolvedAddressException) {
      return "unknown host " + node.getHost();
    }
    if (met instanceof ConnectException && met.getMessage() == null) {
      return "connection refused";
    }
    String said = last.getMessage();
    return said != null ? said : met.getMessage() != null ? met.getMessage() : met.toString();
  }

  /** What was met on the nodes of one round. */
  private static final class Failures {
    @Nullable IOException refusal;
    @Nullable IOException certificate;
    @Nullable IOException slow;
    @Nullable IOException away;

    int rounds(Patience patience) {
      return refusal != null
          ? patience.rounds()
          : certificate != null ? 1 : slow != null ? patience.roundsSlow() : patience.roundsAway();
    }

    /** A node that answers says more than one that does not. */
    IOException worst() {
      return refusal != null
          ? refusal
          : certificate != null ? certificate : slow != null ? slow : Objects.requireNonNull(away);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
