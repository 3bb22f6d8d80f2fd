package dev.kaiyuan.cluster;

import dev.kaiyuan.analysis.segmenter.MalformedDictionaryException;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.translation.Glossary;
import dev.kaiyuan.cluster.wire.Answer;
import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.Question;
import dev.kaiyuan.index.folder.OtherFiles;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** Asks an index in a cluster. */
final class ClusterIndex implements SearchedIndex {
  private static final Question.Plain PLAIN = new Question.Plain();

  private final ClusterClient client;
  private final Sources sources;
  private final @Nullable Glossary glossary;
  private final AtomicReference<@Nullable String> commit = new AtomicReference<>();
  private volatile boolean closed;

  /**
   * Makes the index.
   *
   * @param glossary the user's own translations, or null
   */
  ClusterIndex(ClusterClient client, Sources sources, @Nullable Glossary glossary) {
    this.client = client;
    this.sources = sources;
    this.glossary = glossary;
  }

  private <T extends Record> T ask(Endpoint endpoint, Record question, Class<T> answer)
      throws IOException {
    if (closed) {
      throw new AlreadyClosedException("the searcher is closed");
    }
    return client.ask(endpoint, question, answer);
  }

  @Override
  public SearchResults search(SearchRequest request, @Nullable String like, boolean withFacets)
      throws IOException {
    SearchAnswer answer = ask(request, like, withFacets, null);
    if (answer.results() == null) {
      answer = ask(request, like, withFacets, QueryVectors.of(answer.wanted()));
    }
    return Objects.requireNonNull(answer.results());
  }

  private SearchAnswer ask(
      SearchRequest request,
      @Nullable String like,
      boolean withFacets,
      @Nullable QueryVectors vectors)
      throws IOException {
    Question.Search question = new Question.Search(request, like, withFacets, glossary, vectors);
    return ask(Endpoint.SEARCH, question, SearchAnswer.class);
  }

  @Override
  public @Nullable StoredArticle article(String path) throws IOException {
    return ask(Endpoint.ARTICLE, new Question.Article(path), Answer.Article.class).article();
  }

  @Override
  public List<String> paths() throws IOException {
    return ask(Endpoint.PATHS, PLAIN, Answer.Names.class).names();
  }

  @Override
  public List<String> articlePaths() throws IOException {
    return ask(Endpoint.ARTICLES, PLAIN, Answer.Names.class).names();
  }

  @Override
  public QueryMarker marker(String query) throws IOException {
    Answer.Marker marker =
        ask(Endpoint.MARKER, new Question.Marker(query, glossary), Answer.Marker.class);
    return new QueryMarker(marker.words(), words(marker.own()));
  }

  @Override
  public UserDictionary words() throws IOException {
    return words(ask(Endpoint.WORDS, PLAIN, Answer.Words.class).own());
  }

  @Override
  public List<String> completions(String prefix, int limit) throws IOException {
    Question.Completions question = new Question.Completions(prefix, limit);
    return ask(Endpoint.COMPLETIONS, question, Answer.Names.class).names();
  }

  @Override
  public List<String> folders() throws IOException {
    Set<String> folders = new TreeSet<>();
    for (Source source : sources.all(client.toAsk())) {
      source.roots().forEach(root -> folders.add(root.isEmpty() ? "." : root));
    }
    return List.copyOf(folders);
  }

  @Override
  public IndexStatistics statistics() throws IOException {
    IndexStatistics all = ask(Endpoint.STATISTICS, PLAIN, IndexStatistics.class);
    Map<String, Integer> others = new TreeMap<>();
    Set<String> included = new TreeSet<>();
    for (Source source : sources.all(client.toAsk())) {
      included.addAll(source.commit().included());
      source.commit().otherKinds().forEach((kind, n) -> others.merge(kind, n, Integer::sum));
    }
    return new IndexStatistics(
        all.articles(),
        all.bytes(),
        all.indexBytes(),
        folders(),
        all.facets(),
        all.largest(),
        all.skipped(),
        OtherFiles.byCount(others),
        included,
        all.meaning());
  }

  private static UserDictionary words(String own) throws MalformedDictionaryException {
    UserDictionary shipped = UserDictionary.shipped();
    return own.isEmpty() ? shipped : shipped.and(UserDictionary.of("the index", own));
  }

  /** A cluster answers each question by what it has then; so this only compares. */
  @Override
  public boolean refresh() throws IOException {
    String now = ask(Endpoint.VERSION, PLAIN, Answer.Version.class).commit();
    return !now.equals(commit.getAndSet(now));
  }

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}
