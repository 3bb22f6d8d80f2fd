package dev.kaiyuan.server.mcp;

import dev.kaiyuan.server.Answers;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The articles as resources, which a person can hand to an assistant by name. */
final class Resources {
  private static final String SCHEME = "kaiyuan:///";
  private static final int PAGE = 500;

  private final Answers answers;

  Resources(Answers answers) {
    this.answers = answers;
  }

  /** Returns one page of them; a cursor is how many go before. */
  Map<String, Object> list(@Nullable Object cursor) throws IOException {
    List<String> paths = answers.paths();
    int from = from(cursor, paths.size());
    int to = Math.min(paths.size(), from + PAGE);
    List<Object> resources = new ArrayList<>();
    for (String path : paths.subList(from, to)) {
      resources.add(Map.of("uri", uri(path), "name", path, "mimeType", type(path)));
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("resources", resources);
    if (to < paths.size()) {
      page.put("nextCursor", Integer.toString(to));
    }
    return page;
  }

  private static int from(@Nullable Object cursor, int size) {
    if (cursor == null) {
      return 0;
    }
    try {
      return Math.clamp(Integer.parseInt(cursor.toString()), 0, size);
    } catch (NumberFormatException e) {
      throw new McpException(McpException.INVALID_PARAMETERS, "no cursor of this server");
    }
  }

  Map<String, Object> templates() {
    return Map.of(
        "resourceTemplates",
        List.of(
            Map.of(
                "uriTemplate",
                SCHEME + "{path}",
                "name",
                "article",
                "description",
                "An article, by the path that a hit names")));
  }

  Map<String, Object> read(@Nullable Object uri) throws IOException {
    String asked = String.valueOf(uri);
    McpException missing =
        new McpException(
            McpException.INVALID_PARAMETERS, "Resource not found", Map.of("uri", asked));
    if (!asked.startsWith(SCHEME)) {
      throw missing;
    }
    try {
      String path =
          URLDecoder.decode(
              asked.substring(SCHEME.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
      String text = answers.wholeText(path);
      return Map.of(
          "contents", List.of(Map.of("uri", asked, "mimeType", type(path), "text", text)));
    } catch (NoSuchFileException | IllegalArgumentException e) {
      throw missing;
    }
  }

  private static String uri(String path) {
    return SCHEME + URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String type(String path) {
    return path.matches("(?i).*\\.(md|markdown|mdown|mkd|mdx)") ? "text/markdown" : "text/plain";
  }
}
