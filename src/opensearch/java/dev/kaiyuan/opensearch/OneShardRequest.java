package dev.kaiyuan.opensearch;

import java.io.IOException;
import org.opensearch.action.support.broadcast.BroadcastShardRequest;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.index.shard.ShardId;

/** A question as one shard gets it. */
final class OneShardRequest extends BroadcastShardRequest {
  private final ShardQuestion question;
  private final byte[] body;

  OneShardRequest(ShardId shard, ShardRequest request) {
    super(shard, request);
    question = request.question();
    body = request.body();
  }

  OneShardRequest(StreamInput in) throws IOException {
    super(in);
    question = in.readEnum(ShardQuestion.class);
    body = in.readByteArray();
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeEnum(question);
    out.writeByteArray(body);
  }

  ShardQuestion question() {
    return question;
  }

  byte[] body() {
    return body;
  }
}
