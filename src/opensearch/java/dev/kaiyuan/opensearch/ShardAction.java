package dev.kaiyuan.opensearch;

import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.search.ShardSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.opensearch.action.ActionType;
import org.opensearch.action.support.ActionFilters;
import org.opensearch.action.support.broadcast.BroadcastShardOperationFailedException;
import org.opensearch.action.support.broadcast.TransportBroadcastAction;
import org.opensearch.cluster.ClusterState;
import org.opensearch.cluster.block.ClusterBlockException;
import org.opensearch.cluster.block.ClusterBlockLevel;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.routing.GroupShardsIterator;
import org.opensearch.cluster.routing.PlainShardIterator;
import org.opensearch.cluster.routing.ShardIterator;
import org.opensearch.cluster.routing.ShardRouting;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.inject.Inject;
import org.opensearch.core.action.support.DefaultShardOperationFailedException;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.index.IndexService;
import org.opensearch.index.engine.Engine;
import org.opensearch.index.shard.IndexShard;
import org.opensearch.indices.IndicesService;
import org.opensearch.tasks.Task;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.TransportService;

/** Asks all shards of an index, of each the next copy when one fails, or does not answer. */
public final class ShardAction
    extends TransportBroadcastAction<ShardRequest, ShardAnswers, OneShardRequest, ShardAnswer> {
  static final String NAME = "indices:data/read/kaiyuan/shards";
  static final ActionType<ShardAnswers> TYPE = new ActionType<>(NAME, ShardAnswers::new);

  private final IndicesService indices;
  private final ShardSearchers searchers = new ShardSearchers();

  /** Made by OpenSearch. */
  @Inject
  public ShardAction(
      ClusterService clusterService,
      TransportService transportService,
      IndicesService indices,
      ActionFilters actionFilters,
      IndexNameExpressionResolver resolver) {
    super(
        NAME,
        clusterService,
        transportService,
        actionFilters,
        resolver,
        ShardRequest::new,
        OneShardRequest::new,
        ThreadPool.Names.SEARCH);
    this.indices = indices;
  }

  @Override
  protected OneShardRequest newShardRequest(
      int numShards, ShardRouting shard, ShardRequest request) {
    return new OneShardRequest(shard.shardId(), numShards, request);
  }

  @Override
  protected ShardAnswer readShardResponse(StreamInput in) throws IOException {
    return new ShardAnswer(in);
  }

  @Override
  protected GroupShardsIterator<ShardIterator> shards(
      ClusterState state, ShardRequest request, String[] concreteIndices) {
    List<ShardIterator> all = new ArrayList<>();
    for (ShardIterator each :
        clusterService.operationRouting().searchShards(state, concreteIndices, null, null)) {
      String first = request.answered().get(each.shardId().id());
      List<ShardRouting> copies = new ArrayList<>(each.getShardRoutings());
      copies.sort(Comparator.comparing(copy -> !copy.currentNodeId().equals(first)));
      all.add(new PlainShardIterator(each.shardId(), copies));
    }
    return new GroupShardsIterator<>(all);
  }

  @Override
  protected ClusterBlockException checkGlobalBlock(ClusterState state, ShardRequest request) {
    return state.blocks().globalBlockedException(ClusterBlockLevel.READ);
  }

  @Override
  protected ClusterBlockException checkRequestBlock(
      ClusterState state, ShardRequest request, String[] concreteIndices) {
    return state.blocks().indicesBlockedException(ClusterBlockLevel.READ, concreteIndices);
  }

  @Override
  @SuppressWarnings("rawtypes") // As the method that it implements.
  protected ShardAnswers newResponse(
      ShardRequest request, AtomicReferenceArray responses, ClusterState state) {
    List<ShardAnswer> answers = new ArrayList<>();
    List<DefaultShardOperationFailedException> failures = new ArrayList<>();
    for (int shard = 0; shard < responses.length(); shard++) {
      Object response = responses.get(shard);
      if (response instanceof ShardAnswer answer) {
        answers.add(answer);
      } else if (response instanceof BroadcastShardOperationFailedException failure) {
        failures.add(new DefaultShardOperationFailedException(failure));
      }
    }
    return new ShardAnswers(responses.length(), answers, failures);
  }

  @Override
  protected ShardAnswer shardOperation(OneShardRequest request, Task task) throws IOException {
    IndexService index = indices.indexServiceSafe(request.shardId().getIndex());
    IndexShard shard = index.getShard(request.shardId().id());
    CommitData data = IndexMeta.of(index.mapperService().documentMapper().meta());
    String node = clusterService.localNode().getId();
    try (Engine.Searcher open = shard.acquireSearcher("kaiyuan")) {
      ShardSearcher searcher = searchers.of(open.getDirectoryReader(), data).within(request.time());
      long state = shard.seqNoStats().getMaxSeqNo();
      return new ShardAnswer(
          request.shardId(),
          node,
          new ShardWork(searcher, state).answer(request.question(), request.body()));
    } catch (RefusedException e) {
      return new ShardAnswer(request.shardId(), node, e.refusal());
    }
  }
}
