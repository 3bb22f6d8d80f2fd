package dev.kaiyuan.opensearch.it;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.cluster.wire.Answer;
import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.Question;
import dev.kaiyuan.search.IndexStatistics;
import dev.kaiyuan.search.QueryMarker;
import dev.kaiyuan.search.QueryVectors;
import dev.kaiyuan.search.SearchAnswer;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import dev.kaiyuan.search.SearchedIndex;
import dev.kaiyuan.search.StoredArticle;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index in a cluster, for what asks an {@code ArticleSearcher}; without failover. */
record AskedIndex(TestCluster cluster, String name) implements SearchedIndex {
  @Override
  public SearchResults search(SearchRequest request, @Nullable String like, boolean withFacets)
      throws IOException {
    SearchAnswer answer = ask(request, like, withFacets, null);
    if (answer.results() == null) {
      answer = ask(request, like, withFacets, QueryVectors.of(answer.wanted()));
    }
    return answer.results();
  }

  private SearchAnswer ask(
      SearchRequest request,
      @Nullable String like,
      boolean withFacets,
      @Nullable QueryVectors vectors)
      throws IOException {
    return cluster.ask(
        name,
        Endpoint.SEARCH,
        new Question.Search(request, like, withFacets, null, vectors),
        SearchAnswer.class);
  }

  @Override
  public @Nullable StoredArticle article(String path) throws IOException {
    return cluster
        .ask(name, Endpoint.ARTICLE, new Question.Article(path), Answer.Article.class)
        .article();
  }

  private List<String> names(Endpoint endpoint, Record question) throws IOException {
    return cluster.ask(name, endpoint, question, Answer.Names.class).names();
  }

  @Override
  public List<String> paths() throws IOException {
    return names(Endpoint.PATHS, new Question.Plain());
  }

  @Override
  public QueryMarker marker(String query) throws IOException {
    Answer.Marker marker =
        cluster.ask(name, Endpoint.MARKER, new Question.Marker(query, null), Answer.Marker.class);
    return new QueryMarker(marker.words(), known(marker.own()));
  }

  private static UserDictionary known(String own) throws IOException {
    return UserDictionary.shipped().and(UserDictionary.of("the index", own));
  }

  @Override
  public IndexStatistics statistics() throws IOException {
    return cluster.ask(name, Endpoint.STATISTICS, new Question.Plain(), IndexStatistics.class);
  }

  @Override
  public List<String> folders() throws IOException {
    return statistics().folders();
  }

  @Override
  public List<String> articlePaths() throws IOException {
    return names(Endpoint.ARTICLES, new Question.Plain());
  }

  @Override
  public UserDictionary words() throws IOException {
    return known(cluster.ask(name, Endpoint.WORDS, new Question.Plain(), Answer.Words.class).own());
  }

  @Override
  public List<String> completions(String prefix, int limit) throws IOException {
    return names(Endpoint.COMPLETIONS, new Question.Completions(prefix, limit));
  }

  @Override
  public boolean refresh() {
    return false;
  }

  @Override
  public void close() {
    // The cluster is closed by who started it.
  }
}
