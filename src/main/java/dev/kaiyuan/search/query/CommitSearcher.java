package dev.kaiyuan.search.query;

import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.IndexWords;
import dev.kaiyuan.search.limit.Deadline;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Searches one commit of an index, and knows the words that it was made with. */
public final class CommitSearcher extends IndexSearcher {
  private static final int MOST_REMEMBERED = 1 << 13;

  private final Map<Term, TermStates> remembered;
  private final Weights weights;
  private final @Nullable Deadline deadline;
  private volatile @Nullable IndexWords words;

  public CommitSearcher(DirectoryReader reader, Weights weights) {
    this(reader, weights, new ConcurrentHashMap<>(), null);
  }

  private CommitSearcher(
      DirectoryReader reader,
      Weights weights,
      Map<Term, TermStates> remembered,
      @Nullable Deadline deadline) {
    super(reader);
    this.weights = weights;
    this.remembered = remembered;
    this.deadline = deadline;
    setSimilarity(new FieldSimilarity());
    setQueryCache(null);
    setTimeout(deadline);
  }

  /** Returns a searcher of the same commit that gives up at some time. */
  public CommitSearcher until(Deadline end) {
    CommitSearcher limited = new CommitSearcher(reader(), weights, remembered, end);
    limited.words = words;
    return limited;
  }

  /**
   * Ends the search if its time is over.
   *
   * @throws Deadline.OverException if so
   */
  public void checkTime() {
    if (deadline != null) {
      deadline.shouldExit();
    }
  }

  /** Returns the per-segment statistics of a term, cached across queries. */
  public TermStates states(Term term) throws IOException {
    checkTime();
    TermStates states = remembered.get(term);
    if (states == null) {
      if (remembered.size() >= MOST_REMEMBERED) {
        remembered.clear();
      }
      states = TermStates.build(this, term, true);
      remembered.put(term, states);
    }
    return states;
  }

  /** Returns the document frequency of a term; deleted articles count until a merge drops them. */
  public int docFreq(Term term) throws IOException {
    return states(term).docFreq();
  }

  /** Returns the least document frequency of grams, an upper bound for them together. */
  public int docFreq(ArticleField field, List<String> grams) throws IOException {
    int least = Integer.MAX_VALUE;
    for (String gram : grams) {
      least = Math.min(least, docFreq(field.term(gram)));
    }
    return least;
  }

  /** Returns the inverse document frequency of a gram in the body. */
  public float idf(String gram) throws IOException {
    return idf(docFreq(ArticleField.BODY.term(gram)));
  }

  /** Returns the inverse document frequency of BM25. */
  public float idf(int frequency) {
    int documents = Math.max(getIndexReader().numDocs(), 1);
    return (float)
        Math.log(1 + (documents - Math.min(frequency, documents) + 0.5) / (frequency + 0.5));
  }

  public Weights weights() {
    return weights;
  }

  public DirectoryReader reader() {
    return (DirectoryReader) getIndexReader();
  }

  /** Returns the index's words, which are read when they are first asked for. */
  public IndexWords words() throws IOException {
    IndexWords read = words;
    if (read == null) {
      read = CommitData.of(reader()).words();
      words = read;
    }
    return read;
  }
}
