package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.Refusal;
import dev.kaiyuan.index.CommitData;
import java.io.IOException;
import java.util.Map;
import org.opensearch.action.ActionRunnable;
import org.opensearch.action.ActionType;
import org.opensearch.action.support.ActionFilters;
import org.opensearch.action.support.HandledTransportAction;
import org.opensearch.cluster.metadata.IndexMetadata;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.metadata.MappingMetadata;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.inject.Inject;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.index.Index;
import org.opensearch.tasks.Task;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.TransportService;
import org.opensearch.transport.client.node.NodeClient;

/** Answers a client: asks the shards, and puts together what they say. */
public final class AskAction extends HandledTransportAction<AskRequest, AskResponse> {
  static final String NAME = "indices:data/read/kaiyuan/ask";
  static final ActionType<AskResponse> TYPE = new ActionType<>(NAME, AskResponse::new);

  /** The threads that wait for shards. */
  static final String THREADS = "kaiyuan";

  private final ClusterService cluster;
  private final IndexNameExpressionResolver resolver;
  private final ThreadPool threads;
  private final NodeClient client;

  /** Made by OpenSearch. */
  @Inject
  public AskAction(
      ClusterService cluster,
      TransportService transport,
      ActionFilters filters,
      IndexNameExpressionResolver resolver,
      ThreadPool threads,
      NodeClient client) {
    super(NAME, transport, filters, AskRequest::new);
    this.cluster = cluster;
    this.resolver = resolver;
    this.threads = threads;
    this.client = client;
  }

  @Override
  protected void doExecute(Task task, AskRequest request, ActionListener<AskResponse> listener) {
    // What waits for a thread grows old too.
    QuestionTime time = QuestionTime.of(request.clientWaits());
    threads.executor(THREADS).execute(ActionRunnable.supply(listener, () -> answer(request, time)));
  }

  private AskResponse answer(AskRequest request, QuestionTime time) throws IOException {
    try {
      if (request.protocol() != Endpoint.PROTOCOL) {
        throw new RefusedException(Refusal.Kind.PROTOCOL, String.valueOf(Endpoint.PROTOCOL));
      }
      Index index = resolver.concreteSingleIndex(cluster.state(), request);
      IndexMetadata metadata = cluster.state().metadata().getIndexSafe(index);
      CommitData data = data(metadata);
      Shards shards = new Shards(client, index.getName(), metadata.getNumberOfShards(), time);
      byte[] answer =
          RefusedException.told(
              () -> new IndexAnswers(shards, data).answer(request.endpoint(), request.body()));
      return new AskResponse(answer);
    } catch (RefusedException e) {
      return new AskResponse(e.refusal());
    }
  }

  private static CommitData data(IndexMetadata index) throws RefusedException {
    MappingMetadata mapping = index.mapping();
    Object meta = mapping == null ? null : mapping.sourceAsMap().get("_meta");
    CommitData data = IndexMeta.of(meta instanceof Map<?, ?> map ? map : null);
    if (!data.isOurs()) {
      throw new RefusedException(Refusal.Kind.FOREIGN, index.getIndex().getName());
    }
    if (!data.isCurrent()) {
      throw new RefusedException(Refusal.Kind.SCHEMA, data.schema());
    }
    return data;
  }
}
