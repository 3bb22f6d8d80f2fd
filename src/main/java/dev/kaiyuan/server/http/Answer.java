package dev.kaiyuan.server.http;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back.
 *
 * @param status the status code
 * @param type the media type of the body
 * @param body the body, not compressed
 * @param tag what changes when the body does, or null where it must not be kept
 * @param headers further headers
 */
record Answer(
    int status, String type, byte[] body, @Nullable String tag, Map<String, String> headers) {
  static final String JSON = "application/json";

  static Answer of(String type, byte[] body, @Nullable String tag) {
    return new Answer(200, type, body, tag, Map.of());
  }

  Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, body, tag, more);
  }

  /** What the client has already. */
  static Answer notModified(String tag) {
    return new Answer(304, "", new byte[0], tag, Map.of());
  }
}
