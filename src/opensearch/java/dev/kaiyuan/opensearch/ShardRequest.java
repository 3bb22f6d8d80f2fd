package dev.kaiyuan.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.opensearch.action.support.broadcast.BroadcastRequest;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;

/** A question to all shards of an index. */
final class ShardRequest extends BroadcastRequest<ShardRequest> {
  private final ShardQuestion question;
  private final byte[] body;
  private final Duration time;
  private final Map<Integer, String> answered;

  /**
   * Makes a question.
   *
   * @param body what is asked, see {@link ShardQuestion}
   * @param time the time that all copies of a shard have together
   * @param answered for shards the node whose copy is to be asked first
   */
  ShardRequest(
      String index,
      ShardQuestion question,
      byte[] body,
      Duration time,
      Map<Integer, String> answered) {
    super(new String[] {index});
    this.question = question;
    this.body = body;
    this.time = time;
    this.answered = Map.copyOf(answered);
  }

  ShardRequest(StreamInput in) throws IOException {
    super(in);
    question = in.readEnum(ShardQuestion.class);
    body = in.readByteArray();
    time = Duration.ofMillis(in.readVLong());
    answered = in.readMap(StreamInput::readVInt, StreamInput::readString);
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeEnum(question);
    out.writeByteArray(body);
    out.writeVLong(time.toMillis());
    out.writeMap(answered, StreamOutput::writeVInt, StreamOutput::writeString);
  }

  ShardQuestion question() {
    return question;
  }

  byte[] body() {
    return body;
  }

  Duration time() {
    return time;
  }

  Map<Integer, String> answered() {
    return answered;
  }
}
