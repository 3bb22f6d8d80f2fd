package dev.kaiyuan.server.http;

import java.util.List;
import java.util.Random;

/** Requests of which most are nearly right. */
final class RandomRequests {
  private static final List<String> PATHS =
      List.of(
          "/api/search",
          "/api/search",
          "/api/article",
          "/api/similar",
          "/api/complete",
          "/api/stats",
          "/image",
          "/health",
          "/metrics",
          "/",
          "/api/../etc/passwd",
          "/%2e%2e/%2e",
          "//",
          "/api/search/",
          "/api/openapi.json",
          "/page.js",
          "*");
  private static final List<String> NAMES =
      List.of(
          "q",
          "q",
          "q",
          "path",
          "path",
          "limit",
          "offset",
          "lang",
          "tag",
          "since",
          "until",
          "sort",
          "explain",
          "facets",
          "translate",
          "html",
          "src",
          "token",
          "x");
  private static final List<String> VALUES =
      List.of(
          "licence",
          "%E8%AE%B8%E5%8F%AF%E8%AF%81",
          "notes/en/licence.md",
          "../../etc/passwd",
          "/etc/passwd",
          "10",
          "-1",
          "99999999999",
          "true",
          "zh",
          "2024",
          "2024-02-31",
          "date",
          "",
          "%",
          "%00",
          "%ff%fe",
          "a*b?c*d",
          "**/**",
          "%22open%20source",
          "(((",
          "title:",
          "-a",
          "file:///etc/passwd",
          "%F0%9F%90%BC",
          "%ED%A0%80",
          "~~~",
          "OR+OR",
          "a%0d%0aX:+y");
  private static final List<String> HEADERS =
      List.of(
          "Accept-Encoding: gzip",
          "If-None-Match: \"a\"",
          "Accept-Language: zh",
          "Cookie: a=b; c",
          "Authorization: Bearer x",
          "Range: bytes=0-1",
          "Expect: nothing",
          "X: \u00ff");

  private final Random random;
  private final int port;

  RandomRequests(Random random, int port) {
    this.random = random;
    this.port = port;
  }

  String next() {
    StringBuilder request = new StringBuilder();
    request.append(random.nextInt(20) == 0 ? pick(List.of("HEAD", "OPTIONS", "FOO")) : "GET");
    request.append(' ').append(pick(PATHS));
    int parameters = random.nextInt(5);
    for (int i = 0; i < parameters; i++) {
      request.append(i == 0 ? '?' : '&').append(pick(NAMES)).append('=').append(value());
    }
    request.append(" HTTP/1.1\r\n");
    String host = random.nextInt(50) == 0 ? "elsewhere.example" : "localhost:" + port;
    request.append("Host: ").append(host).append("\r\n");
    for (int i = random.nextInt(3); i > 0; i--) {
      request.append(pick(HEADERS)).append("\r\n");
    }
    return request.append("\r\n").toString();
  }

  private String value() {
    if (random.nextInt(3) > 0) {
      return pick(VALUES);
    }
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      value.append(Served.encoded(Character.toString(random.nextInt(0xD800))));
    }
    return value.toString();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
