package dev.kaiyuan.search.query;

import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.index.IndexWords;
import dev.kaiyuan.search.limit.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Searches one commit of an index, or one part of an index, and knows the words it was made with.
 */
public final class CommitSearcher extends IndexSearcher implements IndexedWords {
  private static final int MOST_REMEMBERED = 1 << 15;

  private final Map<Term, TermStates> remembered;
  private final Weights weights;
  private final @Nullable Deadline deadline;
  private final CommitData data;
  private final @Nullable GlobalStatistics global;
  private final AtomicReference<@Nullable IndexWords> words;
  private final int threads;
  private int leastDocFreq;

  /**
   * Searches a commit.
   *
   * @param data what the index says of itself
   */
  public CommitSearcher(DirectoryReader reader, CommitData data, Weights weights) {
    this(reader, data, weights, new ConcurrentHashMap<>(), new AtomicReference<>(), null, null, 1);
  }

  private CommitSearcher(
      DirectoryReader reader,
      CommitData data,
      Weights weights,
      Map<Term, TermStates> remembered,
      AtomicReference<@Nullable IndexWords> words,
      @Nullable GlobalStatistics global,
      @Nullable Deadline deadline,
      int threads) {
    super(reader);
    this.threads = threads;
    this.data = data;
    this.global = global;
    this.weights = weights;
    this.remembered = remembered;
    this.words = words;
    this.deadline = deadline;
    setSimilarity(new FieldSimilarity());
    setQueryCache(null);
    setTimeout(deadline);
  }

  /** Returns a searcher of the same commit that gives up at some time. */
  public CommitSearcher until(Deadline end) {
    return again(global, end, threads);
  }

  /**
   * Returns a searcher of the same commit that gives up after some time.
   *
   * @param limit the time, or null for this searcher
   */
  public CommitSearcher within(@Nullable Duration limit) {
    return limit == null ? this : until(new Deadline(limit));
  }

  /** Returns a searcher of the same that ranks as if it read all parts of the index. */
  public CommitSearcher with(GlobalStatistics all) {
    return again(all, deadline, threads);
  }

  /**
   * Returns a searcher of the same commit that does in several threads what it can: in those of the
   * common pool, and in the one that asks.
   *
   * @param count the number of threads, at least 1
   */
  public CommitSearcher withThreads(int count) {
    return again(global, deadline, count);
  }

  private CommitSearcher again(@Nullable GlobalStatistics all, @Nullable Deadline end, int count) {
    return new CommitSearcher(reader(), data, weights, remembered, words, all, end, count);
  }

  /** Returns how many threads this may use at a time. */
  public int threads() {
    return threads;
  }

  /** Does several pieces of work, in as many threads as this may use. */
  public <T> List<T> sideBySide(List<Callable<T>> work) throws IOException {
    Executor pool = threads == 1 ? Runnable::run : ForkJoinPool.commonPool();
    return new TaskExecutor(pool).invokeAll(work);
  }

  /** Searches as Lucene does, with the segments shared out among as many threads. */
  public <C extends Collector, T> T sideBySide(Query query, CollectorManager<C, T> collecting)
      throws IOException {
    C first = collecting.newCollector();
    Weight weight = createWeight(rewrite(query), first.scoreMode(), 1);
    // Lucene's own shares are for larger indexes.
    int share = Math.max(1, Math.ceilDiv(getIndexReader().maxDoc(), threads));
    List<Callable<C>> work = new ArrayList<>();
    for (LeafSlice slice : slices(getLeafContexts(), share, Integer.MAX_VALUE, false)) {
      C collector = work.isEmpty() ? first : collecting.newCollector();
      work.add(
          () -> {
            search(slice.partitions, weight, collector);
            return collector;
          });
    }
    return collecting.reduce(sideBySide(work));
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
    return docFreq(term, states(term));
  }

  /** Returns the document frequency of a term whose statistics of this part are known. */
  public int docFreq(Term term, TermStates here) {
    return global == null
        ? here.docFreq()
        : global.frequency(term, here.docFreq(), here.totalTermFreq()).articles();
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    if (global == null) {
      return super.termStatistics(term, docFreq, totalTermFreq);
    }
    TermFrequency all = global.frequency(term, docFreq, totalTermFreq);
    int articles = Math.max(all.articles(), leastDocFreq);
    return new TermStatistics(term.bytes(), articles, Math.max(articles, all.total()));
  }

  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
    CollectionStatistics here = super.collectionStatistics(field);
    return global == null ? here : global.field(field, here);
  }

  /**
   * Returns a searcher for which no term is rarer than the most frequent of several, which count as
   * one; of those, a part of an index may lack some.
   */
  IndexSearcher asOne(Collection<Term> terms) throws IOException {
    if (global == null) {
      return this;
    }
    int most = 0;
    for (Term term : terms) {
      most = Math.max(most, docFreq(term));
    }
    CommitSearcher one = again(global, deadline, threads);
    one.leastDocFreq = most;
    return one;
  }

  /** Returns how many articles in all of the index a query matches. */
  public int countOf(Query query) throws IOException {
    int here = count(query);
    return global == null ? here : global.count(query.toString(), here);
  }

  /**
   * Returns the grams of all of the index that are akin to one.
   *
   * @param here those that this reader has, in order
   */
  List<String> akin(String gram, List<String> here) throws IOException {
    if (global == null) {
      return here;
    }
    for (String each : here) {
      docFreq(ArticleField.BODY.term(each)); // Others ask for it too.
    }
    return new ArrayList<>(global.akin(gram, here));
  }

  /** Returns words of all of the index. */
  @Override
  public List<WordFrequency> listed(WordPattern pattern) throws IOException {
    checkTime();
    List<WordFrequency> here = pattern.in(getIndexReader());
    return global == null ? here : global.listed(pattern, here);
  }

  /** Returns the number of files in the index, also those without an article. */
  private int files() {
    int here = getIndexReader().numDocs();
    return global == null ? here : global.files(here);
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
    return idf(files(), frequency);
  }

  /**
   * Returns the inverse document frequency of BM25.
   *
   * @param files the number of files
   */
  public static float idf(int files, int frequency) {
    int documents = Math.max(files, 1);
    return (float)
        Math.log(1 + (documents - Math.min(frequency, documents) + 0.5) / (frequency + 0.5));
  }

  public Weights weights() {
    return weights;
  }

  public DirectoryReader reader() {
    return (DirectoryReader) getIndexReader();
  }

  /**
   * Returns the number of the document of a file, or -1 if there is none here.
   *
   * @param path the file as the index holds it
   */
  public int document(String path) throws IOException {
    ScoreDoc[] found = search(new TermQuery(new Term(IndexSchema.PATH, path)), 1).scoreDocs;
    return found.length == 0 ? -1 : found[0].doc;
  }

  /** Returns what the index says of itself. */
  public CommitData data() {
    return data;
  }

  /** Returns the index's words, which are read when they are first asked for. */
  public IndexWords words() throws IOException {
    IndexWords read = words.get();
    if (read == null) {
      read = data.words();
      words.set(read);
    }
    return read;
  }
}
