package dev.kaiyuan.server.http;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the page, which come with the program. */
final class Page {
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "page.css", "text/css; charset=utf-8",
          "page.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml",
          "openapi.json", "application/json");

  private final Map<String, Answer> files = new HashMap<>();

  /**
   * Reads the files.
   *
   * @param version what changes with every start
   */
  Page(String version) throws IOException {
    for (Map.Entry<String, String> file : TYPES.entrySet()) {
      try (InputStream in = Page.class.getResourceAsStream(file.getKey())) {
        if (in == null) {
          throw new FileNotFoundException(file.getKey() + " is missing from the program");
        }
        files.put(file.getKey(), Answer.of(file.getValue(), in.readAllBytes(), version));
      }
    }
  }

  /** Returns a file, or null where there is none of the name. */
  @Nullable Answer file(String name) {
    return files.get(name);
  }
}
