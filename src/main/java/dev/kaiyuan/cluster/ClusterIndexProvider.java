package dev.kaiyuan.cluster;

import dev.kaiyuan.search.SearchedIndex;
import dev.kaiyuan.search.SearchedIndexProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Opens indexes at {@code https://} and {@code http://}, with the variables of the process. */
public final class ClusterIndexProvider implements SearchedIndexProvider {
  /** Makes a provider, as {@link java.util.ServiceLoader} does. */
  public ClusterIndexProvider() {}

  @Override
  public boolean opens(URI address) {
    return ClusterAddress.isMeant(address.toString());
  }

  @Override
  public SearchedIndex open(URI address) throws IOException {
    ClusterAccess access = ClusterAccess.of(System.getenv(), Path.of(""));
    Cluster cluster = Cluster.at(ClusterAddress.of(address.toString()), access);
    try {
      return cluster.open(null);
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }
}
