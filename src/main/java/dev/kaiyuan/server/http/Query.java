package dev.kaiyuan.server.http;

import dev.kaiyuan.output.Messages;
import dev.kaiyuan.server.Parameters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks.
 *
 * @param path the path, decoded
 * @param query what is after the question mark, or null
 * @param knownTags what {@code If-None-Match} says, or null
 * @param languages what {@code Accept-Language} says, or null
 */
record Query(
    String path, @Nullable String query, @Nullable String knownTags, @Nullable String languages) {

  /**
   * Returns the parameters.
   *
   * @throws MalformedQueryException if a percent sign begins no character
   */
  Parameters parameters() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (query != null && !query.isEmpty()) {
      for (String pair : query.split("&")) {
        String[] parts = pair.split("=", 2);
        if (!pair.isEmpty()) {
          values
              .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
              .add(parts.length == 1 ? "" : decoded(parts[1]));
        }
      }
    }
    return Parameters.of(values);
  }

  /** Returns the first value of a name, or null. */
  @Nullable String parameter(String name) {
    return query == null || !query.contains(name + "=") ? null : parameters().first(name);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedQueryException(e);
    }
  }

  /** The query is not encoded as it has to be. */
  static final class MalformedQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedQueryException(Throwable cause) {
      super(cause);
    }
  }

  /** Whether the client has what this tag stands for. */
  boolean knows(String tag) {
    if (knownTags == null) {
      return false;
    }
    for (String known : knownTags.split(",")) {
      String each = known.strip();
      if (each.equals("*") || each.equals(tag) || each.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the messages in the language that the client asks for first. */
  Messages messages() {
    return Messages.in(languages == null ? "en" : languages.strip());
  }
}
