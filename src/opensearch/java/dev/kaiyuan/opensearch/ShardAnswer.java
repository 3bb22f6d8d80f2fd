package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.Refusal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.support.broadcast.BroadcastShardResponse;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.index.shard.ShardId;

/** What one shard answers, or why no copy of it would. */
final class ShardAnswer extends BroadcastShardResponse {
  private final String node;
  private final byte[] body;
  private final @Nullable Refusal refusal;

  /**
   * An answer.
   *
   * @param node the id of the node that gives it
   */
  ShardAnswer(ShardId shard, String node, byte[] body) {
    super(shard);
    this.node = node;
    this.body = body;
    this.refusal = null;
  }

  ShardAnswer(ShardId shard, String node, Refusal refusal) {
    super(shard);
    this.node = node;
    this.body = new byte[0];
    this.refusal = refusal;
  }

  ShardAnswer(StreamInput in) throws IOException {
    super(in);
    node = in.readString();
    body = in.readByteArray();
    refusal =
        in.readBoolean() ? new Refusal(in.readEnum(Refusal.Kind.class), in.readString()) : null;
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeString(node);
    out.writeByteArray(body);
    out.writeBoolean(refusal != null);
    if (refusal != null) {
      out.writeEnum(refusal.kind());
      out.writeString(refusal.detail());
    }
  }

  String node() {
    return node;
  }

  /** Returns the answer. */
  byte[] body() throws RefusedException {
    if (refusal != null) {
      throw new RefusedException(refusal.kind(), refusal.detail());
    }
    return body;
  }
}
