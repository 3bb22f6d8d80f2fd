package dev.kaiyuan.server.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.server.Answers;
import dev.kaiyuan.server.JsonTree;
import dev.kaiyuan.server.Parameters;
import dev.kaiyuan.server.ServedFolder;
import dev.kaiyuan.server.ServedIndex;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McpServerTest {
  private static final String NEWER =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}";

  @TempDir Path folder;
  private final List<Throwable> faults = new ArrayList<>();
  private ServedIndex index;
  private Answers answers;

  @BeforeEach
  void open() throws Exception {
    Path real = folder.toRealPath();
    Path notes = Files.createDirectories(real.resolve("notes"));
    Files.writeString(
        notes.resolve("许可证.md"), "---\ntags: [法律]\n---\n# 许可证\n\n## 开源\n\n开源许可证写明谁可以做什么。\n");
    Files.writeString(notes.resolve("page.html"), "<title>Licences</title>\n<p>Open source.</p>\n");
    new DirectoryIndexer(real.resolve("index"), IndexingOptions.REFRESH)
        .index(List.of(notes), IndexingProgress.NONE);
    index = ServedFolder.open(real.resolve("index"), Translations.builtIn());
    answers = new Answers(index, real);
  }

  @AfterEach
  void close() throws Exception {
    index.close();
  }

  private List<String> say(String... lines) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new McpServer(answers, "1.0", faults::add)
        .run(
            new BufferedReader(new StringReader(String.join("\n", lines))),
            new PrintStream(out, false, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private String ask(String method, String parameters) throws Exception {
    return say("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\""
            + method
            + "\",\"params\":"
            + parameters
            + "}")
        .getFirst();
  }

  private Map<?, ?> result(String method, String parameters) throws Exception {
    return (Map<?, ?>) ((Map<?, ?>) JsonTree.parse(ask(method, parameters))).get("result");
  }

  private String text(String tool, String arguments) throws Exception {
    Map<?, ?> called =
        result("tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
    return (String) ((Map<?, ?>) ((List<?>) called.get("content")).getFirst()).get("text");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-05,2024-11-05",
    "2025-03-26,2025-03-26",
    "2025-06-18,2025-06-18",
    "2025-11-25,2025-11-25",
    "2099-01-01,2025-11-25"
  })
  void agrees_on_a_revision(String asked, String agreed) throws Exception {
    Map<?, ?> hello = result("initialize", "{\"protocolVersion\":\"" + asked + "\"}");
    assertEquals(agreed, hello.get("protocolVersion"));
    assertEquals(Map.of("tools", Map.of(), "resources", Map.of()), hello.get("capabilities"));
    assertTrue(!hello.containsKey("resultType"));
  }

  @Test
  void needs_no_handshake_from_the_revision_on_that_has_none() throws Exception {
    Map<?, ?> found = result("server/discover", "{" + NEWER + "}");
    assertEquals(List.of("2026-07-28"), found.get("supportedVersions"));
    assertEquals("complete", found.get("resultType"));
    assertEquals("private", found.get("cacheScope"));
    Map<?, ?> refused =
        (Map<?, ?>) JsonTree.parse(ask("tools/list", "{" + NEWER.replace("2026", "2031") + "}"));
    assertEquals(
        Map.of(
            "code",
            -32022,
            "message",
            "Unsupported protocol version",
            "data",
            Map.of("supported", List.of("2026-07-28"), "requested", "2031-07-28")),
        refused.get("error"));
  }

  @Test
  void a_hit_says_where_to_read_on() throws Exception {
    String found = text("search", "{\"query\":\"许可证 开源\",\"limit\":1}");
    assertEquals(
        """
        1  许可证
           notes/许可证.md:8 · Chinese
           开源
           8  开源许可证写明谁可以做什么。

        2 articles · number 1 shown · N ms · more: offset 1
        """,
        found.replaceAll("[0-9.]+ ms", "N ms"));
    assertEquals(
        """
        许可证
        notes/许可证.md · lines to 8

        7\t
        8\t开源许可证写明谁可以做什么。
        """,
        text("read", "{\"path\":\"notes/许可证.md\",\"line\":7}"));
    assertEquals(
        """
        许可证
        notes/许可证.md · lines to 8

        4\t# 许可证
        5\t

        … goes on: read with line 6
        """,
        text("read", "{\"path\":\"notes/许可证.md\",\"lines\":2}"));
    assertEquals(
        "Licences\nnotes/page.html · lines to 2\n\n2\tOpen source.\n",
        text("read", "{\"path\":\"notes/page.html\"}"));
  }

  @Test
  void the_structure_of_an_answer_is_the_json_of_every_door() throws Exception {
    Map<?, ?> called =
        result(
            "tools/call",
            "{\"name\":\"search\",\"arguments\":{\"query\":\"许可证\",\"tag\":[\"法律\"]}}");
    byte[] json =
        answers.search(
            Parameters.of(
                Map.of("q", List.of("许可证"), "tag", List.of("法律"), "limit", List.of("5"))));
    Map<?, ?> expected = (Map<?, ?>) JsonTree.parse(new String(json, StandardCharsets.UTF_8));
    Map<?, ?> structure = (Map<?, ?>) called.get("structuredContent");
    expected.remove("tookMs");
    structure.remove("tookMs");
    assertEquals(expected, structure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search|{}|query is missing",
        "search|{\"query\":\"a\",\"limit\":50}|limit takes a number from 1 to 20, not 50",
        "search|{\"query\":\"a\",\"q\":1}|there is no parameter q; there are lang, limit, meaning,"
            + " offset, path, query, since, sort, tag, twins, type, until",
        "read|{\"path\":\"/etc/passwd\"}|/etc/passwd is not an article in the index; the tool search"
            + " shows the paths of those that are",
        "read|{\"path\":\"notes/许可证.md\",\"line\":9}|notes/许可证.md ends at line 8; there is no line 9",
        "similar|{\"path\":\"x.md\"}|x.md is not an article in the index; the tool search shows the"
            + " paths of those that are"
      })
  void a_mistake_is_told_so_that_it_can_be_mended(String tool, String arguments, String why)
      throws Exception {
    Map<?, ?> called =
        result("tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
    assertEquals(true, called.get("isError"));
    assertEquals(why, text(tool, arguments));
    assertEquals(List.of(), faults);
  }

  @Test
  void articles_are_resources() throws Exception {
    Map<?, ?> listed = result("resources/list", "{}");
    assertEquals(2, ((List<?>) listed.get("resources")).size());
    Map<?, ?> last = (Map<?, ?>) ((List<?>) listed.get("resources")).getLast();
    assertEquals("notes/许可证.md", last.get("name"));
    Map<?, ?> read = result("resources/read", "{\"uri\":\"" + last.get("uri") + "\"}");
    Map<?, ?> contents = (Map<?, ?>) ((List<?>) read.get("contents")).getFirst();
    assertEquals("text/markdown", contents.get("mimeType"));
    assertEquals("# 许可证\n\n## 开源\n\n开源许可证写明谁可以做什么。\n", contents.get("text"));
    for (String uri : List.of("file:///etc/passwd", "kaiyuan:////etc/passwd", "kaiyuan:///%00")) {
      assertTrue(
          ask("resources/read", "{\"uri\":\"" + uri + "\"}")
              .contains("\"code\":-32602,\"message\":\"Resource not found\""),
          uri);
    }
  }

  @Test
  void whatever_is_said_the_next_is_answered() throws Exception {
    List<String> said =
        say(
            "nonsense",
            "[]",
            "7",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":2}",
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"nothing\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\",\"params\":{\"name\":\"x\"}}",
            "[".repeat(2000),
            "[{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\"},{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"ping\"}]");
    List<String> codes = new ArrayList<>();
    for (String line : said) {
      codes.add(line.replaceAll(".*\"code\":(-[0-9]+).*", "$1"));
    }
    assertEquals(
        List.of(
            "-32700",
            "-32600",
            "-32600",
            "-32601",
            "-32602",
            "-32700",
            "[{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}},{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"result\":{}}]"),
        codes);
    assertEquals(List.of(), faults);
  }
}
