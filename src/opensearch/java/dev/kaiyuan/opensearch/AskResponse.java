package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.Refusal;
import dev.kaiyuan.cluster.wire.Wire;
import java.io.IOException;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;

/** An answer, as HTTP has it. */
final class AskResponse extends ActionResponse {
  private final int status;
  private final byte[] body;

  /** An answer. */
  AskResponse(byte[] body) {
    this.status = 200;
    this.body = body;
  }

  /** A refusal. */
  AskResponse(Refusal refusal) {
    status = refusal.kind().status();
    body =
        Wire.write(
            new Failure(
                new Cause(refusal.kind().type(), refusal.kind().reason(), refusal.detail()),
                status));
  }

  AskResponse(StreamInput in) throws IOException {
    super(in);
    status = in.readVInt();
    body = in.readByteArray();
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeVInt(status);
    out.writeByteArray(body);
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  private record Failure(Cause error, int status) {}

  private record Cause(String type, String reason, String detail) {}
}
