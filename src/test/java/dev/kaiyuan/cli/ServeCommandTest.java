package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ServeCommandTest {
  @TempDir Path folder;
  private Typed person;
  private Thread serving;
  private String address;

  @BeforeEach
  void serve() throws Exception {
    person =
        new Typed(folder)
            .file("notes/zh/许可证.md", "---\ntags: [法律]\n---\n# 许可证\n\n## 开源\n\n开源许可证写明谁可以做什么。\n")
            .file("notes/en/licence.md", "# Licences\n\nAn open source licence, 许可证, says it.\n");
    assertEquals(0, person.run("index", "notes").code());
    PipedOutputStream printed = new PipedOutputStream();
    Scanner lines = new Scanner(new PipedInputStream(printed), StandardCharsets.UTF_8);
    serving =
        new Thread(
            () -> person.runInto(new PrintStream(printed), "serve", "--port", "0", "--watch"));
    serving.start();
    address = lines.nextLine();
    assertTrue(address.matches("http://127\\.0\\.0\\.1:[0-9]+/"), address);
  }

  @AfterEach
  void stop() throws Exception {
    serving.interrupt();
    serving.join();
  }

  @Test
  void answers_are_those_of_the_command_line() throws Exception {
    String query = "许可证 OR licence";
    assertSame("api/search?q=" + encoded(query), "search", query, "--format", "json");
    assertSame(
        "api/search?q=" + encoded(query) + "&facets=true&explain=true&limit=1&lang=en&sort=date",
        "search",
        query,
        "--format",
        "json",
        "--facets",
        "--explain",
        "-n",
        "1",
        "--lang",
        "en",
        "--sort",
        "date");
    assertSame(
        "api/search?q=" + encoded(query) + "&tag=" + encoded("法律") + "&path=notes/zh&offset=0",
        "search",
        query,
        "--format",
        "json",
        "--tag",
        "法律",
        "--path",
        "notes/zh");
    assertSame(
        "api/search?q=licence&twins=fold&meaning=off&prefer=en&type=md&type=html",
        "search",
        "licence",
        "--format",
        "json",
        "--twins",
        "fold",
        "--meaning",
        "off",
        "--type",
        "md",
        "--type",
        "html");
    assertSame("api/search?q=zzzz", "search", "zzzz", "--format", "json");
    assertSame(
        "api/similar?path=notes/en/licence.md",
        "similar",
        "notes/en/licence.md",
        "--format",
        "json");
    assertSame(
        "api/article?path=notes/en/licence.md&q=source",
        "show",
        "notes/en/licence.md",
        "source",
        "--format",
        "json");
    // A server has no current folder: it names the index by its whole path.
    String stats = person.run("stats", "--format", "json").out();
    assertEquals(stats.replace(":\"index\"", ":\"DIR/index\""), person.shown(get("api/stats")));
  }

  private void assertSame(String asked, String... typed) throws Exception {
    Answer answer = person.run(typed);
    assertTrue(answer.code() <= 1, answer.err());
    assertEquals(answer.out(), person.shown(get(asked)));
  }

  private String get(String target) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + target)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Test
  void a_port_that_is_taken_and_an_address_of_elsewhere_are_named() {
    String port = Integer.toString(URI.create(address).getPort());
    Answer taken = person.run("serve", "--port", port);
    assertEquals(2, taken.code());
    assertEquals(
        "kaiyuan: port " + port + " is taken; choose another, or a free one with --port 0\n",
        taken.err());
    Answer elsewhere = person.run("serve", "--port", "0", "--host", "192.0.2.1");
    assertEquals(2, elsewhere.code());
    assertEquals(
        "kaiyuan: 192.0.2.1 is not an address of this machine; leave out --host, or give another, such as"
            + " 0.0.0.0 for all\n",
        elsewhere.err());
  }

  @Test
  void a_note_that_is_written_meanwhile_is_found() throws Exception {
    person.file("notes/new.md", "# Copyleft\n\nShare alike.\n");
    String found = get("api/search?q=copyleft");
    while (!found.contains("notes/new.md")) {
      Thread.onSpinWait();
      found = get("api/search?q=copyleft");
    }
    assertTrue(found.contains("\"total\":1,"), found);
  }

  @Test
  void a_note_that_is_written_meanwhile_gets_vectors_where_the_others_have_them() throws Exception {
    Answer made = person.run("index", "--meaning", "leads");
    while (made.err().contains("another process")) { // Of the server, which compares once at first.
      made = person.run("index", "--meaning", "leads");
    }
    assertEquals(0, made.code(), made.err());
    person.file("notes/new.md", "# Business models\n\nCompanies sell support to customers.\n");
    String query = "api/search?meaning=only&limit=1&q=" + encoded("how to earn money");
    String found = get(query);
    while (!found.contains("notes/new.md")) {
      Thread.onSpinWait();
      found = get(query);
    }
    assertTrue(get("api/stats").contains("\"depth\":\"leads\",\"articles\":3,"));
  }

  @Test
  void the_same_article_in_two_languages_is_marked_or_folded() throws Exception {
    person
        .file("notes/zh/ospo.md", "# 开源办公室\n\n开源办公室 OSPO 管理开源。\n")
        .file("notes/en/ospo.md", "# The OSPO\n\nAn OSPO manages open source.\n");
    String show = "api/search?q=OSPO&prefer=zh";
    String found = get(show);
    while (!found.contains("\"total\":2,")) {
      Thread.onSpinWait();
      found = get(show);
    }
    assertEquals(
        "notes/zh/ospo.md ⇄ notes/en/ospo.md, notes/en/ospo.md ⇄ notes/zh/ospo.md", twins(found));
    assertEquals("notes/zh/ospo.md ⇄ notes/en/ospo.md", twins(get(show + "&twins=fold")));
    assertEquals(
        "notes/en/ospo.md ⇄ notes/zh/ospo.md",
        twins(get("api/search?q=OSPO&prefer=en&twins=fold")));
  }

  private static String twins(String json) {
    return Pattern.compile("\"path\":\"([^\"]+)\".*?\"twins\":\\[\"([^\"]+)\"]")
        .matcher(json)
        .results()
        .map(hit -> hit.group(1) + " ⇄ " + hit.group(2))
        .collect(Collectors.joining(", "));
  }
}
