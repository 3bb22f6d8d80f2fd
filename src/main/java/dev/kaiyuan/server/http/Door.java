package dev.kaiyuan.server.http;

import dev.kaiyuan.output.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets in who may ask, and sends what the routes answer: with a tag, compressed, and locked up. */
final class Door extends Handler.Abstract {
  private static final int LEAST_COMPRESSED = 1024;

  /** Nothing from elsewhere, no script but the page's own, and no frame around it. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
              + " 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cache-Control",
          "no-cache",
          "Vary",
          "Accept-Encoding, Accept-Language");

  private final Guard guard;
  private final Routes routes;
  private final Metrics metrics;
  private final Consumer<Throwable> faults;

  Door(Guard guard, Routes routes, Metrics metrics, Consumer<Throwable> faults) {
    this.guard = guard;
    this.routes = routes;
    this.metrics = metrics;
    this.faults = faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpFields headers = request.getHeaders();
    Query query =
        new Query(
            Request.getPathInContext(request),
            request.getHttpURI().getQuery(),
            headers.get(HttpHeader.IF_NONE_MATCH),
            headers.get(HttpHeader.ACCEPT_LANGUAGE));
    Answer answer = answer(request, query);
    metrics.answered(routes.name(query.path()), answer.status());
    send(answer, request, response, callback);
    return true;
  }

  private Answer answer(Request request, Query query) {
    Messages messages = query.messages();
    HttpFields headers = request.getHeaders();
    String host = headers.get(HttpHeader.HOST);
    if (!guard.knowsHost(host)) {
      return new Problem(421, messages.text("http.host")).answer();
    }
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      return new Problem(405, messages.text("http.method", request.getMethod())).answer();
    }
    try {
      String given = query.path().equals("/") ? query.parameter("token") : null;
      if (guard.isToken(given)) {
        return new Answer(303, "", new byte[0], null, Map.of())
            .with("Location", "/")
            .with("Set-Cookie", guard.cookie(given));
      }
      boolean open = query.path().equals("/health");
      if (!open && !guard.admits(headers.get(HttpHeader.AUTHORIZATION), cookies(headers))) {
        return new Problem(401, messages.text("http.token")).answer();
      }
      return routes.answer(query);
    } catch (IOException | RuntimeException | Error e) {
      Problem problem = Problem.of(e, messages);
      if (problem.isFault()) {
        faults.accept(e);
      }
      return problem.answer();
    }
  }

  private static List<String> cookies(HttpFields headers) {
    return headers.getValuesList(HttpHeader.COOKIE);
  }

  private static void send(Answer answer, Request request, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    response.setStatus(answer.status());
    ALWAYS.forEach(headers::put);
    answer.headers().forEach(headers::put);
    if (answer.tag() != null) {
      headers.put(HttpHeader.ETAG, answer.tag());
    }
    if (answer.status() == 304) {
      response.write(true, null, callback);
      return;
    }
    byte[] body = answer.body();
    if (!answer.type().isEmpty()) {
      headers.put(HttpHeader.CONTENT_TYPE, answer.type());
    }
    if (body.length >= LEAST_COMPRESSED && isText(answer.type()) && takesGzip(request)) {
      body = compressed(body);
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    boolean head = request.getMethod().equals("HEAD");
    response.write(true, head ? null : ByteBuffer.wrap(body), callback);
  }

  private static boolean isText(String type) {
    return type.startsWith("text/") || type.contains("json") || type.equals("image/svg+xml");
  }

  private static boolean takesGzip(Request request) {
    HttpField accepted = request.getHeaders().getField(HttpHeader.ACCEPT_ENCODING);
    return accepted != null && accepted.contains("gzip");
  }

  private static byte[] compressed(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 2);
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
