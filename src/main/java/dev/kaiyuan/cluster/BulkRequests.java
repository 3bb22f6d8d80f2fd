package dev.kaiyuan.cluster;

import dev.kaiyuan.cluster.ClusterClient.Call;
import dev.kaiyuan.cluster.ClusterClient.Reply;
import dev.kaiyuan.cluster.ClusterException.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches until the cluster has acknowledged each file of them: those that it had no room for
 * again, behind longer and longer pauses. Thread-safe.
 */
final class BulkRequests {
  private static final int TOO_LARGE = 413;
  private static final int TOO_MANY = 429;

  private final ClusterClient client;
  private final Patience patience;
  private final String path;

  /** The files that the cluster refuses for good, each with the reason. */
  private final List<String> refused = new ArrayList<>();

  BulkRequests(ClusterClient client) {
    this.client = client;
    patience = client.toWrite();
    path =
        "/"
            + client.address().index()
            + "/_bulk?timeout=30s&filter_path=errors,items.*.status,items.*.error";
  }

  private record Answer(boolean errors, List<Map<String, Result>> items) {}

  private record Result(int status, ErrorBody.@Nullable Cause error) {}

  /** Sends a batch. */
  void send(Batch batch) throws IOException {
    List<Batch.Item> left = batch.items();
    long start = System.nanoTime();
    for (int round = 0; !left.isEmpty(); round++) {
      Reply reply =
          client.send(
              new Call("POST", path, "application/x-ndjson", Batch.of(left).body()),
              patience,
              Set.of(TOO_LARGE));
      if (reply.status() == TOO_LARGE) {
        split(left);
        return;
      }
      Answer answer = client.read(reply.body(), Answer.class);
      if (!answer.errors()) {
        return;
      }
      left = toRepeat(left, answer, patience.isLast(round, patience.rounds(), start));
      if (!left.isEmpty()) {
        ClusterClient.pause(patience.pauseMillis(round));
      }
    }
  }

  private void split(List<Batch.Item> items) throws IOException {
    if (items.size() == 1) {
      refuse(items.getFirst(), "it is larger than http.max_content_length");
      return;
    }
    int half = items.size() / 2;
    send(Batch.of(items.subList(0, half)));
    send(Batch.of(items.subList(half, items.size())));
  }

  private List<Batch.Item> toRepeat(List<Batch.Item> sent, Answer answer, boolean last)
      throws ClusterException {
    List<Batch.Item> again = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      Result result = answer.items().get(i).values().iterator().next();
      ErrorBody.Cause error = result.error();
      if (error == null) {
        continue; // Also what was to be deleted and is not there.
      }
      ClusterException blocked = client.refused().blocked(error);
      if (blocked != null) {
        throw blocked;
      }
      if (result.status() < 500 && result.status() != TOO_MANY) {
        refuse(sent.get(i), error.text());
      } else if (last) {
        Problem problem = error.is("unavailable_shards_exception") ? Problem.RED : Problem.BUSY;
        throw new ClusterException(problem, client.address().toString(), error.text());
      } else {
        again.add(sent.get(i));
      }
    }
    return again;
  }

  private synchronized void refuse(Batch.Item item, String reason) {
    refused.add(item.path() + ": " + reason);
  }

  /**
   * Says which files the cluster did not take; all others are there.
   *
   * @throws ClusterException if there are any
   */
  synchronized void requireAllTaken() throws ClusterException {
    if (!refused.isEmpty()) {
      throw new ClusterException(
          Problem.FILES_REFUSED,
          Integer.toString(refused.size()),
          client.address().toString(),
          refused.getFirst());
    }
  }
}
