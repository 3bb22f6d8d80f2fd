package dev.kaiyuan.opensearch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.support.broadcast.BroadcastRequest;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;

/** A question to all shards of an index. */
final class ShardRequest extends BroadcastRequest<ShardRequest> {
  private final ShardQuestion question;
  private final byte[] body;
  private final @Nullable String preference;

  /**
   * Makes a question.
   *
   * @param body what is asked, see {@link ShardQuestion}
   * @param preference whoever asks with the same is answered by the same copies, if they live; or
   *     null for any
   */
  ShardRequest(String index, ShardQuestion question, byte[] body, @Nullable String preference) {
    super(new String[] {index});
    this.question = question;
    this.body = body;
    this.preference = preference;
  }

  ShardRequest(StreamInput in) throws IOException {
    super(in);
    question = in.readEnum(ShardQuestion.class);
    body = in.readByteArray();
    preference = in.readOptionalString();
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeEnum(question);
    out.writeByteArray(body);
    out.writeOptionalString(preference);
  }

  ShardQuestion question() {
    return question;
  }

  byte[] body() {
    return body;
  }

  @Nullable String preference() {
    return preference;
  }
}
