package dev.kaiyuan.search;

import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.QuerySpan;
import dev.kaiyuan.search.query.Replacement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * The clauses of a query of which an article needs only one, as two queries: one that scores, and
 * one that finds the same articles with fewer clauses, to count them.
 */
final class ShouldClauses {
  private final BooleanQuery.Builder scored = new BooleanQuery.Builder();
  private final BooleanQuery.Builder counted = new BooleanQuery.Builder();
  private final List<Query> scoreOnly = new ArrayList<>();
  private final List<QueryPlan.Contribution> contributions = new ArrayList<>();
  private boolean empty = true;

  /**
   * Adds a clause.
   *
   * @param findsMore whether it may find an article that no other clause finds
   */
  void add(Query query, boolean findsMore) {
    scored.add(query, Occur.SHOULD);
    empty = false;
    if (findsMore) {
      counted.add(query, Occur.SHOULD);
    }
  }

  /** Adds a clause that finds nothing by itself, but scores where it matches what others find. */
  void addScoreOnly(Query query) {
    scoreOnly.add(query);
  }

  /** Records for explanations what a clause gives to a score. */
  void explain(String typed, String term, ArticleField field, Reason.Kind kind, Query query) {
    contributions.add(new QueryPlan.Contribution(typed, term, field.part(), kind, query));
  }

  /** Counts the articles that have a replacement of a span, or a piece of one that is renamed. */
  void count(QuerySpan span, CommitSearcher searcher) throws IOException {
    for (Replacement each : span.alternatives()) {
      counted.add(each.query(ArticleField.BODY), Occur.SHOULD);
    }
    if (span.renamed()) {
      counted.add(span.pieces(ArticleField.BODY, searcher), Occur.SHOULD);
    }
  }

  boolean isEmpty() {
    return empty;
  }

  Query scored() {
    return scored.build();
  }

  Query counted() {
    return counted.build();
  }

  List<Query> scoreOnly() {
    return scoreOnly;
  }

  List<QueryPlan.Contribution> contributions() {
    return contributions;
  }
}
