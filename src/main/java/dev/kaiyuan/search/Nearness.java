package dev.kaiyuan.search;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.meaning.ArticleVectors;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.meaning.TextVector;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.TranslatedQuery;
import dev.kaiyuan.search.ranking.Cosines;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * How near in meaning articles are to what is looked for. Every vector is looked at: that takes
 * less than a microsecond each, and a graph of them takes longer to make than they do.
 */
final class Nearness {
  private static final int FAR_MORE = 9;

  private final CommitSearcher searcher;
  private final Map<Integer, TextVector> wanted = new HashMap<>();
  private final Set<Integer> seen = new HashSet<>();
  private final ArticleVectors vectors = new ArticleVectors();
  private @Nullable Integer translated;

  private Nearness(CommitSearcher searcher) {
    this.searcher = searcher;
  }

  /** Whether a request counts what articles mean. */
  static boolean isWanted(SearchRequest request) {
    return request.meaning() != SearchRequest.Meaning.OFF
        && request.order() == SearchRequest.Order.SCORE;
  }

  /** Whether a request counts what articles mean, and says something. */
  static boolean isWanted(SearchRequest request, QueryPlan plan) {
    return isWanted(request) && !plan.words().isEmpty();
  }

  /** Whether any article of an index has vectors. */
  static boolean isKnown(CommitSearcher searcher) {
    if (searcher.data().meaning() == Depth.OFF) {
      return false;
    }
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      if (leaf.reader().getFieldInfos().fieldInfo(IndexSchema.VECTORS) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the texts that articles are compared with: the query, and maybe its translation. A
   * model of one language makes little of another: in an index that is nearly all in the other
   * language, articles are compared with what the dictionaries translate. Beside articles in the
   * query's own language, that was measured to do harm.
   *
   * @return none for a query in a script that no model reads
   */
  static List<QueryText> texts(CommitSearcher searcher, QueryPlan plan) throws IOException {
    Language language = language(plan.text());
    if (language == null) {
      return List.of();
    }
    QueryText typed = new QueryText(language, plan.text());
    Language other = language == Language.CHINESE ? Language.ENGLISH : Language.CHINESE;
    String translation =
        articles(searcher, other) > FAR_MORE * articles(searcher, language)
            ? TranslatedQuery.of(plan.text(), plan.translations(), other)
            : null;
    return translation == null ? List.of(typed) : List.of(typed, new QueryText(other, translation));
  }

  /** Asks how frequent terms are that {@link #texts} looks at. */
  static void count(CommitSearcher searcher) throws IOException {
    for (Language language : Language.values()) {
      articles(searcher, language);
    }
  }

  private static int articles(CommitSearcher searcher, Language language) throws IOException {
    return searcher.docFreq(new Term(IndexSchema.LANGUAGE, language.code()));
  }

  private static @Nullable Language language(String query) {
    if (query.codePoints().anyMatch(Character::isIdeographic)) {
      return Language.CHINESE;
    }
    long letters = query.codePoints().filter(Character::isLetter).count();
    long latin =
        query
            .codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
            .count();
    return 2 * latin >= letters ? Language.ENGLISH : null;
  }

  /**
   * Returns the nearness to vectors.
   *
   * @param vectors those of {@link #texts}, or of an article
   */
  static Nearness to(CommitSearcher searcher, List<TextVector> vectors) {
    Nearness nearness = new Nearness(searcher);
    vectors.forEach(vector -> nearness.wanted.put(vector.model(), vector));
    nearness.translated = vectors.size() > 1 ? vectors.getLast().model() : null;
    return nearness;
  }

  /** Returns the vector of an article, or none if it has none. */
  static List<TextVector> vector(CommitSearcher searcher, String path) throws IOException {
    Nearness nearness = new Nearness(searcher);
    int doc = searcher.document(path);
    BytesRef stored = doc < 0 ? null : nearness.stored(doc);
    if (stored == null) {
      return List.of();
    }
    nearness.vectors.read(stored);
    TextVector mean = nearness.vectors.mean();
    return mean == null ? List.of() : List.of(mean);
  }

  /**
   * Compares all documents, by their passages.
   *
   * @param limits what the documents have to match, or null for any
   */
  Cosines cosines(@Nullable Query limits) throws IOException {
    float[] cosines = new float[searcher.getIndexReader().maxDoc()];
    Arrays.fill(cosines, Float.NaN);
    BitSet byTranslation = new BitSet(cosines.length);
    Query within = searcher.rewrite(limits == null ? new MatchAllDocsQuery() : limits);
    Weight weight = searcher.createWeight(within, ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      BinaryDocValues stored = DocValues.getBinary(leaf.reader(), IndexSchema.VECTORS);
      Bits live = leaf.reader().getLiveDocs();
      DocIdSetIterator found = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      for (int doc; (doc = found.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS; ) {
        if ((live == null || live.get(doc)) && stored.advanceExact(doc)) {
          searcher.checkTime();
          vectors.read(stored.binaryValue());
          seen.add(vectors.model());
          TextVector query = wanted.get(vectors.model());
          ArticleVectors.Nearest nearest = query == null ? null : vectors.nearestPassage(query);
          if (nearest != null) {
            cosines[leaf.docBase + doc] = nearest.cosine();
            byTranslation.set(leaf.docBase + doc, Objects.equals(translated, vectors.model()));
          }
        }
      }
    }
    return new Cosines(cosines, byTranslation);
  }

  /** Returns the models that made the vectors which were met so far. */
  Set<Integer> seen() {
    return Set.copyOf(seen);
  }

  /** Whether there were vectors so far, but none that could be compared. */
  boolean comparedNone() {
    return !seen.isEmpty() && Collections.disjoint(seen, wanted.keySet());
  }

  /** Compares more closely the documents that are to be put in order: by their parts too. */
  void refine(Cosines cosines, Collection<Integer> documents) throws IOException {
    for (int document : documents) {
      ArticleVectors.Nearest nearest = cosines.has(document) ? nearest(document) : null;
      if (nearest != null) {
        cosines.values()[document] = nearest.cosine();
      }
    }
  }

  /** Returns what of an article is nearest, or null if it has no vector to compare. */
  ArticleVectors.@Nullable Nearest nearest(int document) throws IOException {
    BytesRef stored = stored(document);
    if (stored == null) {
      return null;
    }
    vectors.read(stored);
    TextVector query = wanted.get(vectors.model());
    return query == null ? null : vectors.nearest(query);
  }

  private @Nullable BytesRef stored(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues stored = DocValues.getBinary(leaf.reader(), IndexSchema.VECTORS);
    return stored.advanceExact(document - leaf.docBase) ? stored.binaryValue() : null;
  }
}
