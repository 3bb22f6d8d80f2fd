package dev.kaiyuan.search;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.search.query.CommitSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Rescores the best articles by their likeness to the first ones, for longer questions in English:
 * they have many words, for which authors use others.
 *
 * <p>This is pseudo-relevance feedback (Rocchio 1971; as a model of relevance, Lavrenko and Croft
 * 2001) that finds nothing new. The words of Chinese questions gave nothing by it, see {@code
 * docs/ranking.md}.
 */
final class RelevanceFeedback {
  private static final int FEWEST_WORDS = 4;
  static final int FIRST_ARTICLES = 5;
  private static final int LONGEST_TEXT = 5000;
  private static final int CONSIDERED_TERMS = 200;
  private static final int TERMS = 30;
  private static final int SHORTEST_TERM = 3;

  private final CommitSearcher searcher;

  RelevanceFeedback(CommitSearcher searcher) {
    this.searcher = searcher;
  }

  /** Whether a query is a longer question in English. */
  static boolean isWorthwhile(List<SearchResults.QueryWord> words) {
    return words.size() >= FEWEST_WORDS
        && words.stream().noneMatch(word -> Character.isIdeographic(word.text().codePointAt(0)));
  }

  /**
   * Returns a query that scores articles by their likeness to the first ones of a ranking. The
   * greatest score is the weight of the feedback times the best score. Null if none is in English.
   */
  @Nullable Query query(ScoreDoc[] ranking) throws IOException {
    Map<String, Float> weights = new HashMap<>();
    for (int i = 0; i < Math.min(FIRST_ARTICLES, ranking.length); i++) {
      addTerms(ranking[i].doc, likelihood(ranking[i].score, ranking[0].score), weights);
    }
    Query query = query(heaviest(considered(weights), searcher::idf));
    ScoreDoc[] alike = rescored(ranking, query, 0);
    if (alike.length == 0 || alike[0].score == 0) {
      return null;
    }
    return new BoostQuery(query, searcher.weights().feedback() * ranking[0].score / alike[0].score);
  }

  /** Returns the likelihood of an article by its score and the best score. */
  static float likelihood(float score, float best) {
    return (float) Math.pow(score / best, 3);
  }

  /** Returns a query for weighted terms of the body. */
  Query query(Map<String, Float> terms) throws IOException {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (Map.Entry<String, Float> each : terms.entrySet()) {
      Term term = ArticleField.BODY.term(each.getKey());
      Query query = new TermQuery(term, searcher.states(term));
      builder.add(new BoostQuery(query, each.getValue()), Occur.SHOULD);
    }
    return builder.build();
  }

  /** Returns a ranking with the scores of a feedback query added. */
  ScoreDoc[] rescore(ScoreDoc[] ranking, Query feedback) throws IOException {
    return rescored(ranking, feedback, 1);
  }

  private ScoreDoc[] rescored(ScoreDoc[] ranking, Query query, float weightOfScore)
      throws IOException {
    ScoreDoc[] scored = new ScoreDoc[ranking.length];
    for (int i = 0; i < scored.length; i++) {
      scored[i] = new ScoreDoc(ranking[i].doc, ranking[i].score);
    }
    TotalHits all = new TotalHits(scored.length, TotalHits.Relation.EQUAL_TO);
    ScoreDoc[] rescored =
        new QueryRescorer(query) {
          @Override
          protected float combine(float score, boolean matches, float given) {
            return weightOfScore * score + (matches ? given : 0);
          }
        }.rescore(searcher, new TopDocs(all, scored), scored.length).scoreDocs;
    Map<Integer, Integer> before = new HashMap<>();
    for (int i = 0; i < ranking.length; i++) {
      before.put(ranking[i].doc, i);
    }
    // Equal scores keep their order, which is not that of document numbers.
    Arrays.sort(
        rescored,
        Comparator.comparingDouble((ScoreDoc each) -> -each.score)
            .thenComparing(each -> before.get(each.doc)));
    return rescored;
  }

  /**
   * Adds the weights of an article's terms by their frequency, if it is in English.
   *
   * @param likelihood how likely the article is to be what is looked for
   */
  void addTerms(int doc, float likelihood, Map<String, Float> weights) throws IOException {
    Document article =
        searcher.storedFields().document(doc, Set.of(IndexSchema.TEXT, IndexSchema.LANGUAGE));
    if (Language.of(article.get(IndexSchema.LANGUAGE)) == Language.ENGLISH) {
      Map<String, Integer> counts = count(IndexSchema.text(article));
      counts.forEach(
          (term, count) -> weights.merge(term, likelihood * count / (count + 1), Float::sum));
    }
  }

  private static Map<String, Integer> count(String text) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    try (Analyzer analyzer = ChineseEnglishAnalyzer.grams();
        TokenStream tokens =
            analyzer.tokenStream(
                ArticleField.BODY.luceneName(),
                text.substring(0, Math.min(LONGEST_TEXT, text.length())))) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (term.length() >= SHORTEST_TERM && Character.isLetter(term.charAt(0))) {
          counts.merge(term.toString(), 1, Integer::sum);
        }
      }
      tokens.end();
    }
    return counts;
  }

  /** Returns the terms of the greatest weights, of which the rarer are to be chosen. */
  static Map<String, Float> considered(Map<String, Float> weights) {
    return first(weights, CONSIDERED_TERMS);
  }

  /** How rare terms are. */
  interface Rarity {
    float idf(String term) throws IOException;
  }

  /** Returns the most telling of terms by their weights. */
  static Map<String, Float> heaviest(Map<String, Float> considered, Rarity rarity)
      throws IOException {
    Map<String, Float> telling = new HashMap<>();
    for (Map.Entry<String, Float> each : considered.entrySet()) {
      telling.put(each.getKey(), each.getValue() * rarity.idf(each.getKey()));
    }
    return first(telling, TERMS);
  }

  private static Map<String, Float> first(Map<String, Float> weights, int number) {
    List<Map.Entry<String, Float>> sorted = new ArrayList<>(weights.entrySet());
    sorted.sort(
        Map.Entry.<String, Float>comparingByValue(Comparator.reverseOrder())
            .thenComparing(each -> new BytesRef(each.getKey())));
    Map<String, Float> first = new LinkedHashMap<>();
    for (Map.Entry<String, Float> each : sorted.subList(0, Math.min(number, sorted.size()))) {
      first.put(each.getKey(), each.getValue());
    }
    return first;
  }
}
