package dev.kaiyuan.search.ranking;

import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.RescoredSpan;
import dev.kaiyuan.search.query.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
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
  private final List<RescoredSpan> spans;

  public Rescorer(CommitSearcher searcher, List<RescoredSpan> spans) {
    this.searcher = searcher;
    this.spans = spans;
  }

  /** Adds to the scores of articles, and sorts by the sums. */
  public void rescore(ScoreDoc[] ranking) throws IOException {
    ScoreDoc[] best = ranking.clone();
    Arrays.sort(best, (a, b) -> Integer.compare(a.doc, b.doc));
    List<Callable<Boolean>> work = new ArrayList<>();
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int from = next;
      while (next < best.length && best[next].doc < leaf.docBase + leaf.reader().maxDoc()) {
        next++;
      }
      int to = next;
      if (from < to) {
        work.add(() -> rescoreLeaf(leaf, best, from, to));
      }
    }
    searcher.sideBySide(work);
    // A stable sort keeps the order of equal scores.
    Arrays.sort(ranking, Comparator.comparingDouble((ScoreDoc each) -> -each.score));
  }

  /** Adds to the scores of the articles of a segment; returns whether it has any text. */
  private boolean rescoreLeaf(LeafReaderContext leaf, ScoreDoc[] best, int from, int to)
      throws IOException {
    Terms terms = leaf.reader().terms(ArticleField.BODY.luceneName());
    if (terms == null) {
      return false;
    }
    TermPositions positions = new TermPositions(spans);
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
    return true;
  }
}
