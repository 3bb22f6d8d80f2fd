package dev.kaiyuan.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kaiyuan.cluster.ClusterException.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file is sent until the cluster has it, and no other file twice. */
class BulkRequestsTest {
  private static final String FLOOD =
      "index [articles] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark]";

  private HttpServer server;
  private ClusterClient client;
  private BulkRequests requests;

  /** What the next requests are answered; a status, or one for each file. */
  private final List<String> answers = new ArrayList<>();

  private final List<String> received = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/articles";
    client = new ClusterClient(ClusterAddress.of(address), ClusterAccess.of(Map.of(), Path.of("")));
    requests = new BulkRequests(client);
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    received.add(
        Pattern.compile("\"_id\":\"(.)\"")
            .matcher(body)
            .results()
            .map(id -> id.group(1))
            .collect(Collectors.joining()));
    String answer = answers.removeFirst();
    boolean whole = answer.matches("[0-9]{3}");
    byte[] reply = (whole ? "{}" : items(answer.split(" "))).getBytes(UTF_8);
    exchange.sendResponseHeaders(whole ? Integer.parseInt(answer) : 200, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  private static String items(String... results) {
    List<String> items = new ArrayList<>();
    for (String result : results) {
      String[] parts = result.split(":", 2);
      String reason = parts.length > 1 && parts[1].startsWith("cluster_block") ? FLOOD : "no";
      String error =
          parts.length == 1
              ? ""
              : ",\"error\":{\"type\":\"%s\",\"reason\":\"%s\"}".formatted(parts[1], reason);
      items.add("{\"index\":{\"status\":" + parts[0] + error + "}}");
    }
    return "{\"errors\":true,\"items\":[" + String.join(",", items) + "]}";
  }

  private static Batch batch(String paths) {
    Batch batch = new Batch();
    for (char path : paths.toCharArray()) {
      batch.add(Batch.Item.put(String.valueOf(path), "1".getBytes(UTF_8)));
    }
    return batch;
  }

  private void assertReceived(String... files) {
    assertEquals(List.of(files), received);
  }

  @Test
  void what_the_cluster_has_no_room_for_is_sent_again_alone() throws IOException {
    answers.addAll(
        List.of(
            "503",
            "201 429:es_rejected_execution_exception 500:node_not_connected_exception",
            "201 201"));
    requests.send(batch("abc"));
    assertReceived("abc", "abc", "bc");
    requests.requireAllTaken();
  }

  @Test
  void a_request_that_is_too_large_is_halved_and_a_file_that_is_too_large_is_named()
      throws IOException {
    answers.addAll(List.of("413", "201 201", "413", "201", "413"));
    requests.send(batch("abcd"));
    assertReceived("abcd", "ab", "cd", "c", "d");
    ClusterException e = assertThrows(ClusterException.class, requests::requireAllTaken);
    assertEquals(Problem.FILES_REFUSED, e.problem());
    assertEquals("d: it is larger than http.max_content_length", e.details().getLast());
  }

  @Test
  void a_file_that_is_refused_is_named_and_the_others_go_on() throws IOException {
    answers.addAll(List.of("201 400:mapper_parsing_exception 404", "201"));
    requests.send(batch("abc"));
    requests.send(batch("d"));
    ClusterException e = assertThrows(ClusterException.class, requests::requireAllTaken);
    assertEquals(List.of("1", client.address().toString(), "b: no"), e.details());
  }

  @Test
  void a_full_disk_ends_it_at_once() {
    answers.add("201 429:cluster_block_exception");
    ClusterException e = assertThrows(ClusterException.class, () -> requests.send(batch("ab")));
    assertEquals(Problem.DISK_FULL, e.problem());
  }
}
