package dev.kaiyuan.search;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.meaning.ArticleVectors;
import dev.kaiyuan.meaning.Embedder;
import dev.kaiyuan.meaning.TextVector;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.TranslatedQuery;
import dev.kaiyuan.search.ranking.Cosines;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
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

  /** Whether any article of an index has vectors. */
  static boolean isKnown(CommitSearcher searcher) {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      if (leaf.reader().getFieldInfos().fieldInfo(IndexSchema.VECTORS) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the nearness to a query. A model of one language makes little of another: in an index
   * that is nearly all in the other language, articles are compared with what the dictionaries
   * translate. Beside articles in the query's own language, that was measured to do harm.
   *
   * @return null for a query in a script that no model reads
   * @throws dev.kaiyuan.meaning.ModelException if a model can't be used
   */
  static @Nullable Nearness toQuery(CommitSearcher searcher, QueryPlan plan) throws IOException {
    Language language = language(plan.text());
    if (language == null) {
      return null;
    }
    Nearness nearness = new Nearness(searcher);
    nearness.add(Embedder.shared().query(language, plan.text()));
    Language other = language == Language.CHINESE ? Language.ENGLISH : Language.CHINESE;
    String translation =
        articles(searcher, other) > FAR_MORE * articles(searcher, language)
            ? TranslatedQuery.of(plan.text(), plan.translations(), other)
            : null;
    if (translation != null) {
      TextVector vector = Embedder.shared().query(other, translation);
      nearness.add(vector);
      nearness.translated = vector.model();
    }
    return nearness;
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

  /** Returns the nearness to an article; without vectors of its own, nothing is near. */
  static Nearness toArticle(CommitSearcher searcher, String path) throws IOException {
    Nearness nearness = new Nearness(searcher);
    int doc = searcher.document(path);
    BytesRef stored = doc < 0 ? null : nearness.stored(doc);
    if (stored != null) {
      nearness.vectors.read(stored);
      nearness.add(nearness.vectors.mean());
    }
    return nearness;
  }

  private void add(@Nullable TextVector vector) {
    if (vector != null) {
      wanted.put(vector.model(), vector);
    }
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

  /**
   * Whether no vector could be compared so far, but for want of the model that made it.
   *
   * @throws dev.kaiyuan.meaning.ModelException if the models can't be used
   */
  boolean knowsOnlyOtherModels() throws IOException {
    if (seen.stream().anyMatch(wanted::containsKey)) {
      return false;
    }
    Set<Integer> others = new HashSet<>(seen);
    for (Language language : Language.values()) {
      if (Embedder.knows(language)) {
        others.remove(Embedder.shared().version(language));
      }
    }
    return !others.isEmpty();
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
