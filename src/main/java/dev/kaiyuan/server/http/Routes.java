package dev.kaiyuan.server.http;

import dev.kaiyuan.server.Answers;
import dev.kaiyuan.server.Image;
import dev.kaiyuan.server.Parameters;
import dev.kaiyuan.server.ServedIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What each path answers. */
final class Routes {
  private static final Map<String, String> PAGE_FILES =
      Map.of(
          "/", "index.html",
          "/page.css", "page.css",
          "/page.js", "page.js",
          "/icon.svg", "icon.svg",
          "/api/openapi.json", "openapi.json");

  private final ServedIndex index;
  private final Answers answers;
  private final Workers workers;
  private final Metrics metrics;
  private final Page page;
  private final String start = Long.toHexString(System.nanoTime() ^ System.currentTimeMillis());

  Routes(ServedIndex index, Answers answers, Workers workers, Metrics metrics) throws IOException {
    this.index = index;
    this.answers = answers;
    this.workers = workers;
    this.metrics = metrics;
    this.page = new Page('"' + start + '"');
  }

  private interface Source {
    byte[] json(Parameters given) throws IOException;
  }

  /** Returns the name of what a path leads to, of which there are few, for counting. */
  String name(String path) {
    return PAGE_FILES.containsKey(path) || source(path) != null || !isElsewhere(path)
        ? path
        : "other";
  }

  private static boolean isElsewhere(String path) {
    return !(path.equals("/image") || path.equals("/health") || path.equals("/metrics"));
  }

  /**
   * Answers a query.
   *
   * @throws IOException if the index can't be read
   */
  Answer answer(Query query) throws IOException {
    String path = query.path();
    String file = PAGE_FILES.get(path);
    if (file != null) {
      Answer found = page.file(file);
      return found.tag() != null && query.knows(found.tag())
          ? Answer.notModified(found.tag())
          : found;
    }
    Source source = source(path);
    if (source != null) {
      return json(query, source);
    }
    return switch (path) {
      case "/image" -> image(query);
      case "/health" -> health();
      case "/metrics" -> metrics();
      default -> new Problem(404, query.messages().text("http.nothing", path)).answer();
    };
  }

  private @Nullable Source source(String path) {
    return switch (path) {
      case "/api/search" -> this::search;
      case "/api/similar" -> answers::similar;
      case "/api/article" -> answers::article;
      case "/api/complete" -> answers::complete;
      case "/api/stats" -> answers::stats;
      default -> null;
    };
  }

  private byte[] search(Parameters given) throws IOException {
    long began = System.nanoTime();
    byte[] json = answers.search(given);
    metrics.searched(System.nanoTime() - began);
    return json;
  }

  /**
   * The tag of an article is made of its JSON, for its file may change before the index does; that
   * of all else is the commit's, so that what the client has is not looked for again.
   */
  private Answer json(Query query, Source source) throws IOException {
    Parameters given = query.parameters();
    boolean isArticle = query.path().equals("/api/article");
    String tag = tag(index.commit());
    if (!isArticle && query.knows(tag)) {
      return Answer.notModified(tag);
    }
    byte[] json = workers.run(() -> source.json(given));
    if (isArticle) {
      CRC32 sum = new CRC32();
      sum.update(json);
      tag = tag(Long.toHexString(sum.getValue()) + "-" + json.length);
      if (query.knows(tag)) {
        return Answer.notModified(tag);
      }
    }
    return Answer.of(Answer.JSON, json, tag);
  }

  /** Weak, for the time that a search took differs each time. */
  private String tag(String version) {
    return "W/\"" + start + "-" + version + '"';
  }

  private Answer image(Query query) throws IOException {
    Parameters given = query.parameters();
    Image image = workers.run(() -> answers.image(given));
    if (image == null) {
      throw new NoSuchFileException(query.path());
    }
    return Answer.of(image.type(), image.bytes(), null)
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  }

  private Answer health() throws IOException {
    index.ask(searcher -> searcher);
    return Answer.of(Answer.JSON, "{\"status\":\"ok\"}\n".getBytes(StandardCharsets.UTF_8), null);
  }

  private Answer metrics() {
    boolean available = true;
    int articles = 0;
    double age = Double.NaN;
    try {
      articles = workers.run(() -> index.ask(searcher -> searcher.statistics().articles()));
      Instant committed = index.committed();
      if (committed != null) {
        age = Duration.between(committed, Instant.now()).toMillis() / 1e3;
      }
    } catch (IOException e) {
      // Without an index, or a cluster that answers, the counts are all the more wanted.
      available = false;
      articles = 0;
    }
    byte[] text = metrics.text(available, articles, age).getBytes(StandardCharsets.UTF_8);
    return Answer.of("text/plain; version=0.0.4; charset=utf-8", text, null);
  }
}
