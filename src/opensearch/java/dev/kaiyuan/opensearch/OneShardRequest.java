package dev.kaiyuan.opensearch;

import java.io.IOException;
import java.time.Duration;
import org.opensearch.action.support.broadcast.BroadcastShardRequest;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.index.shard.ShardId;

/** A question as one shard gets it. */
final class OneShardRequest extends BroadcastShardRequest {
  private final ShardQuestion question;
  private final byte[] body;
  private final Duration time;
  private final Duration patience;

  /**
   * Makes a question.
   *
   * @param copies the number of copies of the shard, which share the time
   */
  OneShardRequest(ShardId shard, int copies, ShardRequest request) {
    super(shard, request);
    question = request.question();
    body = request.body();
    time = request.time();
    patience = Duration.ofMillis(Math.max(1, time.toMillis() / Math.max(1, copies)));
  }

  OneShardRequest(StreamInput in) throws IOException {
    super(in);
    question = in.readEnum(ShardQuestion.class);
    body = in.readByteArray();
    time = Duration.ofMillis(in.readVLong());
    patience = time;
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeEnum(question);
    out.writeByteArray(body);
    out.writeVLong(time.toMillis());
  }

  ShardQuestion question() {
    return question;
  }

  byte[] body() {
    return body;
  }

  /** Returns the time after which the work is to be given up. */
  Duration time() {
    return time;
  }

  /** Returns the time after which the next copy is asked. */
  Duration patience() {
    return patience;
  }
}
