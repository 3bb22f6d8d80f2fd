package dev.kaiyuan.search;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.search.query.CommitSearcher;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;

/**
 * Finds articles like one by its most telling words: those with the greatest dampened frequency
 * times inverse document frequency.
 */
final class SimilarArticles {
  private static final int MOST_WORDS = 25;
  private static final int TITLE = 3;
  private static final Set<String> TEXTS = Set.of(IndexSchema.STORED_TITLE, IndexSchema.TEXT);

  private final CommitSearcher searcher;
  private final Translations translations;

  private record Telling(String word, double weight) {}

  SimilarArticles(CommitSearcher searcher, Translations translations) {
    this.searcher = searcher;
    this.translations = translations;
  }

  /**
   * Plans a search for articles like one, with the filters of a request.
   *
   * @throws NoSuchFileException if the index holds no such article
   */
  QueryPlan plan(String path, SearchRequest request) throws IOException {
    return QueryBuilder.similar(request, telling(path), path, searcher, translations);
  }

  /**
   * Returns the words that tell an article from others.
   *
   * @throws NoSuchFileException if the index holds no such article
   */
  String telling(String path) throws IOException {
    int doc = searcher.document(path);
    Document document = doc < 0 ? new Document() : searcher.storedFields().document(doc, TEXTS);
    String text = IndexSchema.text(document);
    if (text == null) {
      throw new NoSuchFileException(path);
    }
    Map<String, Integer> counts = new HashMap<>();
    count(text, 1, counts);
    count(document.get(IndexSchema.STORED_TITLE), TITLE, counts);
    return String.join(" ", mostTelling(counts));
  }

  private void count(String text, int weight, Map<String, Integer> counts) throws IOException {
    try (Analyzer analyzer = ChineseEnglishAnalyzer.words(searcher.words().all());
        TokenStream tokens = analyzer.tokenStream(ArticleField.BODY_WORDS.luceneName(), text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (term.length() > 1) {
          counts.merge(term.toString(), weight, Integer::sum);
        }
      }
      tokens.end();
    }
  }

  private List<String> mostTelling(Map<String, Integer> counts) throws IOException {
    List<Telling> words = new ArrayList<>();
    double documents = searcher.getIndexReader().numDocs();
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      Term term = ArticleField.BODY_WORDS.term(count.getKey());
      int frequency = searcher.getIndexReader().docFreq(term);
      double idf = Math.log(1 + documents / (frequency + 1));
      words.add(new Telling(count.getKey(), (1 + Math.log(count.getValue())) * idf));
    }
    words.sort(Comparator.comparingDouble(Telling::weight).reversed().thenComparing(Telling::word));
    QueryAnalyzer analyzer = new QueryAnalyzer(searcher.words().all());
    List<String> telling = new ArrayList<>();
    for (Telling word : words) {
      List<QueryUnit> units = analyzer.analyze(word.word()).units();
      if (units.size() == 1 && isTelling(units.getFirst())) {
        telling.add(word.word());
      }
      if (telling.size() == MOST_WORDS) {
        break;
      }
    }
    return telling;
  }

  private static boolean isTelling(QueryUnit unit) {
    return unit.role() == QueryUnit.Role.WORD && Character.isLetter(unit.text().codePointAt(0));
  }
}
