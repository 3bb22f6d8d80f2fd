package dev.kaiyuan.cluster.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a question cannot be answered, as the body of an error says it: {@code {"error":{"type":
 * "kaiyuan_pattern","reason":"…","detail":"…"},"status":400}}. Errors of OpenSearch itself look the
 * same, without detail and with other types.
 *
 * @param kind the kind
 * @param detail what the kind leaves open
 */
public record Refusal(Kind kind, String detail) {
  /** The kinds of refusals, each with its status of HTTP. */
  public enum Kind {
    /** The client speaks another protocol; the detail is that of the plugin. */
    PROTOCOL(400, "the plugin speaks another version of the protocol"),
    /** The question cannot be read; the detail is why. */
    MALFORMED(400, "the question cannot be read"),
    /** Kaiyuan did not make the index; the detail is its name. */
    FOREIGN(400, "this index holds no articles of Kaiyuan"),
    /** Another version made the index; the detail is that index's schema. */
    SCHEMA(409, "another version of Kaiyuan made the index"),
    /** The pattern of a path is too complex; the detail is the pattern. */
    PATTERN(400, "the pattern is too complex"),
    /** The index holds no such article; the detail is its path. */
    NO_ARTICLE(404, "the index holds no such article"),
    /** The time of the request is over; the detail is its milliseconds. */
    TIMEOUT(503, "the search was not done in time"),
    /** No copy of a shard answered in time; the detail is the number of the shard, and a node. */
    SLOW(503, "no copy of a shard answered in time"),
    /** No copy of a shard could answer; the detail is the number of the shard, and why. */
    UNAVAILABLE(503, "no copy of a shard could answer");

    private final int status;
    private final String reason;

    Kind(int status, String reason) {
      this.status = status;
      this.reason = reason;
    }

    /** Returns the status of HTTP. */
    public int status() {
      return status;
    }

    /** Returns the kind in English words. */
    public String reason() {
      return reason;
    }

    /** Returns the type as an error names it. */
    public String type() {
      return "kaiyuan_" + name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind that an error names, or null for an error of OpenSearch itself. */
    public static @Nullable Kind ofType(String type) {
      for (Kind kind : values()) {
        if (kind.type().equals(type)) {
          return kind;
        }
      }
      return null;
    }
  }
}
