package dev.kaiyuan.search;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link ArticleSearcher} asks: an index in a folder, or one elsewhere that a {@link
 * SearchedIndexProvider} opens. Each method means what the searcher's of the same name does.
 * Thread-safe.
 */
public interface SearchedIndex extends Closeable {
  /**
   * Answers a request.
   *
   * @param like the article to find similar ones of, or null to search for the request's query
   * @param withFacets whether to say what kinds of articles match
   */
  SearchResults search(SearchRequest request, @Nullable String like, boolean withFacets)
      throws IOException;

  @Nullable StoredArticle article(String path) throws IOException;

  List<String> paths() throws IOException;

  QueryMarker marker(String query) throws IOException;

  IndexStatistics statistics() throws IOException;

  List<String> folders() throws IOException;

  List<String> articlePaths() throws IOException;

  UserDictionary words() throws IOException;

  List<String> completions(String prefix, int limit) throws IOException;

  boolean refresh() throws IOException;
}
