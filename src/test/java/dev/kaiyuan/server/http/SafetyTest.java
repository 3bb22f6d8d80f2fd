package dev.kaiyuan.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.server.http.Served.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server must not do, whoever asks and whatever an article holds. */
class SafetyTest {
  private static final byte[] PIXEL =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  @TempDir Path folder;

  @Test
  void a_page_elsewhere_cannot_lead_its_own_name_here() throws Exception {
    try (Served served = Served.of(folder, Map.of("a.md", "# A\n\nlicence\n"))) {
      String port = ":" + served.port;
      for (String host :
          List.of(
              "localhost", "127.0.0.1" + port, "LOCALHOST" + port, "[::1]" + port, "10.0.0.7")) {
        assertEquals(200, served.get("/api/search?q=licence", "Host: " + host).status(), host);
      }
      for (String host :
          List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example" + port)) {
        Reply reply = served.get("/api/search?q=licence", "Host: " + host);
        assertEquals(421, reply.status(), host);
        assertFalse(reply.text().contains("hits"), host);
      }
      Reply other = served.get("/api/search?q=licence", "Origin: http://evil.example");
      assertFalse(other.headers().containsKey("access-control-allow-origin"));
      assertEquals("same-origin", other.headers().get("cross-origin-resource-policy"));
      assertEquals("nosniff", other.headers().get("x-content-type-options"));
      assertTrue(other.headers().get("content-security-policy").contains("script-src 'self';"));
    }
  }

  @Test
  void another_address_than_this_machines_needs_the_token() throws Exception {
    try (Served served = Served.on("0.0.0.0", folder, Map.of("a.md", "# A\n\nlicence\n"))) {
      String token = served.server.address().split("token=")[1];
      String target = "/api/search?q=licence";
      assertTrue(token.length() >= 32, token);
      assertEquals(401, served.get(target).status());
      assertEquals(401, served.get("/metrics").status());
      assertEquals(401, served.get(target, "Authorization: Bearer " + token + "x").status());
      assertEquals(401, served.get(target + "&token=" + token).status());
      assertEquals(200, served.get("/health").status());
      assertEquals(200, served.get(target, "Authorization: Bearer " + token).status());

      assertEquals(401, served.get("/?token=no").status());
      Reply entered = served.get("/?token=" + token);
      assertEquals(303, entered.status());
      assertEquals("/", entered.headers().get("location"));
      String cookie = entered.headers().get("set-cookie");
      assertTrue(cookie.endsWith("; Path=/; HttpOnly; SameSite=Strict"), cookie);
      String pair = cookie.substring(0, cookie.indexOf(';'));
      assertEquals(200, served.get(target, "Cookie: a=b; " + pair).status());
      assertEquals(401, served.get(target, "Cookie: " + pair + "x").status());
    }
  }

  @Test
  void nothing_outside_of_the_indexed_folders_is_read() throws Exception {
    Path real = folder.toRealPath();
    Path notes = Files.createDirectories(real.resolve("notes"));
    Files.write(real.resolve("secret.gif"), PIXEL);
    Served.write(real.resolve("secret.md"), "# Secret\n\nsecret words\n");
    Files.write(notes.resolve("in.gif"), PIXEL);
    Files.write(Files.createDirectories(notes.resolve(".git")).resolve("hidden.gif"), PIXEL);
    Files.createSymbolicLink(notes.resolve("linked.gif"), real.resolve("secret.gif"));
    Served.write(notes.resolve("words.txt"), "no image");
    Served.write(notes.resolve("b.md"), "# B\n\nb\n");
    try (Served served =
        Served.of(folder, Map.of("a.md", "# A\n\n![](in.gif) ![](../secret.gif) licence\n"))) {
      String image = "/image?path=notes/a.md&src=";
      Reply shown = served.get(image + "in.gif");
      assertEquals(200, shown.status());
      assertEquals("image/gif", shown.headers().get("content-type"));
      assertTrue(shown.headers().get("content-security-policy").endsWith("sandbox"));
      assertEquals(PIXEL.length, shown.bytes().length);
      for (String src :
          List.of(
              "../secret.gif",
              "%2e%2e/secret.gif",
              "%252e%252e/secret.gif",
              Served.encoded(real.resolve("secret.gif").toString()),
              "linked.gif",
              ".git/hidden.gif",
              "words.txt",
              "a.md",
              "gone.gif",
              "%00",
              "file:///etc/passwd")) {
        assertEquals(404, served.get(image + src).status(), src);
      }
      for (String path :
          List.of("secret.md", "../secret.md", "/etc/passwd", "notes/../secret.md")) {
        for (String route :
            List.of("/api/article?path=", "/api/similar?path=", "/image?src=a&path=")) {
          Reply reply = served.get(route + path);
          assertEquals(404, reply.status(), route + path);
          assertFalse(reply.text().contains("secret words"), reply.text());
        }
      }
      // An article that has become a link out of the folder since it was indexed.
      Files.delete(notes.resolve("b.md"));
      Files.createSymbolicLink(notes.resolve("b.md"), real.resolve("secret.md"));
      for (String path : List.of("notes/b.md", "notes/b.md&html=true")) {
        assertFalse(served.get("/api/article?path=" + path).text().contains("secret"), path);
      }
      assertEquals(List.of(), served.faults);
    }
  }

  @Test
  void an_article_is_shown_without_what_runs_or_leads_elsewhere() throws Exception {
    String hostile =
        """
        # Licences

        <script>alert(1)</script><img src=x onerror=alert(2)> <svg onload=alert(3)></svg>
        <a href="javascript:alert(4)">a</a> <a href="java&#9;script:alert(5)">b</a>
        [c](javascript:alert(6)) [d](data:text/html,<script>alert(7)</script>)
        <a href="vbscript:x" onclick="alert(8)" style="position:fixed">e</a> [f](//evil.example/)
        <iframe src="https://evil.example/"></iframe><form action="/x"><input name=q></form>

        ![remote](https://evil.example/pixel.gif) ![](//evil.example/pixel.gif)
        <style>body{display:none}</style><base href="https://evil.example/"><div id="results">g</div>
        <img src="in.gif" srcset="https://evil.example/a.gif 2x">

        [h](b.md#x) [i](#j)
        """;
    Path notes = Files.createDirectories(folder.toRealPath().resolve("notes"));
    Files.write(notes.resolve("in.gif"), PIXEL);
    Map<String, String> notesAndPages =
        Map.of("a.md", hostile, "a.html", "<title>L</title>" + hostile, "b.md", "# B\n\nb\n");
    try (Served served = Served.of(folder, notesAndPages)) {
      for (String path : List.of("notes/a.md", "notes/a.html")) {
        String html = served.get("/api/article?html=true&q=licences&path=" + path).text();
        for (String never :
            List.of(
                "<script",
                "onerror",
                "onload",
                "onclick",
                "avascript:",
                "vbscript",
                "data:",
                "<iframe",
                "<form",
                "<input",
                "<style",
                "style=",
                "<base",
                "<svg",
                "srcset",
                "src=\\\"http",
                "id=\\\"results")) {
          assertFalse(tags(html).contains(never), never + " in " + html);
        }
        assertTrue(html.contains("src=\\\"image?path=notes%2Fa."), html);
        assertTrue(html.contains("in-results"), html);
      }
      String html = served.get("/api/article?html=true&path=notes/a.md").text();
      assertTrue(html.contains("<a href=\\\"?read=notes%2Fb.md\\\">h</a>"), html);
      assertTrue(html.contains("<span class=\\\"no-image\\\">remote</span>"), html);
    }
  }

  private static String tags(String html) {
    StringBuilder tags = new StringBuilder();
    Pattern.compile("<[^>]*>").matcher(html).results().forEach(tag -> tags.append(tag.group()));
    return tags.toString();
  }
}
