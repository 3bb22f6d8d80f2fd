package dev.kaiyuan.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.kaiyuan.cluster.ClusterException;
import dev.kaiyuan.index.IndexException;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.search.limit.SearchTimeoutException;
import dev.kaiyuan.search.limit.TooComplexPatternException;
import dev.kaiyuan.server.WrongParameterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param status the status code
 * @param detail one line for a person
 */
record Problem(int status, String detail) {
  private static final JsonFactory JSON = new JsonFactory();

  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "Bad Request",
          401, "Unauthorized",
          404, "Not Found",
          405, "Method Not Allowed",
          414, "URI Too Long",
          421, "Misdirected Request",
          431, "Request Header Fields Too Large",
          500, "Internal Server Error",
          503, "Service Unavailable");

  /** Returns what a failure means to the client. */
  static Problem of(Throwable failure, Messages messages) {
    return switch (failure) {
      case WrongParameterException e -> new Problem(400, e.text(messages));
      case Query.MalformedQueryException e -> new Problem(400, messages.text("http.encoding"));
      case TooComplexPatternException e ->
          new Problem(400, messages.text("http.pattern", e.pattern()));
      case InvalidPathException e -> new Problem(404, messages.text("error.path", e.getInput()));
      case NoSuchFileException e ->
          new Problem(404, messages.text("error.not-indexed", e.getFile()));
      case IndexException e ->
          new Problem(
              503, messages.text("http.index-" + e.problem().name().toLowerCase(Locale.ROOT)));
      case ClusterException e -> new Problem(503, messages.text("http.cluster"));
      case Workers.BusyException e -> new Problem(503, messages.text("http.busy"));
      case SearchTimeoutException e -> new Problem(503, messages.text("http.slow"));
      case UncheckedIOException e -> of(e.getCause(), messages);
      default -> new Problem(500, messages.text("http.failed"));
    };
  }

  /** Whether the program, and not the client or the index, is at fault. */
  boolean isFault() {
    return status == 500;
  }

  Answer answer() {
    Answer answer = new Answer(status, "application/problem+json", json(), null, Map.of());
    return switch (status) {
      case 401 -> answer.with("WWW-Authenticate", "Bearer");
      case 405 -> answer.with("Allow", "GET, HEAD");
      case 503 -> answer.with("Retry-After", "2");
      default -> answer;
    };
  }

  byte[] json() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("title", TITLES.getOrDefault(status, "Error"));
      json.writeNumberField("status", status);
      json.writeStringField("detail", detail);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
