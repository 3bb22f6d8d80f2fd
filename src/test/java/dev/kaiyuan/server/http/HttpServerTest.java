package dev.kaiyuan.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.server.http.Served.Reply;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpServerTest {
  private static final Map<String, String> NOTES =
      Map.of(
          "zh/许可证.md", "# 许可证\n\n开源许可证写明谁可以做什么。\n",
          "en/licence.md", "# Licences\n\nAn open source licence says who may do what.\n");

  @TempDir Path folder;

  @Test
  void a_client_that_has_the_answer_of_this_commit_is_told_so() throws Exception {
    try (Served served = Served.of(folder, NOTES)) {
      String target = "/api/search?q=" + Served.encoded("许可证");
      String tag = served.get(target).headers().get("etag");
      Reply again = served.get(target, "If-None-Match: \"other\", " + tag);
      assertEquals(304, again.status());
      assertEquals(tag, again.headers().get("etag"));
      assertEquals("", again.text());

      Served.write(served.folder.resolve("notes/new.md"), "# 新许可证\n");
      served.index();
      Reply changed = served.get(target, "If-None-Match: " + tag);
      assertEquals(200, changed.status());
      assertTrue(changed.text().contains("新许可证"), changed.text());
    }
  }

  @Test
  void an_article_that_changes_before_its_index_does_is_sent_anew() throws Exception {
    try (Served served = Served.of(folder, NOTES)) {
      String target = "/api/article?html=true&path=notes/en/licence.md";
      String tag = served.get(target).headers().get("etag");
      assertEquals(304, served.get(target, "If-None-Match: " + tag).status());
      Served.write(served.folder.resolve("notes/en/licence.md"), "# Licences\n\nNobody may.\n");
      assertTrue(served.get(target, "If-None-Match: " + tag).text().contains("Nobody may."));
    }
  }

  @Test
  void answers_are_compressed_for_those_who_can_read_it() throws Exception {
    String long_ = "开源许可证写明谁可以做什么。\n\n".repeat(200);
    try (Served served = Served.of(folder, Map.of("a.md", "# 许可证\n\n" + long_))) {
      String target = "/api/article?path=notes/a.md";
      Reply plain = served.get(target);
      Reply zipped = served.get(target, "Accept-Encoding: gzip, br");
      assertNull(plain.headers().get("content-encoding"));
      assertEquals("gzip", zipped.headers().get("content-encoding"));
      assertEquals(plain.text(), zipped.unzipped());
      assertTrue(zipped.bytes().length < plain.bytes().length / 10);
      Reply head = served.ask("HEAD", target);
      assertEquals(plain.headers().get("content-length"), head.headers().get("content-length"));
      assertEquals("", head.text());
    }
  }

  @Test
  void mistakes_are_told_in_the_language_of_who_asks() throws Exception {
    try (Served served = Served.of(folder, NOTES)) {
      assertProblem(served.get("/api/search"), 400, "q is missing");
      assertProblem(served.get("/api/search", "Accept-Language: zh-CN"), 400, "缺少 q");
      assertProblem(
          served.get("/api/search?q=a&limit=0"), 400, "limit takes a number from 1 to 1000, not 0");
      assertProblem(
          served.get("/api/search?q=a&limit=many"), 400, "limit takes a whole number, not many");
      assertProblem(
          served.get("/api/search?q=a&lang=fr"), 400, "lang takes one of zh, en, other, not fr");
      assertProblem(
          served.get("/api/search?q=a&twins=hide"), 400, "twins takes one of show, fold, not hide");
      assertProblem(
          served.get("/api/search?q=a" + "&tag=b".repeat(101)),
          400,
          "tag can be given at most 100 times");
      assertProblem(
          served.get("/api/search?q=a&since=2024-13"),
          400,
          "since takes a day as 2024-05-31, a month as 2024-05 or a year as 2024, not 2024-13");
      assertProblem(
          served.get("/api/search?q=a&since=2025&until=2024"),
          400,
          "since 2025-01-01 is after until 2024-12-31");
      assertProblem(
          served.get("/api/complete?q=a&foo=b"),
          400,
          "there is no parameter foo; there are limit, q");
      assertProblem(served.get("/api/search?q=a&q=b"), 400, "q may be given only once");
      assertProblem(
          served.get("/api/search?q=%zz"),
          400,
          "the address is malformed: a percent sign must be followed by two hexadecimal digits");
      assertProblem(
          served.get("/nothing"),
          404,
          "/nothing does not exist; /api/openapi.json lists all addresses");
      assertEquals(405, served.ask("POST", "/api/search?q=a", "Content-Length: 0").status());
      assertEquals(List.of(), served.faults);
    }
  }

  private static void assertProblem(Reply reply, int status, String detail) {
    assertEquals("application/problem+json", reply.headers().get("content-type"));
    assertEquals(status, reply.status(), reply.text());
    String end = "\"status\":" + status + ",\"detail\":\"" + detail + "\"}";
    assertTrue(reply.text().endsWith(end), reply.text());
  }

  @Test
  void sees_an_index_that_is_rebuilt_replaced_or_gone() throws Exception {
    try (Served served = Served.of(folder, NOTES)) {
      String target = "/api/search?q=" + Served.encoded("许可证");
      assertEquals(200, served.get(target).status());
      Path index = served.folder.resolve("index");
      delete(index);
      assertProblem(
          served.get(target), 503, "the index is missing; create it again: kaiyuan index FOLDER");
      assertEquals(503, served.get("/health").status());
      assertEquals(200, served.get("/metrics").status());
      Served.write(served.folder.resolve("notes/en/licence.md"), "# Licences\n\n许可证 made anew.\n");
      served.index();
      assertTrue(served.get(target).text().contains("made anew"));
      assertEquals(200, served.get("/health").status());
      // An index of as many commits in place of another.
      delete(index);
      Served.write(served.folder.resolve("notes/en/licence.md"), "# Licences\n\n许可证 once more.\n");
      served.index();
      assertTrue(served.get(target).text().contains("once more"));
      assertEquals(List.of(), served.faults);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void many_who_wait_or_are_slow_hold_up_nobody() throws Exception {
    try (Served served = Served.of(folder, NOTES)) {
      List<Socket> sockets = new ArrayList<>();
      try {
        for (int i = 0; i < 1200; i++) {
          Socket socket = served.connect();
          sockets.add(socket);
          if (i % 6 == 0) {
            socket.getOutputStream().write("GET /api/search?q=a HTTP/1.1\r\nHo".getBytes(ASCII));
          }
        }
        assertEquals(200, served.get("/api/search?q=licence").status());
        for (int i = 0; i < 1200; i += 6) {
          Socket slow = sockets.get(i);
          slow.getOutputStream()
              .write("st: localhost\r\nConnection: close\r\n\r\n".getBytes(ASCII));
          String answer = new String(slow.getInputStream().readAllBytes(), ASCII);
          assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        }
      } finally {
        for (Socket socket : sockets) {
          socket.close();
        }
      }
    }
  }

  private static final java.nio.charset.Charset ASCII = StandardCharsets.US_ASCII;

  @Test
  void whatever_is_asked_is_answered_or_refused() throws Exception {
    try (Served served = Served.of(folder, NOTES)) {
      RandomRequests requests = new RandomRequests(new Random(20), served.port);
      try (KeptConnection connection = new KeptConnection(served)) {
        for (int i = 0; i < 10_000; i++) {
          String request = requests.next();
          int status = connection.status(request);
          assertTrue(status == 200 || status >= 400 && status < 500, status + " to " + request);
        }
      }
      assertEquals(List.of(), served.faults);
    }
  }

  @Test
  void counts_what_it_does() throws Exception {
    try (Served served = Served.of(folder, NOTES)) {
      served.get("/api/search?q=licence");
      served.get("/api/search");
      served.get("/a");
      served.get("/b");
      String metrics = served.get("/metrics").text();
      for (String line :
          List.of(
              "kaiyuan_http_requests_total{route=\"/api/search\",code=\"200\"} 1",
              "kaiyuan_http_requests_total{route=\"/api/search\",code=\"400\"} 1",
              "kaiyuan_http_requests_total{route=\"other\",code=\"404\"} 2",
              "kaiyuan_errors_total 0",
              "kaiyuan_search_seconds_count 1",
              "kaiyuan_index_available 1",
              "kaiyuan_articles 2")) {
        assertTrue(metrics.contains("\n" + line + "\n"), metrics);
      }
      assertFalse(metrics.contains("NaN"), metrics);
    }
  }

  @Test
  void stops_though_clients_are_connected() throws Exception {
    Served served = Served.of(folder, NOTES);
    try (Socket idle = served.connect();
        Socket half = served.connect()) {
      for (Socket each : List.of(idle, half)) {
        each.getOutputStream()
            .write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ASCII));
        String answer = new String(each.getInputStream().readNBytes(15), ASCII);
        assertEquals("HTTP/1.1 200 OK", answer);
      }
      half.getOutputStream().write("GET / HT".getBytes(ASCII));
      served.close();
      assertTrue(isOver(idle));
      assertTrue(isOver(half));
      assertThrows(ConnectException.class, served::connect);
    }
  }

  private static boolean isOver(Socket socket) throws IOException {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketException reset) {
      return true;
    }
  }
}
