package dev.kaiyuan.opensearch;

import java.io.IOException;
import java.util.List;
import org.opensearch.action.support.broadcast.BroadcastResponse;
import org.opensearch.core.action.support.DefaultShardOperationFailedException;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;

/** What the shards of an index answer, those that could. */
final class ShardAnswers extends BroadcastResponse {
  private final List<ShardAnswer> answers;

  ShardAnswers(
      int shards, List<ShardAnswer> answers, List<DefaultShardOperationFailedException> failures) {
    super(shards, answers.size(), shards - answers.size(), failures);
    this.answers = List.copyOf(answers);
  }

  ShardAnswers(StreamInput in) throws IOException {
    super(in);
    answers = in.readList(ShardAnswer::new);
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeList(answers);
  }

  /** Returns the answers, in the order of the shards. */
  List<ShardAnswer> answers() {
    return answers;
  }
}
