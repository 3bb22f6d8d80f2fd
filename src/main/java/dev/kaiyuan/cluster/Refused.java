package dev.kaiyuan.cluster;

import dev.kaiyuan.cluster.ClusterException.Problem;
import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.Refusal;
import dev.kaiyuan.search.limit.SearchTimeoutException;
import dev.kaiyuan.search.limit.TooComplexPatternException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what the refusal of a node means, as the same failure of a folder's index would. */
final class Refused {
  private final ClusterAddress address;

  Refused(ClusterAddress address) {
    this.address = address;
  }

  /** Returns the failure that an answer tells. */
  IOException of(URI node, int status, byte[] body) {
    ErrorBody.Cause cause = ErrorBody.cause(body);
    Refusal.Kind kind = cause.type() == null ? null : Refusal.Kind.ofType(cause.type());
    String detail = Objects.requireNonNullElse(cause.detail(), "");
    return kind == null ? foreign(node, status, cause) : own(kind, node, detail);
  }

  private IOException own(Refusal.Kind kind, URI node, String detail) {
    return switch (kind) {
      case PROTOCOL ->
          new ClusterException(
              Problem.PROTOCOL, node.toString(), detail, Integer.toString(Endpoint.PROTOCOL));
      case SCHEMA -> new ClusterException(Problem.SCHEMA, address.toString());
      case FOREIGN -> new ClusterException(Problem.FOREIGN, address.toString());
      case NO_ARTICLE -> new NoSuchFileException(detail);
      case TIMEOUT -> new SearchTimeoutException(Duration.ofMillis(Long.parseLong(detail)));
      case PATTERN -> throw new TooComplexPatternException(detail, null);
      case SLOW -> new ClusterException(Problem.SLOW_SHARD, address.toString(), detail);
      case UNAVAILABLE -> new ClusterException(Problem.RED, address.toString(), detail);
      case MALFORMED -> new ClusterException(Problem.REFUSED, address.toString(), detail);
    };
  }

  private ClusterException foreign(URI node, int status, ErrorBody.Cause cause) {
    ClusterException blocked = blocked(cause);
    if (blocked != null) {
      return blocked;
    }
    return switch (status) {
      case 401 -> new ClusterException(Problem.LOGIN, node.toString());
      case 403 -> new ClusterException(Problem.FORBIDDEN, address.toString(), cause.text());
      case 429, 502, 503, 504 ->
          new ClusterException(Problem.BUSY, address.toString(), cause.text());
      default -> {
        if (cause.is("no_handler") || status == 405) {
          yield new ClusterException(Problem.NO_PLUGIN, node.toString());
        }
        if (cause.tellsOfLostNode()) {
          yield new ClusterException(Problem.BUSY, address.toString(), cause.text());
        }
        if (cause.is("index_not_found_exception")) {
          yield new ClusterException(Problem.NO_INDEX, address.toString());
        }
        yield cause.type() == null
            ? new ClusterException(Problem.NO_CLUSTER, node.toString())
            : new ClusterException(Problem.REFUSED, address.toString(), cause.text());
      }
    };
  }

  /** Returns what stands in the way of writing for good, or null. */
  @Nullable ClusterException blocked(ErrorBody.Cause cause) {
    if (!cause.is("cluster_block_exception")) {
      return null;
    }
    return cause.says("flood-stage") || cause.says("read-only / allow delete")
        ? new ClusterException(Problem.DISK_FULL, address.toString())
        : cause.says("no master") || cause.says("not recovered")
            ? null
            : new ClusterException(Problem.REFUSED, address.toString(), cause.text());
  }
}
