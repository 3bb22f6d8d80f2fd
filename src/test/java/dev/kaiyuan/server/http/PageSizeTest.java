package dev.kaiyuan.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSizeTest {
  @TempDir Path folder;

  @Test
  void the_whole_page_is_small_and_of_one_house() throws Exception {
    try (Served served = Served.of(folder, Map.of("a.md", "# A\n"))) {
      int size = 0;
      for (String file : List.of("/", "/page.css", "/page.js", "/icon.svg")) {
        Served.Reply reply = served.get(file);
        assertEquals(200, reply.status(), file);
        assertFalse(reply.text().replace("http://www.w3.org/", "").contains("http"), file);
        size += reply.bytes().length;
      }
      assertTrue(size < 60_000, size + " bytes");
    }
  }
}
