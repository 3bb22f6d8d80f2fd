package dev.kaiyuan.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.kaiyuan.server.JsonTree;
import dev.kaiyuan.server.Tools;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A browser with one page, driven by WebDriver: its JSON is a few requests, which the library for
 * it would bring thirty jars for.
 */
final class Browser implements AutoCloseable {
  static final String ENTER = "\uE007";
  static final String ESCAPE = "\uE00C";
  static final String DOWN = "\uE015";

  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  private Browser(Process driver, String session) {
    this.driver = driver;
    this.session = session;
  }

  /**
   * Starts a browser of a person who reads this language.
   *
   * @param profile an empty folder
   */
  static Browser start(String language, Path profile) throws Exception {
    String browser = Tools.program("chromium", "chromium-browser", "google-chrome");
    String program = Tools.program("chromedriver");
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process driver =
        new ProcessBuilder(program, "--port=" + port).redirectErrorStream(true).start();
    BufferedReader said = driver.inputReader();
    String line = said.readLine();
    while (line != null && !line.contains("started successfully")) {
      line = said.readLine();
    }
    Browser starting = new Browser(driver, "http://127.0.0.1:" + port + "/session");
    Map<String, Object> options =
        Map.of(
            "binary", browser,
            "prefs", Map.of("intl.accept_languages", language),
            "args",
                List.of(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    "--lang=" + language,
                    "--user-data-dir=" + profile));
    Map<String, Object> wanted =
        Map.of(
            "browserName",
            "chrome",
            "goog:loggingPrefs",
            Map.of("browser", "ALL"),
            "timeouts",
            Map.of("script", 120_000),
            "goog:chromeOptions",
            options);
    Object made = starting.send("POST", "", Map.of("capabilities", Map.of("alwaysMatch", wanted)));
    String id = ((Map<?, ?>) made).get("sessionId").toString();
    return new Browser(driver, starting.session + "/" + id);
  }

  private Object send(String method, String path, Object body) throws Exception {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      JsonTree.write(body, json);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(session + path))
            .method(method, HttpRequest.BodyPublishers.ofString(text.toString()))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    Object value = ((Map<?, ?>) JsonTree.parse(response.body())).get("value");
    if (response.statusCode() != 200) {
      throw new IOException(path + " " + body + ": " + response.body());
    }
    return value;
  }

  /** Makes the window this wide, and has the system prefer light or dark. */
  void look(int width, String theme) throws Exception {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 500));
    command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  private void command(String name, Map<String, Object> parameters) throws Exception {
    send("POST", "/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
  }

  void open(String address) throws Exception {
    send("POST", "/url", Map.of("url", address));
  }

  void back() throws Exception {
    send("POST", "/back", Map.of());
  }

  /** Types into what has the focus. */
  void type(String keys) throws Exception {
    Object focused = send("GET", "/element/active", Map.of());
    String id = ((Map<?, ?>) focused).get(ELEMENT).toString();
    send("POST", "/element/" + id + "/value", Map.of("text", keys));
  }

  void click(String selector) throws Exception {
    Object found = send("POST", "/element", Map.of("using", "css selector", "value", selector));
    String id = ((Map<?, ?>) found).get(ELEMENT).toString();
    send("POST", "/element/" + id + "/click", Map.of());
  }

  /** Returns what a script returns. */
  Object run(String script) throws Exception {
    return send("POST", "/execute/sync", Map.of("script", script, "args", List.of()));
  }

  /** Returns what a script gives to {@code done}. */
  Object await(String script) throws Exception {
    String all = "const done = arguments[arguments.length - 1];" + script;
    return send("POST", "/execute/async", Map.of("script", all, "args", List.of()));
  }

  /** Waits until an expression is true. */
  void until(String expression) throws Exception {
    await(
        "(function look() { if (" + expression + ") done(true); else setTimeout(look, 20); })();");
  }

  String text(String selector) throws Exception {
    return (String) run("return document.querySelector('" + selector + "').innerText");
  }

  /** What the page complained of: scripts that failed, what its policy forbids. */
  List<String> complaints() throws Exception {
    List<String> complaints = new ArrayList<>();
    for (Object entry : (List<?>) send("POST", "/se/log", Map.of("type", "browser"))) {
      complaints.add(((Map<?, ?>) entry).get("message").toString());
    }
    return complaints;
  }

  @Override
  public void close() throws Exception {
    try {
      send("DELETE", "", Map.of());
    } finally {
      driver.destroy();
      client.close();
    }
  }
}
