package dev.kaiyuan.search;

import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.Compound;
import dev.kaiyuan.search.query.GramPhrase;
import dev.kaiyuan.search.query.QuerySpan;
import dev.kaiyuan.search.query.Replacement;
import dev.kaiyuan.search.snippet.MarkedWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;

/** The words of a query as a person would name them, and the terms to highlight in a text. */
final class QueryHighlights {
  private static final int LONGEST_RUN = 16;
  private static final float TOGETHER = 0.25f;

  private final CommitSearcher searcher;
  private final QueryAnalyzer analyzer;
  private final List<SearchResults.QueryWord> words = new ArrayList<>();
  private final List<MarkedWord> terms = new ArrayList<>();

  private final Set<String> related = new HashSet<>();

  /** The document frequency of each word, which may take a search to find out. */
  private final Map<String, Integer> frequencies = new HashMap<>();

  QueryHighlights(CommitSearcher searcher, QueryAnalyzer analyzer) {
    this.searcher = searcher;
    this.analyzer = analyzer;
  }

  List<SearchResults.QueryWord> words() {
    return words;
  }

  List<MarkedWord> terms() {
    return terms;
  }

  /**
   * Adds a word.
   *
   * @param compounds the query's names that the index spells otherwise
   */
  void add(QueryUnit unit, List<Compound> compounds) throws IOException {
    int frequency = frequency(unit);
    for (Compound compound : compounds) {
      if (compound.contains(unit)) {
        Term joined = ArticleField.BODY.term(compound.joined().text());
        frequency = Math.max(frequency, searcher.docFreq(joined));
      }
    }
    float weight = searcher.weights().ofScript(unit.text()) * searcher.idf(frequency);
    int group = terms.size();
    if (unit.isHan()) {
      highlight(unit.text(), weight, group);
      if (unit.grams().size() > 1) {
        for (String gram : unit.grams()) {
          terms.add(new MarkedWord(gram, weight / 4, group, true));
        }
      }
    } else {
      highlight(unit.grams().getFirst(), weight, group);
    }
    if (unit.role() != QueryUnit.Role.ALTERNATIVE) {
      words.add(new SearchResults.QueryWord(unit.text(), frequency));
    }
  }

  /** Adds the parts of a name where they stand side by side. */
  void addParts(Compound compound) throws IOException {
    float weight = 0;
    for (String part : compound.texts()) {
      weight += searcher.idf(part);
    }
    highlight(String.join(" ", compound.texts()), weight, terms.size());
  }

  /** Adds Chinese words that were typed side by side as one term. */
  void addRuns(List<QueryUnit> units) throws IOException {
    for (int from = 0; from < units.size(); ) {
      StringBuilder run = new StringBuilder(units.get(from).text());
      int to = from + 1;
      while (to < units.size()
          && units.get(from).isHan()
          && units.get(to).isHan()
          && units.get(to).start() == units.get(to - 1).end()) {
        run.append(units.get(to++).text());
      }
      if (to - from > 1 && run.length() <= LONGEST_RUN) {
        int rarest = Integer.MAX_VALUE;
        for (QueryUnit unit : units.subList(from, to)) {
          rarest = Math.min(rarest, frequency(unit));
        }
        // Its words are highlighted too; that they are together is worth only a little more.
        highlight(run.toString(), TOGETHER * searcher.idf(rarest), terms.size());
      }
      from = to;
    }
  }

  /** Adds the terms of the index that something typed stands for. */
  void addExpanded(String typed, List<Term> expanded) throws IOException {
    int group = terms.size();
    int most = 0;
    for (Term term : expanded) {
      int frequency = searcher.docFreq(term);
      most = Math.max(most, frequency);
      for (QueryUnit unit : analyzer.analyze(term.text()).units()) {
        highlight(
            unit.isHan() ? unit.text() : unit.grams().getFirst(), searcher.idf(frequency), group);
      }
    }
    words.add(new SearchResults.QueryWord(typed, most));
  }

  /** Adds the replacements of a span, at a share of their weight. */
  void addReplacements(QuerySpan span, float share) {
    for (Replacement each : span.replacements()) {
      float weight = share * each.weight() * searcher.idf(each.docFreq());
      for (QueryUnit word : each.words()) {
        highlight(word.isHan() ? word.text() : word.grams().getFirst(), weight, terms.size());
      }
    }
  }

  /** Adds a term of the same root as a word of the query, at a share of its weight. */
  void addRelated(String term, float weight) throws IOException {
    if (related.add(term)) {
      highlight(
          term,
          weight * searcher.idf(searcher.docFreq(ArticleField.BODY.term(term))),
          terms.size());
    }
  }

  private void highlight(String text, float weight, int group) {
    terms.add(new MarkedWord(text, weight, group, false));
  }

  private int frequency(QueryUnit unit) throws IOException {
    Integer known = frequencies.get(unit.text());
    if (known == null) {
      known = count(unit);
      frequencies.put(unit.text(), known);
    }
    return known;
  }

  private int count(QueryUnit unit) throws IOException {
    int asWord = searcher.docFreq(ArticleField.BODY_WORDS.term(unit.text()));
    if (unit.grams().size() == 1) {
      Term gram = ArticleField.BODY.term(unit.grams().getFirst());
      return Math.max(asWord, searcher.docFreq(gram));
    }
    return asWord > 0 ? asWord : inARow(unit);
  }

  /** Counts the articles with a word that the segmenter does not know, such as most names. */
  private int inARow(QueryUnit unit) throws IOException {
    return searcher.docFreq(ArticleField.BODY, unit.grams()) == 0
        ? 0
        : searcher.countOf(GramPhrase.of(ArticleField.BODY, unit));
  }
}
