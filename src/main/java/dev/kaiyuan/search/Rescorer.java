package dev.kaiyuan.search;

import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.IOSupplier;

/**
 * Refines the order of the best articles by where in them the query's terms stand.
 *
 * <p>Two things are added to a score: what stands together in the best passage (the greatest sum of
 * the weights of different terms within a window of characters, as passage retrieval has it since
 * Callan 1994), and how early each term comes first (its weight, falling off exponentially).
 */
final class Rescorer {
  private static final int WINDOW = 100;
  private static final float EARLY_DISTANCE = 100;

  private final CommitSearcher searcher;
  private final List<Gram> grams;

  /** A term, and what it weighs: its inverse document frequency, less for a weak one. */
  record Gram(String term, float weight) {}

  Rescorer(CommitSearcher searcher, List<Gram> grams) {
    Map<String, Gram> distinct = new LinkedHashMap<>();
    grams.forEach(gram -> distinct.putIfAbsent(gram.term(), gram));
    this.searcher = searcher;
    this.grams = List.copyOf(distinct.values());
  }

  /** Adds to the scores of the first articles of a ranking, and sorts them by the sums. */
  void rescore(ScoreDoc[] ranking, int first) throws IOException {
    ScoreDoc[] best = Arrays.copyOf(ranking, Math.min(first, ranking.length));
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
    Arrays.sort(
        best,
        (a, b) ->
            a.score == b.score ? Integer.compare(a.doc, b.doc) : Float.compare(b.score, a.score));
    System.arraycopy(best, 0, ranking, 0, best.length);
  }

  private void rescoreLeaf(LeafReaderContext leaf, ScoreDoc[] best, int from, int to)
      throws IOException {
    List<PostingsEnum> postings = new ArrayList<>();
    List<Float> found = new ArrayList<>();
    Terms terms = leaf.reader().terms(IndexSchema.BODY);
    if (terms == null) {
      return;
    }
    TermsEnum termsEnum = terms.iterator();
    for (Gram gram : grams) {
      Term term = new Term(IndexSchema.BODY, gram.term());
      IOSupplier<TermState> known = searcher.states(term).get(leaf);
      TermState state = known == null ? null : known.get();
      if (state != null) {
        termsEnum.seekExact(term.bytes(), state);
        postings.add(termsEnum.postings(null, PostingsEnum.POSITIONS));
        found.add(gram.weight());
      }
    }
    Weights weights = searcher.weights();
    Places places = new Places(found);
    for (int i = from; i < to; i++) {
      int doc = best[i].doc - leaf.docBase;
      places.clear();
      for (int t = 0; t < postings.size(); t++) {
        PostingsEnum posting = postings.get(t);
        if (posting.docID() < doc) {
          posting.advance(doc);
        }
        if (posting.docID() == doc) {
          places.add(t, posting);
        }
      }
      best[i].score +=
          weights.passage() * places.bestPassage(WINDOW)
              + weights.early() * places.early(EARLY_DISTANCE);
    }
  }
}
