package dev.kaiyuan.opensearch;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.search.query.FieldSimilarity;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.opensearch.action.ActionRequest;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.node.DiscoveryNodes;
import org.opensearch.common.settings.ClusterSettings;
import org.opensearch.common.settings.IndexScopedSettings;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.settings.SettingsFilter;
import org.opensearch.common.util.concurrent.OpenSearchExecutors;
import org.opensearch.common.util.concurrent.ThreadContext;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.core.common.io.stream.NamedWriteableRegistry;
import org.opensearch.index.IndexModule;
import org.opensearch.index.analysis.AnalyzerProvider;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.indices.analysis.AnalysisModule;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.MapperPlugin;
import org.opensearch.plugins.NetworkPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.SearchPlugin;
import org.opensearch.rest.RestController;
import org.opensearch.rest.RestHandler;
import org.opensearch.threadpool.ExecutorBuilder;
import org.opensearch.threadpool.FixedExecutorBuilder;
import org.opensearch.transport.TransportInterceptor;

/** What OpenSearch gets from Kaiyuan. */
public final class KaiyuanPlugin extends Plugin
    implements ActionPlugin, AnalysisPlugin, MapperPlugin, NetworkPlugin, SearchPlugin {
  private static final int QUEUED = 1000;

  @Override
  public Map<String, Mapper.TypeParser> getMappers() {
    return Map.of(ArticleMapper.TYPE, ArticleMapper.PARSER);
  }

  /** The analyzers: {@code kaiyuan} cuts whole words, {@code kaiyuan_grams} finds any piece. */
  @Override
  public Map<String, AnalysisModule.AnalysisProvider<AnalyzerProvider<? extends Analyzer>>>
      getAnalyzers() {
    Analyzer words = ChineseEnglishAnalyzer.words(UserDictionary.shipped());
    Analyzer grams = ChineseEnglishAnalyzer.grams();
    return Map.of(
        "kaiyuan",
        (index, environment, name, settings) -> new SharedAnalyzer(name, words),
        "kaiyuan_grams",
        (index, environment, name, settings) -> new SharedAnalyzer(name, grams));
  }

  /** The similarity {@code kaiyuan}: BM25 with the parameters of a folder's index. */
  @Override
  public void onIndexModule(IndexModule index) {
    index.addSimilarity("kaiyuan", (settings, version, scripts) -> new FieldSimilarity());
  }

  @Override
  public List<QuerySpec<?>> getQueries() {
    return List.of(new QuerySpec<>(KaiyuanQuery.NAME, KaiyuanQuery::new, KaiyuanQuery::parse));
  }

  @Override
  public List<RescorerSpec<?>> getRescorers() {
    return List.of(
        new RescorerSpec<>(KaiyuanQuery.NAME, KaiyuanRescorer::new, KaiyuanRescorer::parse));
  }

  @Override
  public List<ActionHandler<? extends ActionRequest, ? extends ActionResponse>> getActions() {
    return List.of(
        new ActionHandler<>(AskAction.TYPE, AskAction.class),
        new ActionHandler<>(ShardAction.TYPE, ShardAction.class));
  }

  @Override
  public List<RestHandler> getRestHandlers(
      Settings settings,
      RestController restController,
      ClusterSettings clusterSettings,
      IndexScopedSettings indexScopedSettings,
      SettingsFilter settingsFilter,
      IndexNameExpressionResolver indexNameExpressionResolver,
      Supplier<DiscoveryNodes> nodesInCluster) {
    return List.of(new AskHandler());
  }

  @Override
  public List<TransportInterceptor> getTransportInterceptors(
      NamedWriteableRegistry registry, ThreadContext context) {
    return List.of(new ShardTimeouts());
  }

  @Override
  public List<ExecutorBuilder<?>> getExecutorBuilders(Settings settings) {
    // Its threads wait for shards, which work on other threads.
    int threads = 4 * OpenSearchExecutors.allocatedProcessors(settings) + 1;
    return List.of(
        new FixedExecutorBuilder(
            settings, AskAction.THREADS, threads, QUEUED, "thread_pool." + AskAction.THREADS));
  }
}
