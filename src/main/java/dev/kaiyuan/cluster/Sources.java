package dev.kaiyuan.cluster;

import dev.kaiyuan.cluster.ClusterClient.Call;
import dev.kaiyuan.cluster.ClusterClient.Reply;
import dev.kaiyuan.cluster.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What people put into an index, in an index beside it, {@code NAME.sources}: a document for each
 * {@link Source}, so that no two people write the same, and every document of the index itself is a
 * file.
 */
final class Sources {
  /** More sources than this are not listed, which no index of people's notes has. */
  private static final int MOST = 10_000;

  private static final String MAPPING =
      "{\"settings\":{\"index\":{\"number_of_shards\":1,\"auto_expand_replicas\":\"0-1\"}},"
          + "\"mappings\":{\"dynamic\":\"false\"}}";

  private final ClusterClient client;
  private final String index;

  Sources(ClusterClient client) {
    this.client = client;
    index = "/" + client.address().index() + ".sources";
  }

  private record Found(Hits hits) {}

  private record Hits(List<Document> hits) {}

  @SuppressWarnings("MemberName") // OpenSearch calls them so.
  private record Document(@Nullable Source _source, long _seq_no, long _primary_term) {}

  /** Returns all sources that the last refresh shows, in order. */
  List<Source> all(Patience patience) throws IOException {
    Reply found = client.send(Call.get(index + "/_search?size=" + MOST), patience, Set.of(404));
    List<Source> sources = new ArrayList<>();
    if (found.status() == 404) {
      return sources;
    }
    for (Document each : client.read(found.body(), Found.class).hits().hits()) {
      sources.add(Objects.requireNonNull(each._source));
    }
    sources.sort((a, b) -> (a.who() + '\0' + a.base()).compareTo(b.who() + '\0' + b.base()));
    return sources;
  }

  void create() throws IOException {
    client.create(index, MAPPING);
  }

  void delete() throws IOException {
    client.delete(index);
  }

  void refresh() throws IOException {
    client.refresh(index);
  }

  /**
   * Changes a source, also where another process of the same person changes it meanwhile.
   *
   * @param change gets what is there now, and returns what shall be
   */
  void update(Source source, UnaryOperator<Source> change) throws IOException {
    String path = index + "/_doc/" + source.id();
    while (true) {
      Document now = get(path);
      Source before = now == null || now._source == null ? source : now._source;
      String condition =
          now == null
              ? "?op_type=create"
              : "?if_seq_no=" + now._seq_no + "&if_primary_term=" + now._primary_term;
      Call put =
          Call.json("PUT", path + condition + "&refresh=true", Wire.write(change.apply(before)));
      if (client.send(put, client.toWrite(), Set.of(409)).status() != 409) {
        return;
      }
    }
  }

  private @Nullable Document get(String path) throws IOException {
    Reply reply = client.send(Call.get(path), client.toWrite(), Set.of(404));
    return reply.status() == 404 ? null : client.read(reply.body(), Document.class);
  }
}
