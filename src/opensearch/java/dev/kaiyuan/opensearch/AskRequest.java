package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.Endpoint;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.ActionRequest;
import org.opensearch.action.ActionRequestValidationException;
import org.opensearch.action.IndicesRequest;
import org.opensearch.action.support.IndicesOptions;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;

/** A question of a client about an index. */
final class AskRequest extends ActionRequest implements IndicesRequest {
  private final String index;
  private final Endpoint endpoint;
  private final int protocol;
  private final Duration clientWaits;
  private final byte[] body;

  AskRequest(String index, Endpoint endpoint, int protocol, Duration clientWaits, byte[] body) {
    this.index = index;
    this.endpoint = endpoint;
    this.protocol = protocol;
    this.clientWaits = clientWaits;
    this.body = body;
  }

  AskRequest(StreamInput in) throws IOException {
    super(in);
    index = in.readString();
    endpoint = in.readEnum(Endpoint.class);
    protocol = in.readVInt();
    clientWaits = Duration.ofMillis(in.readVLong());
    body = in.readByteArray();
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeString(index);
    out.writeEnum(endpoint);
    out.writeVInt(protocol);
    out.writeVLong(clientWaits.toMillis());
    out.writeByteArray(body);
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** Returns the version of the protocol that the client speaks. */
  int protocol() {
    return protocol;
  }

  /** Returns how long the client waits for the answer. */
  Duration clientWaits() {
    return clientWaits;
  }

  byte[] body() {
    return body;
  }

  @Override
  public String[] indices() {
    return new String[] {index};
  }

  @Override
  public IndicesOptions indicesOptions() {
    return IndicesOptions.strictSingleIndexNoExpandForbidClosed();
  }

  @Override
  public @Nullable ActionRequestValidationException validate() {
    return null;
  }
}
