package dev.kaiyuan.search;

import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.ranking.OwnLanguage;
import dev.kaiyuan.search.ranking.Rescorer;
import dev.kaiyuan.search.ranking.TopArticles;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/** Ranks the articles that a query matches. */
final class Ranking {
  private static final int COUNTED_EXACTLY = 1000;
  static final int RESCORED = 50;

  private static final SortField BY_PATH = new SortField(IndexSchema.PATH, SortField.Type.STRING);

  private final CommitSearcher searcher;
  private final QueryPlan plan;
  private final @Nullable FacetCounter matches;
  private final @Nullable Nearness nearness;
  private final OwnLanguage own;

  /**
   * Makes a ranking.
   *
   * @param matches the counted matches, or null
   * @param nearness how near articles are in meaning, or null to rank by words alone
   * @param own prefers the reader's language
   */
  Ranking(
      CommitSearcher searcher,
      QueryPlan plan,
      @Nullable FacetCounter matches,
      @Nullable Nearness nearness,
      OwnLanguage own) {
    this.matches = matches;
    this.nearness = nearness;
    this.own = own;
    this.searcher = searcher;
    this.plan = plan;
  }

  /**
   * A ranking.
   *
   * @param feedback the relevance feedback that refined the order, or null
   * @param gains what meaning added to each score
   * @param added the number of articles found by meaning alone
   */
  record Ranked(TopDocs top, @Nullable Query feedback, Map<Integer, Float> gains, int added) {}

  /**
   * The best by the scores of their terms, before their positions refine that.
   *
   * @param complete whether there are no others
   */
  record Best(ScoreDoc[] ranking, TotalHits total, boolean complete) {}

  /** Returns how many articles a request asks for, those that it skips included. */
  int wanted(SearchRequest request) {
    return Math.max(
        1, Math.min(request.offset() + request.limit(), searcher.getIndexReader().maxDoc()));
  }

  /** Ranks articles up to the last that the request asks for. */
  Ranked first(SearchRequest request) throws IOException {
    int wanted = wanted(request);
    return switch (request.order()) {
      case SCORE ->
          nearness != null && request.meaning() == SearchRequest.Meaning.ONLY
              ? byMeaning(nearness, wanted)
              : byScore(wanted, request.twins() == SearchRequest.Twins.FOLD);
      case DATE, PATH -> byField(sorted(request.order(), wanted));
    };
  }

  private static Ranked byField(TopDocs top) {
    return new Ranked(top, null, Map.of(), 0);
  }

  private Ranked byMeaning(Nearness known, int wanted) throws IOException {
    Fusion.Fused near =
        new MeaningRanking(searcher, plan, known).all().fusion(QueryKind.of(plan)).alone();
    TotalHits none = new TotalHits(0, TotalHits.Relation.EQUAL_TO);
    return new Ranked(
        new TopDocs(none, first(near.hits(), wanted)), null, near.gains(), near.added());
  }

  private static ScoreDoc[] first(ScoreDoc[] hits, int wanted) {
    return Arrays.copyOf(hits, Math.min(wanted, hits.length));
  }

  /**
   * Returns the best by score. Where much matches, a looser query also matches articles with weak
   * terms alone: it is several times as fast, and such articles are never among the best.
   */
  Best best(int wanted, boolean fold) throws IOException {
    int articles = Math.max(1, searcher.getIndexReader().maxDoc());
    int compared = nearness == null ? RESCORED : Fusion.COMPARED;
    int candidates = Math.min(Math.max(fold ? wanted + RESCORED : wanted, compared), articles);
    Query query = plan.query();
    int counted = COUNTED_EXACTLY;
    TotalHits total = null;
    if (plan.counted() != null) {
      total =
          matches == null
              ? MatchCount.upTo(Math.max(COUNTED_EXACTLY, 2 * candidates), plan.counted(), searcher)
              : new TotalHits(matches.total(), TotalHits.Relation.EQUAL_TO);
      counted = candidates;
      if (total.value() > 2 * candidates || total.relation() != TotalHits.Relation.EQUAL_TO) {
        query = plan.disjunction();
      }
    }
    TopDocs top = searcher.sideBySide(query, new TopArticles(candidates, counted));
    ScoreDoc[] ranking = top.scoreDocs;
    boolean complete = ranking.length < candidates || candidates == articles;
    return new Best(ranking, total == null ? top.totalHits : total, complete);
  }

  private Ranked byScore(int wanted, boolean fold) throws IOException {
    Best best = best(wanted, fold);
    ScoreDoc[] ranking = best.ranking();
    TotalHits hits = best.total();
    Query feedback = refine(ranking);
    if (nearness == null) {
      ScoreDoc[] ordered = ordered(ranking, own, fold);
      return new Ranked(new TopDocs(hits, first(ordered, wanted)), feedback, Map.of(), 0);
    }
    Fusion.Fused fused =
        new MeaningRanking(searcher, plan, nearness)
            .with(ranking)
            .fusion(QueryKind.of(plan))
            .fuse(ranking, best.complete());
    ScoreDoc[] ordered = ordered(fused.hits(), own, fold);
    return new Ranked(
        new TopDocs(hits, first(ordered, wanted)), feedback, fused.gains(), fused.added());
  }

  /** Returns a ranking in the order in which it is shown, by words alone. */
  ScoreDoc[] refined(ScoreDoc[] ranking) throws IOException {
    refine(ranking);
    return ordered(ranking, own, false);
  }

  /** Returns a ranking with the reader's language first among the best. */
  static ScoreDoc[] ordered(ScoreDoc[] ranking, OwnLanguage own, boolean fold) throws IOException {
    ScoreDoc[] best = own.order(first(ranking, RESCORED), fold);
    int rest = Math.max(0, ranking.length - RESCORED);
    ScoreDoc[] all = Arrays.copyOf(best, best.length + rest);
    System.arraycopy(ranking, ranking.length - rest, all, best.length, rest);
    return all;
  }

  /** Adds to the scores of the best what the positions of terms give; returns them in order. */
  ScoreDoc[] rescored(ScoreDoc[] ranking) throws IOException {
    ScoreDoc[] best = Arrays.copyOf(ranking, Math.min(RESCORED, ranking.length));
    new Rescorer(searcher, plan.rescored()).rescore(best);
    return best;
  }

  /** Rescores the best; returns the relevance feedback that was used, or null. */
  private @Nullable Query refine(ScoreDoc[] ranking) throws IOException {
    ScoreDoc[] best = rescored(ranking);
    Query feedback = null;
    if (searcher.weights().feedback() > 0 && RelevanceFeedback.isWorthwhile(plan.words())) {
      RelevanceFeedback likeness = new RelevanceFeedback(searcher);
      feedback = likeness.query(best);
      if (feedback != null) {
        best = likeness.rescore(best, feedback);
      }
    }
    System.arraycopy(best, 0, ranking, 0, best.length);
    return feedback;
  }

  private static SortField newestFirst() {
    SortField field = new SortedNumericSortField(IndexSchema.DATE, SortField.Type.LONG, true);
    field.setMissingValue(Long.MIN_VALUE);
    return field;
  }

  /** Returns the first by another order than that of scores. */
  TopDocs sorted(SearchRequest.Order order, int wanted) throws IOException {
    SortField[] fields =
        order == SearchRequest.Order.PATH
            ? new SortField[] {BY_PATH}
            : new SortField[] {newestFirst(), SortField.FIELD_SCORE, BY_PATH};
    TopDocs top =
        searcher.search(
            plan.query(),
            new TopFieldCollectorManager(new Sort(fields), wanted, null, COUNTED_EXACTLY));
    TopFieldCollector.populateScores(top.scoreDocs, searcher, plan.query());
    return top;
  }
}
