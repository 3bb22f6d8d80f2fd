package dev.kaiyuan.cluster;

import dev.kaiyuan.cluster.wire.MalformedMessageException;
import dev.kaiyuan.cluster.wire.Wire;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What OpenSearch says when it refuses a request.
 *
 * @param error why
 */
record ErrorBody(@Nullable Cause error) {
  /**
   * Why a request, or a document of it, is refused.
   *
   * @param type the kind of error, such as {@code index_not_found_exception}
   * @param reason the kind in words
   * @param detail what Kaiyuan's plugin adds
   */
  record Cause(@Nullable String type, @Nullable String reason, @Nullable String detail) {
    private static final Cause UNKNOWN = new Cause(null, null, null);

    boolean is(String name) {
      return name.equals(type);
    }

    boolean says(String words) {
      return reason != null && reason.contains(words);
    }

    /** Whether a node was lost on the way; the next try finds another copy. */
    boolean tellsOfLostNode() {
      return type != null && type.startsWith("node_") && type.endsWith("_exception");
    }

    String text() {
      return reason != null ? reason : type != null ? type : "no reason given";
    }
  }

  /** Reads the body of an answer; one that names no cause is as good as none. */
  static Cause cause(byte[] body) {
    try {
      Cause error = Wire.read(body, ErrorBody.class).error;
      return error == null ? Cause.UNKNOWN : error;
    } catch (MalformedMessageException e) {
      // OpenSearch itself says some errors in one string, and a proxy in HTML.
      String text = new String(body, StandardCharsets.UTF_8);
      return text.contains("no handler found")
          ? new Cause("no_handler", text, null)
          : Cause.UNKNOWN;
    }
  }
}
