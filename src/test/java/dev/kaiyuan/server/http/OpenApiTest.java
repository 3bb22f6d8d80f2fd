package dev.kaiyuan.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.server.JsonTree;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description holds what the server answers, and the server answers what it holds. */
class OpenApiTest {
  private static final Map<String, String> NOTES =
      Map.of(
          "zh/a.md",
          "---\ndate: 2024-05-01\ntags: [法律]\nauthor: 张三\n---\n# 许可证\n\n## 开源\n\n开源许可证。\n",
          "en/a.md",
          "# Licences\n\nAn open source licence says who may do what.\n");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/search?q=licence&facets=true&explain=true",
        "/api/search?q=%E8%AE%B8%E5%8F%AF%E8%AF%81&limit=1",
        "/api/search?q=licence&meaning=only&prefer=zh&type=md&type=pdf",
        "/api/search?q=licence&twins=show&meaning=off",
        "/api/search?q=licence&twins=fold",
        "/api/search?q=licensse",
        "/api/search?q=zzzz",
        "/api/search?q=-a",
        "/api/similar?path=notes/zh/a.md",
        "/api/article?path=notes/zh/a.md&q=%E5%BC%80%E6%BA%90",
        "/api/article?path=notes/zh/a.md&html=true",
        "/api/complete?q=lic",
        "/api/stats",
        "/health",
        "/api/search?q=a&sort=best",
        "/api/article?path=nothing.md"
      })
  void an_answer_is_as_described(String target) throws Exception {
    try (Served served = Served.of(folder, NOTES)) {
      Object document = JsonTree.parse(served.get("/api/openapi.json").text());
      Served.Reply reply = served.get(target);
      Object response =
          at(document, "paths", target.split("\\?")[0], "get", "responses", reply.status() + "");
      response = resolved(document, response);
      String type = reply.headers().get("content-type");
      Object schema = at(response, "content", type, "schema");
      check(document, schema, JsonTree.parse(reply.text()), target);
    }
  }

  @Test
  void every_parameter_that_is_described_is_taken_and_no_other() throws Exception {
    try (Served served = Served.of(folder, NOTES)) {
      Object document = JsonTree.parse(served.get("/api/openapi.json").text());
      for (String path : List.of("/api/search", "/api/similar", "/api/article", "/api/complete")) {
        Set<Object> described = new HashSet<>();
        for (Object parameter : (List<?>) at(document, "paths", path, "get", "parameters")) {
          described.add(at(parameter, "name"));
        }
        String detail = (String) at(JsonTree.parse(served.get(path + "?x=1").text()), "detail");
        String taken = detail.substring(detail.indexOf("there are ") + 10);
        assertEquals(described, new HashSet<Object>(List.of(taken.split(", "))), path);
      }
    }
  }

  private static Object at(Object from, String... names) {
    Object at = from;
    for (String name : names) {
      at = ((Map<?, ?>) at).get(name);
      assertNotNull(at, name);
    }
    return at;
  }

  private static Object resolved(Object document, Object schema) {
    Object reference = ((Map<?, ?>) schema).get("$ref");
    return reference == null ? schema : at(document, reference.toString().substring(2).split("/"));
  }

  private static void check(Object document, Object reference, Object value, String where) {
    Map<?, ?> schema = (Map<?, ?>) resolved(document, reference);
    switch (schema.get("type").toString()) {
      case "object" -> {
        Map<?, ?> object = (Map<?, ?>) value;
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        assertTrue(object.keySet().containsAll((List<?>) schema.get("required")), where);
        object.forEach(
            (name, field) -> {
              assertTrue(properties.containsKey(name), where + " has " + name);
              check(document, properties.get(name), field, where + "." + name);
            });
      }
      case "array" ->
          ((List<?>) value)
              .forEach(each -> check(document, schema.get("items"), each, where + "[]"));
      case "string" -> {
        assertTrue(value instanceof String, where);
        Object choices = schema.get("enum");
        assertTrue(choices == null || ((List<?>) choices).contains(value), where + " " + value);
      }
      case "integer" -> assertTrue(value instanceof Integer || value instanceof Long, where);
      case "number" -> assertTrue(value instanceof Number, where);
      default -> assertTrue(value instanceof Boolean, where);
    }
  }
}
