package dev.kaiyuan.server.mcp;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of the protocol. Up to 2025-11-25 a client begins with {@code initialize}; from
 * 2026-07-28 on each request says its revision in {@code _meta}, and results say what they are.
 */
final class Revision {
  static final String META = "io.modelcontextprotocol/";

  static final List<String> WITH_HANDSHAKE =
      List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

  static final List<String> WITHOUT_HANDSHAKE = List.of("2026-07-28");

  private Revision() {}

  /** Returns the revision that is spoken with a client that asks for one by a handshake. */
  static String agreed(@Nullable Object asked) {
    return asked instanceof String text && WITH_HANDSHAKE.contains(text)
        ? text
        : WITH_HANDSHAKE.getFirst();
  }

  /** Returns the revision that a request says of itself, or null where it says none. */
  static @Nullable String of(Map<?, ?> parameters) {
    return parameters.get("_meta") instanceof Map<?, ?> meta
            && meta.get(META + "protocolVersion") instanceof String revision
        ? revision
        : null;
  }
}
