package dev.kaiyuan.search;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.analysis.Translations;
import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Turns what a person typed into what an index is asked.
 *
 * <p>Words are wanted: an article matches when it holds one of them, and scores with each, by BM25
 * summed over title, headings and body, each as grams and as whole words. Grams across two words
 * and function words only add to the score. Phrases, fields and exclusions are demanded.
 */
final class QueryBuilder {
  private static final List<String> GRAM_FIELDS =
      List.of(IndexSchema.BODY, IndexSchema.TITLE, IndexSchema.HEADINGS);

  /** What a character within words weighs beside the character as a word. */
  private static final float WITHIN = 0.5f;

  private final CommitSearcher searcher;
  private final IndexReader reader;
  private final QueryAnalyzer analyzer;
  private final Translations known;
  private final Expansion expansion;
  private final Weights weights;
  private final ClauseBudget budget = new ClauseBudget();
  private final DemandedQuery demands;

  private final WantedQuery wanted = new WantedQuery();
  private final BooleanQuery.Builder whole = new BooleanQuery.Builder();
  private final List<Rescorer.Gram> grams = new ArrayList<>();
  private final QueryWords words;
  private final Map<String, List<String>> translations = new LinkedHashMap<>();
  private final Set<Notice> notices = EnumSet.noneOf(Notice.class);
  private final Set<Term> seen = new HashSet<>();
  private int demanded;
  private int filtered;
  private boolean translate;
  private boolean narrowed;
  private boolean excluded;

  private QueryBuilder(CommitSearcher searcher, Translations known) throws IOException {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
    this.analyzer = new QueryAnalyzer(searcher.words().all());
    this.known = known;
    this.expansion = new Expansion(reader);
    this.weights = searcher.weights();
    this.demands = new DemandedQuery(analyzer, expansion, budget, notices);
    this.words = new QueryWords(searcher, analyzer);
    if (!searcher.words().isCurrent()) {
      notices.add(Notice.OTHER_WORDS);
    }
  }

  static QueryPlan plan(SearchRequest request, CommitSearcher searcher, Translations known)
      throws IOException {
    QueryBuilder builder = new QueryBuilder(searcher, known);
    return builder.build(request, QueryParser.parse(builder.budget.cut(request.query())));
  }

  /** Plans to look for the words of an article in all others, whatever the request's query. */
  static QueryPlan similar(
      SearchRequest request, String words, String path, CommitSearcher searcher, Translations known)
      throws IOException {
    QueryBuilder builder = new QueryBuilder(searcher, known);
    builder.whole.add(new TermQuery(new Term(IndexSchema.PATH, path)), Occur.MUST_NOT);
    builder.narrowed = true;
    return builder.build(request, new QueryNode.Text(words));
  }

  private QueryPlan build(SearchRequest request, QueryNode query) throws IOException {
    translate = request.translate();
    add(query);
    if (!wanted.isEmpty()) {
      whole.add(wanted.scored(), demanded > 0 ? Occur.SHOULD : Occur.MUST);
    }
    boolean onlyFiltered = filtered > 0 && words.words().isEmpty();
    boolean nothing = wanted.isEmpty() && demanded == 0 && !onlyFiltered;
    if (nothing && words.words().isEmpty()) {
      notices.add(excluded ? Notice.ONLY_EXCLUDED : Notice.NO_WORD);
    }
    if (budget.isExceeded()) {
      notices.add(Notice.TOO_LONG);
    }
    Term noArticle = new Term(IndexSchema.KIND, IndexSchema.SKIPPED);
    if (reader.docFreq(noArticle) > 0) {
      whole.add(new TermQuery(noArticle), Occur.MUST_NOT);
    }
    for (Query filter : RequestFilters.of(request)) {
      whole.add(new ConstantScoreQuery(filter), Occur.FILTER);
      narrowed = true;
    }
    boolean free = demanded == 0 && filtered == 0 && !nothing && !narrowed && !excluded;
    Query wholeQuery = nothing ? new MatchNoDocsQuery("nothing to search for") : whole.build();
    return new QueryPlan(
        wholeQuery,
        free ? wanted.counted() : null,
        wanted.contributions(),
        grams,
        words.marks(),
        searcher.words().all(),
        words.words(),
        translations,
        List.copyOf(notices));
  }

  private void add(QueryNode node) throws IOException {
    if (node instanceof QueryNode.Text text) {
      // Nearly all queries are this; a switch over patterns takes long to begin with.
      addWanted(text.text());
      return;
    }
    switch (node) {
      case QueryNode.AllOf all -> {
        for (QueryNode each : all.nodes()) {
          add(each);
        }
      }
      case QueryNode.Prefix prefix -> addExpanded(prefix.text() + "*", expansion.prefix(prefix));
      case QueryNode.Fuzzy fuzzy -> addExpanded(fuzzy.text() + "~", expansion.fuzzy(fuzzy));
      case QueryNode.Not not -> {
        Query query = demands.satisfied(not.node());
        if (!(query instanceof MatchNoDocsQuery)) {
          excluded = true;
          whole.add(query, Occur.MUST_NOT);
        }
      }
      default -> {
        whole.add(demands.satisfied(node), Occur.MUST);
        if (node instanceof QueryNode.Fielded fielded && fielded.field() != QueryNode.Field.TITLE) {
          filtered++;
        } else {
          demanded++;
        }
        addScoring(node);
      }
    }
  }

  /** Marks and scores the words of something that is demanded by other means. */
  private void addScoring(QueryNode node) throws IOException {
    switch (node) {
      case QueryNode.Text text -> addWanted(text.text());
      case QueryNode.Phrase phrase -> addWanted(phrase.text());
      case QueryNode.Fielded fielded -> {
        if (fielded.field() == QueryNode.Field.TITLE) {
          addScoring(fielded.node());
        }
      }
      case QueryNode.AnyOf any -> {
        for (QueryNode each : any.nodes()) {
          addScoring(each);
        }
      }
      case QueryNode.AllOf all -> {
        for (QueryNode each : all.nodes()) {
          addScoring(each);
        }
      }
      case QueryNode.Prefix prefix -> addExpanded(prefix.text() + "*", expansion.prefix(prefix));
      case QueryNode.Fuzzy fuzzy -> addExpanded(fuzzy.text() + "~", expansion.fuzzy(fuzzy));
      case QueryNode.Not ignored -> {}
    }
  }

  private void addWanted(String query) throws IOException {
    AnalyzedQuery analyzed = analyzer.analyze(query);
    if (analyzed.grams().isEmpty()) {
      return;
    }
    boolean onlyWeak =
        analyzed.grams().stream().noneMatch(gram -> gram.strength() == Strength.FULL);
    for (QueryUnit unit : analyzed.units()) {
      boolean shown = onlyWeak || unit.role() != QueryUnit.Role.FUNCTION;
      if (shown && !budget.isFull()) {
        words.add(unit);
      }
    }
    for (QueryTerm gram : analyzed.grams()) {
      if (!budget.takeTerm()) {
        return;
      }
      String typed = query.substring(gram.start(), gram.end());
      for (String field : GRAM_FIELDS) {
        addTerm(gram, typed, onlyWeak, field);
      }
      if (gram.strength() != Strength.ALTERNATIVE) {
        float idf = words.idf(searcher.docFreq(new Term(IndexSchema.BODY, gram.text())));
        grams.add(new Rescorer.Gram(gram.text(), weights.of(gram) * idf));
      }
    }
    for (QueryTerm word : analyzed.words()) {
      String typed = query.substring(word.start(), word.end());
      for (String field : GRAM_FIELDS) {
        addTerm(word, typed, onlyWeak, IndexSchema.words(field));
      }
    }
    if (isLoose(analyzed.units())) {
      for (QueryUnit unit : analyzed.units()) {
        addWordsAround(unit.text());
      }
    }
    if (translate && weights.translated() > 0) {
      addTranslations(query, analyzed);
    }
  }

  /** Whether a query is Han characters that stand alone: no gram of an article is one of them. */
  private static boolean isLoose(List<QueryUnit> units) {
    for (QueryUnit unit : units) {
      if (!unit.isHan() || unit.text().codePointCount(0, unit.text().length()) > 1) {
        return false;
      }
    }
    return true;
  }

  /** Wants the words that hold a Han character, under the character as a word of its own. */
  private void addWordsAround(String han) throws IOException {
    for (String field : List.of(IndexSchema.BODY, IndexSchema.TITLE)) {
      List<Term> around = expansion.containing(IndexSchema.words(field), han);
      if (around.isEmpty() || !budget.take(1)) {
        continue;
      }
      SynonymQuery.Builder any = new SynonymQuery.Builder(IndexSchema.words(field));
      around.forEach(any::addTerm);
      Query query = boosted(any.build(), WITHIN * weights.ofPlace(field));
      wanted.add(query, true);
      wanted.explain(han, "…" + han + "…", field, Reason.Kind.WORD, query);
    }
  }

  private void addTranslations(String query, AnalyzedQuery analyzed) throws IOException {
    QueryTranslator translator = new QueryTranslator(known, query);
    for (QueryTranslator.Named named : translator.translate(analyzed)) {
      TranslatedWord translated = TranslatedWord.of(named, analyzer, searcher);
      if (translated.isEmpty()
          || !budget.take(GRAM_FIELDS.size() * translated.alternatives().size())) {
        continue;
      }
      float weight = weights.ofTranslation(named.text());
      for (String field : GRAM_FIELDS) {
        Query translation = boosted(translated.query(field), weight * weights.ofPlace(field));
        wanted.add(translation, false);
        String names = String.join(", ", translated.names());
        wanted.explain(named.text(), names, field, Reason.Kind.TRANSLATION, translation);
      }
      wanted.count(translated, searcher);
      words.addTranslation(translated, weights.translated());
      translations.put(named.text(), translated.names());
    }
  }

  private void addTerm(QueryTerm part, String typed, boolean onlyWeak, String field)
      throws IOException {
    Term term = new Term(field, part.text());
    float weight = weights.of(part) * weights.ofField(field);
    if (weight == 0 || budget.isFull() || !seen.add(term)) {
      return;
    }
    TermStates states = searcher.states(term);
    if (states.docFreq() == 0 || !budget.take(1)) {
      return;
    }
    Query query = boosted(new TermQuery(term, states), weight);
    boolean matches = part.strength() == Strength.FULL || onlyWeak;
    if (matches) {
      wanted.add(query, onlyWeak || !WantedQuery.isInBody(part, field));
    } else {
      whole.add(query, Occur.SHOULD);
    }
    Reason.Kind kind = part.strength() == Strength.ACROSS ? Reason.Kind.NEARNESS : Reason.Kind.WORD;
    wanted.explain(typed, part.text(), field, kind, query);
  }

  private void addExpanded(String typed, List<Term> expanded) throws IOException {
    List<Term> asked = new ArrayList<>();
    for (Term term : expanded) {
      if (!budget.takeExpanded()) {
        break;
      }
      asked.add(term);
      Query query = new TermQuery(term);
      wanted.add(query, true);
      wanted.explain(typed, term.text(), term.field(), Reason.Kind.WORD, query);
    }
    words.addExpanded(typed, asked);
  }

  private static Query boosted(Query query, float weight) {
    return weight == 1 ? query : new BoostQuery(query, weight);
  }
}
