package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.translation.Glossary;
import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.Environment;
import dev.kaiyuan.cluster.Cluster;
import dev.kaiyuan.cluster.ClusterAccess;
import dev.kaiyuan.cluster.ClusterAddress;
import dev.kaiyuan.cluster.ClusterIndexer;
import dev.kaiyuan.cluster.ClusterOptions;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.index.Report;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.server.ServedCluster;
import dev.kaiyuan.server.ServedIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index in a cluster.
 *
 * @param cluster the index
 * @param here the current folder
 * @param options how the index is created and filled
 */
record ClusterLocation(Cluster cluster, Path here, ClusterOptions options)
    implements IndexLocation {
  static ClusterLocation at(String typed, Environment environment) throws IOException {
    ClusterAddress address = ClusterAddress.of(typed);
    Path here = environment.folder().toAbsolutePath();
    ClusterAccess access = ClusterAccess.of(environment.variables(), here);
    return new ClusterLocation(Cluster.at(address, access), here, ClusterOptions.USUAL);
  }

  /** Returns the same for an index that is created and filled otherwise. */
  ClusterLocation with(ClusterOptions other) {
    return new ClusterLocation(cluster, here, other);
  }

  @Override
  public boolean named() {
    return true;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public ArticleSearcher open(@Nullable Glossary glossary) throws IOException {
    return ArticleSearcher.over(cluster.open(glossary));
  }

  /** The first question tells what opening would. */
  @Override
  public ArticleSearcher openBriefly(@Nullable Glossary glossary) {
    return ArticleSearcher.over(cluster.openUnasked(glossary));
  }

  @Override
  public ServedIndex serve(@Nullable Glossary glossary) throws IOException {
    return ServedCluster.open(cluster, glossary);
  }

  @Override
  public ServedIndex serveLater(@Nullable Glossary glossary) throws IOException {
    return serve(glossary);
  }

  @Override
  public ArticleLocator locator(Context context) throws IOException {
    return ArticleLocator.of(cluster.foldersHere(), here);
  }

  @Override
  public String shown(Context context) {
    return cluster.address().toString();
  }

  @Override
  public Report index(List<Path> folders, IndexingOptions indexing, IndexingProgress progress)
      throws IOException {
    return new ClusterIndexer(cluster, indexing, options, here).index(folders, progress);
  }

  @Override
  public Path folder(String what) {
    throw new CommandException("error.not-in-cluster", what);
  }
}
