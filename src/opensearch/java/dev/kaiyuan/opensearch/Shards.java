package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.Refusal;
import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.search.ShardStep;
import dev.kaiyuan.search.ShardedSearch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.ExceptionsHelper;
import org.opensearch.core.action.support.DefaultShardOperationFailedException;
import org.opensearch.transport.ReceiveTimeoutTransportException;
import org.opensearch.transport.client.node.NodeClient;

/**
 * The shards of an index, for one question of a client: each step is asked of the copies that
 * answered the one before, if they live, and none takes longer than the question may.
 */
final class Shards implements ShardedSearch.Shards {
  private final NodeClient client;
  private final String index;
  private final int number;
  private final QuestionTime time;

  /** The nodes that answered, by their shards. */
  private final Map<Integer, String> answered = new HashMap<>();

  Shards(NodeClient client, String index, int number, QuestionTime time) {
    this.client = client;
    this.index = index;
    this.number = number;
    this.time = time;
  }

  /**
   * Returns the same for a request.
   *
   * @param limit the time that it allows itself, or null
   */
  Shards within(@Nullable Duration limit) {
    return new Shards(client, index, number, time.within(limit));
  }

  /** Returns how many shards there are. */
  int number() {
    return number;
  }

  /**
   * Asks all of them, and waits.
   *
   * @return what each says, in their order
   * @throws RefusedException if one refuses, or no copy of one could answer, or not in time
   */
  List<byte[]> ask(ShardQuestion question, byte[] body) throws RefusedException {
    ShardRequest request = new ShardRequest(index, question, body, time.left(), answered);
    ShardAnswers answers = client.execute(ShardAction.TYPE, request).actionGet();
    List<byte[]> bodies = new ArrayList<>();
    for (ShardAnswer each : answers.answers()) {
      answered.put(each.getShardId().id(), each.node());
      bodies.add(body(each));
    }
    if (bodies.size() < number) {
      throw refusal(answers);
    }
    return bodies;
  }

  private byte[] body(ShardAnswer answer) throws RefusedException {
    try {
      return answer.body();
    } catch (RefusedException e) {
      // It says how much time was left when it was asked.
      throw e.refusal().kind() == Refusal.Kind.TIMEOUT
          ? time.over(Integer.toString(answer.getShardId().id()))
          : e;
    }
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

  private RefusedException refusal(ShardAnswers answers) {
    String reason =
        answers.getFailedShards() + " of " + answers.getTotalShards() + " shards are nowhere";
    for (DefaultShardOperationFailedException each : answers.getShardFailures()) {
      reason = "shard " + each.shardId() + ": " + each.reason();
      if (ExceptionsHelper.unwrap(each.getCause(), ReceiveTimeoutTransportException.class)
          instanceof ReceiveTimeoutTransportException slow) {
        return time.over(each.shardId() + ", " + slow.address());
      }
    }
    return new RefusedException(Refusal.Kind.UNAVAILABLE, reason);
  }
}
