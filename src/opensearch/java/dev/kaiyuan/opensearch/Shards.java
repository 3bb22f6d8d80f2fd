package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.Refusal;
import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.search.ShardStep;
import dev.kaiyuan.search.ShardedSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opensearch.core.action.support.DefaultShardOperationFailedException;
import org.opensearch.transport.client.node.NodeClient;

/**
 * The shards of an index, for one question of a client: all that is asked is asked of the same
 * copies, if they live.
 */
final class Shards implements ShardedSearch.Shards {
  private final NodeClient client;
  private final String index;
  private final int number;
  private final String preference = UUID.randomUUID().toString();

  Shards(NodeClient client, String index, int number) {
    this.client = client;
    this.index = index;
    this.number = number;
  }

  /** Returns how many shards there are. */
  int number() {
    return number;
  }

  /**
   * Asks all of them, and waits.
   *
   * @return what each says, in their order
   * @throws RefusedException if one refuses, or no copy of one could answer
   */
  List<byte[]> ask(ShardQuestion question, byte[] body) throws RefusedException {
    ShardAnswers answers =
        client
            .execute(ShardAction.TYPE, new ShardRequest(index, question, body, preference))
            .actionGet();
    List<byte[]> bodies = answers.bodies();
    if (bodies.size() < number) {
      throw new RefusedException(Refusal.Kind.UNAVAILABLE, reason(answers));
    }
    return bodies;
  }

  /** As {@link #ask(ShardQuestion, byte[])}, with answers of one type. */
  <T extends Record> List<T> ask(ShardQuestion question, byte[] body, Class<T> type)
      throws IOException {
    List<T> answers = new ArrayList<>();
    for (byte[] each : ask(question, body)) {
      answers.add(Wire.read(each, type));
    }
    return answers;
  }

  @Override
  public <T extends Record> List<T> ask(ShardStep step, Record question, Class<T> answer)
      throws IOException {
    return ask(ShardQuestion.of(step), Wire.write(question), answer);
  }

  private static String reason(ShardAnswers answers) {
    for (DefaultShardOperationFailedException each : answers.getShardFailures()) {
      return "shard " + each.shardId() + ": " + each.reason();
    }
    return answers.getFailedShards() + " of " + answers.getTotalShards() + " shards are nowhere";
  }
}
