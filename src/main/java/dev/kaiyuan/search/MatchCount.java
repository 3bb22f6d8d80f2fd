package dev.kaiyuan.search;

import dev.kaiyuan.search.query.CommitSearcher;
import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;

/**
 * Counts the articles that match a query, but no further than a limit: nobody reads that many, and
 * in a large index counting them would take longer than finding the best.
 */
final class MatchCount implements LeafCollector {
  /** Articles between two looks at the limit. */
  private static final int STEP = 1024;

  private int count;

  private MatchCount() {}

  /** Returns the number of matches: exact up to a limit, the limit as a lower bound beyond. */
  static TotalHits upTo(int most, Query query, CommitSearcher searcher) throws IOException {
    int count = surely(query, searcher);
    if (count <= most) {
      count = new MatchCount().counted(most, query, searcher);
    }
    return count <= most
        ? new TotalHits(count, TotalHits.Relation.EQUAL_TO)
        : new TotalHits(most, TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO);
  }

  /** Returns a number of articles that match for sure, by the document frequency of a term. */
  private static int surely(Query query, CommitSearcher searcher) throws IOException {
    Query inner = query instanceof BoostQuery boost ? boost.getQuery() : query;
    if (inner instanceof TermQuery term) {
      int deleted = searcher.getIndexReader().numDeletedDocs();
      return Math.max(0, searcher.states(term.getTerm()).docFreq() - deleted);
    }
    int most = 0;
    if (inner instanceof BooleanQuery any) {
      for (BooleanClause clause : any) {
        most = Math.max(most, surely(clause.query(), searcher));
      }
    }
    return most;
  }

  private int counted(int most, Query query, CommitSearcher searcher) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
      LeafReader leaf = context.reader();
      int known = weight.count(context);
      BulkScorer scorer = known < 0 ? weight.bulkScorer(context) : null;
      count += Math.max(0, known);
      for (int doc = 0; scorer != null && doc < leaf.maxDoc() && count <= most; ) {
        searcher.checkTime();
        int end = Math.min(leaf.maxDoc(), doc + STEP);
        doc = Math.max(end, scorer.score(this, leaf.getLiveDocs(), doc, end));
      }
    }
    return count;
  }

  @Override
  public void setScorer(Scorable scorer) {}

  @Override
  public void collect(int doc) {
    count++;
  }

  @Override
  public void collect(DocIdStream docs) throws IOException {
    count += docs.count();
  }
}
