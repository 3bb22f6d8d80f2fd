package dev.kaiyuan.search;

import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;

/** The words of a query as a person would name them, and what marks them in a text. */
final class QueryWords {
  private static final int LONGEST_RUN = 16;
  private static final float TOGETHER = 0.25f;

  private final CommitSearcher searcher;
  private final QueryAnalyzer analyzer;
  private final List<SearchResults.QueryWord> words = new ArrayList<>();
  private final List<TextMarks.Word> marks = new ArrayList<>();

  private final Set<String> related = new HashSet<>();

  /** In how many articles each word stands, which may take a search to find out. */
  private final Map<String, Integer> frequencies = new HashMap<>();

  QueryWords(CommitSearcher searcher, QueryAnalyzer analyzer) {
    this.searcher = searcher;
    this.analyzer = analyzer;
  }

  List<SearchResults.QueryWord> words() {
    return words;
  }

  List<TextMarks.Word> marks() {
    return marks;
  }

  void add(QueryUnit unit) throws IOException {
    int frequency = frequency(unit);
    float weight = searcher.weights().ofScript(unit.text()) * searcher.idf(frequency);
    int group = marks.size();
    if (unit.isHan()) {
      mark(unit.text(), weight, group);
      if (unit.grams().size() > 1) {
        for (String gram : unit.grams()) {
          marks.add(new TextMarks.Word(gram, weight / 4, group, true));
        }
      }
    } else {
      mark(unit.grams().getFirst(), weight, group);
    }
    if (unit.role() != QueryUnit.Role.ALTERNATIVE) {
      words.add(new SearchResults.QueryWord(unit.text(), frequency));
    }
  }

  /** Has Chinese words that were typed side by side marked as one where they stand so. */
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
        // Its words are marked too; that they stand together is only a little more.
        mark(run.toString(), TOGETHER * searcher.idf(rarest), marks.size());
      }
      from = to;
    }
  }

  /** Adds something typed that stands for words of the index. */
  void addExpanded(String typed, List<Term> expanded) throws IOException {
    int group = marks.size();
    int most = 0;
    for (Term term : expanded) {
      int frequency = searcher.docFreq(term);
      most = Math.max(most, frequency);
      for (QueryUnit unit : analyzer.analyze(term.text()).units()) {
        mark(unit.isHan() ? unit.text() : unit.grams().getFirst(), searcher.idf(frequency), group);
      }
    }
    words.add(new SearchResults.QueryWord(typed, most));
  }

  void addTranslation(TranslatedWord translated, float translation) {
    for (TranslatedWord.Name name : translated.names()) {
      float weight = translation * name.weight() * searcher.idf(name.frequency());
      for (QueryUnit word : name.words()) {
        mark(word.isHan() ? word.text() : word.grams().getFirst(), weight, marks.size());
      }
    }
  }

  /** Has a term marked that stands in for a word of the query, at so much of its weight. */
  void markRelated(String term, float weight) throws IOException {
    if (related.add(term)) {
      mark(
          term,
          weight * searcher.idf(searcher.docFreq(new Term(IndexSchema.BODY, term))),
          marks.size());
    }
  }

  private void mark(String text, float weight, int group) {
    marks.add(new TextMarks.Word(text, weight, group, false));
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
    int asWord = searcher.docFreq(new Term(IndexSchema.BODY_WORDS, unit.text()));
    if (unit.grams().size() == 1) {
      Term gram = new Term(IndexSchema.BODY, unit.grams().getFirst());
      return Math.max(asWord, searcher.docFreq(gram));
    }
    return asWord > 0 ? asWord : inARow(unit);
  }

  /** In how many articles a word stands that the segmenter does not know, such as most names. */
  private int inARow(QueryUnit unit) throws IOException {
    return searcher.docFreq(IndexSchema.BODY, unit.grams()) == 0
        ? 0
        : searcher.count(
            DemandedQuery.gramPhrase(IndexSchema.BODY, unit.grams(), unit.offsets(), 0));
  }
}
