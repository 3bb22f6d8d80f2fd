package dev.kaiyuan.search;

import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.FieldDoc;
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

/** Puts what a query finds in order. */
final class Ranking {
  private static final int COUNTED_EXACTLY = 1000;
  private static final int RESCORED = 50;

  /** Two articles of one score stand in the order of their paths, whatever the index's history. */
  private static final SortField BY_PATH = new SortField(IndexSchema.PATH, SortField.Type.STRING);

  private final CommitSearcher searcher;
  private final QueryPlan plan;
  private final @Nullable FacetCounter matches;
  private final OwnLanguage own;

  /**
   * Makes a ranking.
   *
   * @param matches what has counted all that is found, if anything has
   * @param own what puts the reader's language first
   */
  Ranking(
      CommitSearcher searcher, QueryPlan plan, @Nullable FacetCounter matches, OwnLanguage own) {
    this.matches = matches;
    this.own = own;
    this.searcher = searcher;
    this.plan = plan;
  }

  /**
   * Articles in order.
   *
   * @param feedback what refined their order by likeness to the first of them, if anything did
   */
  record Ranked(TopDocs top, @Nullable Query feedback) {}

  /** Returns the articles up to the last that the request asks for. */
  Ranked first(SearchRequest request) throws IOException {
    int wanted =
        Math.max(
            1, Math.min(request.offset() + request.limit(), searcher.getIndexReader().maxDoc()));
    return switch (request.order()) {
      case SCORE -> byScore(wanted, request.twins() == SearchRequest.Twins.FOLD);
      case DATE -> new Ranked(sorted(wanted, newestFirst(), SortField.FIELD_SCORE, BY_PATH), null);
      case PATH -> new Ranked(sorted(wanted, BY_PATH), null);
    };
  }

  /**
   * The best by score. Where much is found, articles that hold only weak terms are let into the
   * race, which they cannot win: the looser question is answered several times as fast.
   */
  private Ranked byScore(int wanted, boolean fold) throws IOException {
    int articles = Math.max(1, searcher.getIndexReader().maxDoc());
    int candidates = Math.min(Math.max(fold ? wanted + RESCORED : wanted, RESCORED), articles);
    Query query = plan.query();
    int counted = COUNTED_EXACTLY;
    TotalHits total = null;
    if (plan.wanted() != null) {
      int count = matches == null ? searcher.count(plan.wanted()) : matches.total();
      total = new TotalHits(count, TotalHits.Relation.EQUAL_TO);
      counted = candidates;
      if (count > 2 * candidates) {
        query = plan.anyTerm();
      }
    }
    TopDocs top =
        searcher.search(
            query,
            new TopFieldCollectorManager(
                new Sort(SortField.FIELD_SCORE, BY_PATH), candidates, null, counted));
    ScoreDoc[] ranking = scored(top.scoreDocs);
    ScoreDoc[] best = Arrays.copyOf(ranking, Math.min(RESCORED, ranking.length));
    Query feedback = refine(best);
    ScoreDoc[] ordered = own.order(best, fold);
    int rest = ranking.length - best.length;
    ScoreDoc[] all = Arrays.copyOf(ordered, ordered.length + rest);
    System.arraycopy(ranking, best.length, all, ordered.length, rest);
    return new Ranked(
        new TopDocs(
            total == null ? top.totalHits : total,
            Arrays.copyOf(all, Math.min(wanted, all.length))),
        feedback);
  }

  private static ScoreDoc[] scored(ScoreDoc[] sorted) {
    ScoreDoc[] scored = new ScoreDoc[sorted.length];
    for (int i = 0; i < scored.length; i++) {
      scored[i] = new ScoreDoc(sorted[i].doc, (Float) ((FieldDoc) sorted[i]).fields[0]);
    }
    return scored;
  }

  /** Refines the order of the best; returns the feedback that had a part in it. */
  private @Nullable Query refine(ScoreDoc[] best) throws IOException {
    new Rescorer(searcher, plan.concepts()).rescore(best);
    Query feedback = null;
    if (searcher.weights().feedback() > 0 && RelevanceFeedback.isWorthwhile(plan.words())) {
      RelevanceFeedback likeness = new RelevanceFeedback(searcher);
      feedback = likeness.query(best);
      if (feedback != null) {
        System.arraycopy(likeness.rescore(best, feedback), 0, best, 0, best.length);
      }
    }
    return feedback;
  }

  private static SortField newestFirst() {
    SortField field = new SortedNumericSortField(IndexSchema.DATE, SortField.Type.LONG, true);
    field.setMissingValue(Long.MIN_VALUE);
    return field;
  }

  private TopDocs sorted(int wanted, SortField... fields) throws IOException {
    TopDocs top =
        searcher.search(
            plan.query(),
            new TopFieldCollectorManager(new Sort(fields), wanted, null, COUNTED_EXACTLY));
    TopFieldCollector.populateScores(top.scoreDocs, searcher, plan.query());
    return top;
  }
}
