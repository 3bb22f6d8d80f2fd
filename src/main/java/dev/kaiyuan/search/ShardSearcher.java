package dev.kaiyuan.search;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.IndexedFiles;
import dev.kaiyuan.search.limit.Deadline;
import dev.kaiyuan.search.limit.SearchTimeoutException;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.Weights;
import dev.kaiyuan.search.ranking.OwnLanguage;
import dev.kaiyuan.search.snippet.MarkedWord;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is asked about a reader that somebody else opened, such as one of a shard in a
 * cluster; by the same classes that answer for a folder. Thread-safe, as long as the reader is
 * open.
 */
public final class ShardSearcher {
  private final CommitSearcher searcher;

  /**
   * Asks a reader.
   *
   * @param data what its index says of itself
   */
  public ShardSearcher(DirectoryReader reader, CommitData data) {
    this(reader, data, Weights.MEASURED);
  }

  /**
   * Asks a reader, with other weights than those of a folder's index.
   *
   * @param data what its index says of itself
   */
  public ShardSearcher(DirectoryReader reader, CommitData data, Weights weights) {
    this(new CommitSearcher(reader, data, weights));
  }

  private ShardSearcher(CommitSearcher searcher) {
    this.searcher = searcher;
  }

  /** Returns a searcher of the same that gives up after some time, whatever it is asked. */
  public ShardSearcher within(Duration limit) {
    return new ShardSearcher(searcher.within(limit));
  }

  /**
   * Answers a request, if the reader is of a whole index.
   *
   * @param like the article to find similar ones of, or null to search for the request's query
   * @param vectors what the query means, or null if that is not known yet
   * @throws NoSuchFileException if the index holds no such article
   * @throws SearchTimeoutException if the request's time is over before it is answered
   * @throws dev.kaiyuan.search.limit.TooComplexPatternException if a pattern is too complex
   */
  public SearchAnswer search(
      SearchRequest request,
      @Nullable String like,
      boolean facets,
      Translations translations,
      @Nullable QueryVectors vectors)
      throws IOException {
    try {
      CommitSearcher limited = searcher.within(request.timeLimit());
      if (like == null && vectors == null && Nearness.isWanted(request)) {
        List<QueryText> wanted = wanted(request.normalized(), limited, translations);
        if (!wanted.isEmpty()) {
          return new SearchAnswer(null, wanted);
        }
      }
      QueryVectors known = vectors == null ? QueryVectors.NONE : vectors;
      return SearchAnswer.of(
          new SearchRun(limited, translations, known).answer(request, like, facets));
    } catch (Deadline.OverException e) {
      throw e.told();
    }
  }

  private static List<QueryText> wanted(
      SearchRequest request, CommitSearcher searcher, Translations translations)
      throws IOException {
    if (!Nearness.isKnown(searcher)) {
      return List.of();
    }
    QueryPlan plan = QueryBuilder.plan(request, searcher, translations);
    return Nearness.isWanted(request, plan) ? Nearness.texts(searcher, plan) : List.of();
  }

  /**
   * Does a step of a search over several shards.
   *
   * @param question of the type that the step asks for
   * @return of the type that the step answers with
   * @throws SearchTimeoutException if the request's time is over before it is answered
   * @throws dev.kaiyuan.search.limit.TooComplexPatternException if a pattern is too complex
   */
  public Record answer(ShardStep step, Record question) throws IOException {
    try {
      return new ShardSteps(searcher).answer(step, question);
    } catch (Deadline.OverException e) {
      throw e.told();
    }
  }

  /** Returns the query that finds and ranks what a request asks for, before positions refine it. */
  public Query query(SearchRequest request) throws IOException {
    return QueryBuilder.plan(request.normalized(), searcher, Translations.builtIn()).query();
  }

  /**
   * Returns the best of a ranking by {@link #query} in the order that {@link #search} has, with no
   * score less than the next: of one article in two languages both stand where the better is.
   */
  public ScoreDoc[] rescored(SearchRequest request, ScoreDoc[] ranking) throws IOException {
    SearchRequest asked = request.normalized();
    Translations translations = Translations.builtIn();
    QueryPlan plan = QueryBuilder.plan(asked, searcher, translations);
    OwnLanguage own = new OwnLanguage(searcher, SearchRun.language(asked, translations));
    ScoreDoc[] rescored = new Ranking(searcher, plan, null, null, own).refined(ranking);
    for (int i = rescored.length - 2; i >= 0; i--) {
      rescored[i].score = Math.max(rescored[i].score, rescored[i + 1].score);
    }
    return rescored;
  }

  /** As {@link ArticleSearcher#article}. */
  public @Nullable StoredArticle article(String path) throws IOException {
    return new IndexInspection(searcher).article(path);
  }

  /** As {@link ArticleSearcher#paths}. */
  public List<String> paths() throws IOException {
    return new IndexInspection(searcher).paths();
  }

  /** As {@link ArticleSearcher#articlePaths}. */
  public List<String> articlePaths() throws IOException {
    return new IndexInspection(searcher).articlePaths();
  }

  /** As {@link ArticleSearcher#statistics}. */
  public IndexStatistics statistics() throws IOException {
    return new IndexInspection(searcher).statistics();
  }

  /** As {@link ArticleSearcher#completions}, all of them, with the articles that have them. */
  public List<FacetCount> completions(String prefix) throws IOException {
    return new IndexInspection(searcher).completions(prefix);
  }

  /** Returns the lines of the words that the index was made with, without those of the program. */
  public String ownWords() throws IOException {
    return searcher.words().own().lines();
  }

  /** As {@link IndexedFiles#behind}. */
  public List<IndexedFiles.File> files(String root, @Nullable String after, int limit)
      throws IOException {
    return IndexedFiles.behind(searcher.getIndexReader(), root, after, limit);
  }

  /** Returns what {@link ArticleSearcher#marker} marks. */
  public List<MarkedWord> marked(String query, Translations translations) throws IOException {
    return QueryBuilder.plan(SearchRequest.of(query).normalized(), searcher, translations)
        .highlights();
  }
}
