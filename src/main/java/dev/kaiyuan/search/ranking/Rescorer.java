package dev.kaiyuan.search.ranking;

import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.RescoredSpan;
import dev.kaiyuan.search.query.Weights;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.IOSupplier;

/**
 * Rescores the best articles by the positions of the query's terms.
 *
 * <p>Two things are added to a score: what is together in the best passage (the greatest sum of the
 * weights of different terms within a window of characters, as passage retrieval has it since
 * Callan 1994), and how early each term comes first (its weight, falling off exponentially). Of the
 * wordings of a span the one that gives most counts.
 */
public final class Rescorer {
  private static final int WINDOW = 100;
  private static final float EARLY_DISTANCE = 100;

  private final CommitSearcher searcher;
  private final TermPositions positions;

  public Rescorer(CommitSearcher searcher, List<RescoredSpan> spans) {
    this.searcher = searcher;
    this.positions = new TermPositions(spans);
  }

  /** Adds to the scores of articles, and sorts by the sums. */
  public void rescore(ScoreDoc[] ranking) throws IOException {
    ScoreDoc[] best = ranking.clone();
    Arrays.sort(best, (a, b) -> Integer.compare(a.doc, b.doc));
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int leaf = 0;
    int i = 0;
    while (i < best.length) {
      while (best[i].doc >= leaves.get(leaf).docBase + leaves.get(leaf).reader().maxDoc()) {
        leaf++;
      }
      int end = i;
      int behind = leaves.get(leaf).docBase + leaves.get(leaf).reader().maxDoc();
      while (end < best.length && best[end].doc < behind) {
        end++;
      }
      rescoreLeaf(leaves.get(leaf), best, i, end);
      i = end;
    }
    // A stable sort keeps the order of equal scores.
    Arrays.sort(ranking, Comparator.comparingDouble((ScoreDoc each) -> -each.score));
  }

  private void rescoreLeaf(LeafReaderContext leaf, ScoreDoc[] best, int from, int to)
      throws IOException {
    Terms terms = leaf.reader().terms(ArticleField.BODY.luceneName());
    if (terms == null) {
      return;
    }
    List<String> grams = positions.grams();
    PostingsEnum[] postings = new PostingsEnum[grams.size()];
    TermsEnum termsEnum = terms.iterator();
    for (int gram = 0; gram < postings.length; gram++) {
      Term term = ArticleField.BODY.term(grams.get(gram));
      IOSupplier<TermState> known = searcher.states(term).get(leaf);
      TermState state = known == null ? null : known.get();
      if (state != null) {
        termsEnum.seekExact(term.bytes(), state);
        postings[gram] = termsEnum.postings(null, PostingsEnum.POSITIONS);
      }
    }
    Weights weights = searcher.weights();
    for (int i = from; i < to; i++) {
      int doc = best[i].doc - leaf.docBase;
      positions.clear();
      for (int gram = 0; gram < postings.length; gram++) {
        PostingsEnum posting = postings[gram];
        if (posting != null && posting.docID() < doc) {
          posting.advance(doc);
        }
        if (posting != null && posting.docID() == doc) {
          positions.add(gram, posting);
        }
      }
      best[i].score +=
          weights.passage() * positions.bestPassage(WINDOW)
              + weights.early() * positions.early(EARLY_DISTANCE);
    }
  }
}
