package dev.kaiyuan.server.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kaiyuan.server.Answers;
import dev.kaiyuan.server.JsonTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Serves an index to an assistant: JSON-RPC, a message a line, until the input ends.
 *
 * <pre>{@code
 * new McpServer(answers, "1.0", fault -> {}).run(reader, System.out);
 * }</pre>
 *
 * <p>Speaks the revisions of 2024-11-05 to 2025-11-25, and that of 2026-07-28.
 */
public final class McpServer {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Object NO_ANSWER = new Object();

  /** What of the results may be kept, and for how long: the index may change at any time. */
  private static final Set<String> KEPT =
      Set.of(
          "server/discover",
          "tools/list",
          "resources/list",
          "resources/templates/list",
          "resources/read");

  private static final String INSTRUCTIONS =
      "Searches the person's own notes and articles, in Chinese and English at once. Search first,"
          + " with the few words that matter; then read the passages at the lines that the hits"
          + " name. Cite them as path:line.";

  private final Tools tools;
  private final Resources resources;
  private final Map<String, Object> self;
  private final Consumer<Throwable> faults;

  /**
   * Makes a server.
   *
   * @param version the version of the program
   * @param faults is told of every request that failed by a fault of the program
   */
  public McpServer(Answers answers, String version, Consumer<Throwable> faults) {
    tools = new Tools(answers);
    resources = new Resources(answers);
    self = Map.of("name", "kaiyuan", "title", "Kaiyuan", "version", version);
    this.faults = faults;
  }

  /** Answers until the input ends. */
  public void run(BufferedReader in, PrintStream out) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        Object answer = answer(line);
        if (answer != NO_ANSWER) {
          out.print(text(answer) + '\n');
          out.flush();
        }
      }
    }
  }

  private static String text(@Nullable Object answer) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      JsonTree.write(answer, json);
    }
    return text.toString();
  }

  private Object answer(String line) throws IOException {
    Object message;
    try {
      message = JsonTree.parse(line);
    } catch (JsonProcessingException e) {
      return error(
          null, new McpException(McpException.PARSE, "not JSON: " + e.getOriginalMessage()));
    }
    if (!(message instanceof List<?> batch)) {
      return single(message);
    }
    // Several messages at once, as the revision of 2025-03-26 has them.
    List<Object> answers = new ArrayList<>();
    for (Object each : batch) {
      Object answer = single(each);
      if (answer != NO_ANSWER) {
        answers.add(answer);
      }
    }
    return answers.isEmpty() ? NO_ANSWER : answers;
  }

  private Object single(@Nullable Object message) {
    if (!(message instanceof Map<?, ?> request)) {
      return error(null, new McpException(McpException.INVALID_REQUEST, "no request"));
    }
    Object id = request.get("id");
    if (!(request.get("method") instanceof String method)) {
      // An answer to what was never asked, or nothing at all.
      return request.containsKey("result") || request.containsKey("error")
          ? NO_ANSWER
          : error(id, new McpException(McpException.INVALID_REQUEST, "no method"));
    }
    if (!request.containsKey("id")) {
      return NO_ANSWER; // A notification: initialized, cancelled.
    }
    try {
      Map<?, ?> given = request.get("params") instanceof Map<?, ?> map ? map : Map.of();
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("jsonrpc", "2.0");
      answer.put("id", id);
      answer.put("result", result(method, given));
      return answer;
    } catch (McpException e) {
      return error(id, e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      faults.accept(e);
      return error(id, new McpException(McpException.INTERNAL, String.valueOf(e.getMessage())));
    }
  }

  private static Map<String, @Nullable Object> error(@Nullable Object id, McpException failure) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("code", failure.code());
    error.put("message", failure.getMessage());
    if (!failure.data().isEmpty()) {
      error.put("data", failure.data());
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("jsonrpc", "2.0");
    answer.put("id", id);
    answer.put("error", error);
    return answer;
  }

  private Map<String, Object> result(String method, Map<?, ?> given) throws IOException {
    String revision = Revision.of(given);
    if (revision != null && !Revision.WITHOUT_HANDSHAKE.contains(revision)) {
      throw new McpException(
          McpException.NO_REVISION,
          "Unsupported protocol version",
          Map.of("supported", Revision.WITHOUT_HANDSHAKE, "requested", revision));
    }
    Map<String, Object> result = new LinkedHashMap<>(handle(method, given));
    if (revision != null) {
      result.put("resultType", "complete");
      result.put("_meta", Map.of(Revision.META + "serverInfo", self));
      if (KEPT.contains(method)) {
        result.put("ttlMs", 0);
        result.put("cacheScope", "private");
      }
    }
    return result;
  }

  private Map<String, Object> handle(String method, Map<?, ?> given) throws IOException {
    return switch (method) {
      case "initialize" -> {
        Map<String, Object> hello = new LinkedHashMap<>();
        hello.put("protocolVersion", Revision.agreed(given.get("protocolVersion")));
        hello.put("capabilities", capabilities());
        hello.put("serverInfo", self);
        hello.put("instructions", INSTRUCTIONS);
        yield hello;
      }
      case "server/discover" ->
          Map.of(
              "supportedVersions",
              Revision.WITHOUT_HANDSHAKE,
              "capabilities",
              capabilities(),
              "instructions",
              INSTRUCTIONS);
      case "ping" -> Map.of();
      case "tools/list" -> Map.of("tools", tools.list());
      case "tools/call" -> tools.call(given);
      case "resources/list" -> resources.list(given.get("cursor"));
      case "resources/templates/list" -> resources.templates();
      case "resources/read" -> resources.read(given.get("uri"));
      default -> throw new McpException(McpException.NO_METHOD, "there is no method " + method);
    };
  }

  private static Map<String, Object> capabilities() {
    return Map.of("tools", Map.of(), "resources", Map.of());
  }
}
