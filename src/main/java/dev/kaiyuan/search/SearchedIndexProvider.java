package dev.kaiyuan.search;

import java.io.IOException;
import java.net.URI;

/**
 * Opens indexes that do not lie in a folder of this machine. {@link ArticleSearcher#open(URI)}
 * finds providers by {@link java.util.ServiceLoader}.
 */
public interface SearchedIndexProvider {
  /** Whether this provider opens indexes at such addresses. */
  boolean opens(URI address);

  /**
   * Opens an index.
   *
   * @param address an address that {@link #opens} takes
   * @throws IOException if it can't be opened
   */
  SearchedIndex open(URI address) throws IOException;
}
