package dev.kaiyuan.search;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.analysis.Translations;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Turns what a person typed into what an index is asked.
 *
 * <p>Words are wanted: an article matches when it holds one of them, and scores with each, by BM25
 * summed over title, headings and body, each as grams and as whole words. Grams across two words
 * and function words only add to the score. Phrases, fields and exclusions are demanded.
 */
final class QueryBuilder {
  private static final float WEAK = 0.4f;
  private static final float HEADINGS = 0.3f;
  private static final float TRANSLATED = 0.9f;

  /** A word written with spaces around it says as much as three Han characters, or two grams. */
  private static final float SPACED_WORD = 1.5f;

  private static final int MOST_TERMS = 400;

  // Together below the 1,024 clauses that Lucene takes, three for each word demanded.
  private static final int LONGEST = 5000;
  private static final int MOST_CLAUSES = 600;
  private static final int MOST_DEMANDED = 120;

  private final CommitSearcher searcher;
  private final IndexReader reader;
  private final QueryAnalyzer analyzer;
  private final Translations known;
  private final Expansion expansion;

  private final BooleanQuery.Builder wanted = new BooleanQuery.Builder();

  /**
   * Finds what {@link #wanted} finds, with fewer clauses: a heading's grams are also the body's.
   */
  private final BooleanQuery.Builder counted = new BooleanQuery.Builder();

  private final BooleanQuery.Builder whole = new BooleanQuery.Builder();
  private final List<QueryPlan.Contribution> contributions = new ArrayList<>();
  private final List<Rescorer.Gram> grams = new ArrayList<>();
  private final List<PassageHighlighter.Mark> marks = new ArrayList<>();
  private final List<SearchResults.QueryWord> words = new ArrayList<>();
  private final Map<String, List<String>> translations = new LinkedHashMap<>();
  private final List<String> notices = new ArrayList<>();
  private final Set<Term> seen = new HashSet<>();
  private int terms;
  private int wantedTerms;
  private int demanded;
  private int filtered;
  private int clauses;
  private int demandedUnits;
  private boolean translate;
  private boolean narrowed;
  private boolean excluded;

  private QueryBuilder(CommitSearcher searcher, Translations known) throws IOException {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
    this.analyzer = new QueryAnalyzer(searcher.words().all());
    this.known = known;
    this.expansion = new Expansion(reader);
    if (!searcher.words().isCurrent()) {
      notices.add(
          "The index was made with other words than this version has: kaiyuan index renews it.");
    }
  }

  static QueryPlan plan(SearchRequest request, CommitSearcher searcher, Translations known)
      throws IOException {
    QueryBuilder builder = new QueryBuilder(searcher, known);
    return builder.build(request, QueryParser.parse(builder.cut(request.query())));
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
    Query anyWanted = wanted.build();
    if (wantedTerms > 0) {
      whole.add(anyWanted, demanded > 0 ? Occur.SHOULD : Occur.MUST);
    }
    boolean onlyFiltered = filtered > 0 && words.isEmpty();
    boolean nothing = wantedTerms == 0 && demanded == 0 && !onlyFiltered;
    if (nothing && words.isEmpty()) {
      notices.add(
          excluded
              ? "There is nothing to search for: add a word that is to be found."
              : "There is nothing to search for: no letter, digit or Chinese character was typed.");
    }
    addFilters(request);
    boolean free = demanded == 0 && filtered == 0 && !nothing && !narrowed && !excluded;
    Query anyTerm = free ? anyTerm() : null;
    Query wholeQuery = nothing ? new MatchNoDocsQuery("nothing to search for") : whole.build();
    return new QueryPlan(
        wholeQuery,
        anyTerm,
        free ? counted.build() : null,
        contributions,
        grams,
        marks,
        words,
        translations,
        notices);
  }

  /** All that gives to the score, as one flat disjunction, which Lucene evaluates fastest. */
  private Query anyTerm() {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (QueryPlan.Contribution part : contributions) {
      builder.add(part.query(), Occur.SHOULD);
    }
    return builder.build();
  }

  private void add(QueryNode node) throws IOException {
    switch (node) {
      case QueryNode.AllOf all -> {
        for (QueryNode each : all.nodes()) {
          add(each);
        }
      }
      case QueryNode.Text text -> addWanted(text.text());
      case QueryNode.Prefix prefix -> addExpanded(prefix.text() + "*", expansion.prefix(prefix));
      case QueryNode.Fuzzy fuzzy -> addExpanded(fuzzy.text() + "~", expansion.fuzzy(fuzzy));
      case QueryNode.Not not -> {
        Query query = satisfied(not.node());
        if (!(query instanceof MatchNoDocsQuery)) {
          excluded = true;
          whole.add(query, Occur.MUST_NOT);
        }
      }
      default -> {
        whole.add(satisfied(node), Occur.MUST);
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
      if (shown && terms < MOST_TERMS) {
        addMark(unit);
      }
    }
    for (QueryTerm gram : analyzed.grams()) {
      if (!room()) {
        return;
      }
      addTerm(gram, onlyWeak, IndexSchema.BODY, 1);
      addTerm(gram, onlyWeak, IndexSchema.TITLE, 1);
      addTerm(gram, onlyWeak, IndexSchema.HEADINGS, HEADINGS);
      if (gram.strength() != Strength.ALTERNATIVE) {
        float idf = idf(searcher.docFreq(new Term(IndexSchema.BODY, gram.text())));
        grams.add(new Rescorer.Gram(gram.text(), weight(gram) * idf));
      }
    }
    for (QueryTerm word : analyzed.words()) {
      addTerm(word, onlyWeak, IndexSchema.BODY_WORDS, 1);
      addTerm(word, onlyWeak, IndexSchema.TITLE_WORDS, 1);
      addTerm(word, onlyWeak, IndexSchema.HEADINGS_WORDS, HEADINGS);
    }
    if (translate) {
      addTranslations(query, analyzed);
    }
  }

  private void addTranslations(String query, AnalyzedQuery analyzed) throws IOException {
    QueryTranslator translator = new QueryTranslator(known, query);
    for (QueryTranslator.Named named : translator.translate(analyzed)) {
      TranslatedWord translated = TranslatedWord.of(named, analyzer, searcher);
      if (translated.isEmpty() || !roomFor(3 * translated.alternatives().size())) {
        continue;
      }
      clauses += 3 * translated.alternatives().size();
      for (String field : List.of(IndexSchema.BODY, IndexSchema.TITLE, IndexSchema.HEADINGS)) {
        float weight = TRANSLATED * (field.equals(IndexSchema.HEADINGS) ? HEADINGS : 1);
        Query translation = boosted(translated.query(field), weight);
        addWanted(translation, false);
        contributions.add(
            new QueryPlan.Contribution(
                named.text(),
                String.join(", ", translated.names()),
                field,
                Reason.Kind.TRANSLATION,
                translation));
      }
      for (TranslatedWord.Alternative alternative : translated.alternatives()) {
        count(alternative);
        float weight = TRANSLATED * alternative.weight() * idf(alternative.frequency());
        for (String mark : alternative.marks()) {
          marks.add(new PassageHighlighter.Mark(mark, weight, marks.size(), false));
        }
      }
      translations.put(named.text(), translated.names());
    }
  }

  private String cut(String query) {
    if (query.length() <= LONGEST) {
      return query;
    }
    tooLong();
    return query.substring(0, LONGEST);
  }

  private boolean room() {
    return terms++ < MOST_TERMS && roomFor(0) || tooLong();
  }

  /** Whether so many clauses more can be asked for at once. */
  private boolean roomFor(int more) {
    return clauses + more < MOST_CLAUSES;
  }

  private boolean tooLong() {
    String notice = "The query is very long: only its beginning was searched for.";
    if (!notices.contains(notice)) {
      notices.add(notice);
    }
    return false;
  }

  private void addTerm(QueryTerm part, boolean onlyWeak, String field, float fieldWeight)
      throws IOException {
    Term term = new Term(field, part.text());
    if (!roomFor(1) || !seen.add(term)) {
      return;
    }
    TermStates states = searcher.states(term);
    if (states.docFreq() == 0) {
      return;
    }
    clauses++;
    Query query = boosted(new TermQuery(term, states), weight(part) * fieldWeight);
    boolean matches = part.strength() == Strength.FULL || onlyWeak;
    if (matches) {
      addWanted(query, onlyWeak || !isInBody(part, field));
    } else {
      whole.add(query, Occur.SHOULD);
    }
    Reason.Kind kind = part.strength() == Strength.ACROSS ? Reason.Kind.NEARNESS : Reason.Kind.WORD;
    contributions.add(
        new QueryPlan.Contribution(part.text(), part.text(), plainField(field), kind, query));
  }

  private void addWanted(Query query, boolean findsMore) {
    wanted.add(query, Occur.SHOULD);
    wantedTerms++;
    if (findsMore) {
      counted.add(query, Occur.SHOULD);
    }
  }

  private void count(TranslatedWord.Alternative name) throws IOException {
    for (String field : List.of(IndexSchema.BODY, IndexSchema.TITLE)) {
      if (name.grams().size() > 1) {
        counted.add(gramPhrase(field, name.grams(), name.offsets(), 0), Occur.SHOULD);
        continue;
      }
      Term term = new Term(field, name.grams().getFirst());
      TermStates states = searcher.states(term);
      if (states.docFreq() > 0) {
        counted.add(new TermQuery(term, states), Occur.SHOULD);
      }
    }
  }

  /** Whether an article that has a term in a field surely has a gram of it in title or body. */
  private static boolean isInBody(QueryTerm term, String field) {
    return switch (field) {
      case IndexSchema.HEADINGS -> true;
      case IndexSchema.TITLE_WORDS, IndexSchema.HEADINGS_WORDS ->
          term.text().codePointCount(0, term.text().length()) > 1;
      default -> false;
    };
  }

  private static String plainField(String field) {
    int dot = field.indexOf('.');
    return dot < 0 ? field : field.substring(0, dot);
  }

  private static float weight(QueryTerm term) {
    float weight =
        switch (term.strength()) {
          case FULL -> 1;
          case ACROSS -> 0.7f;
          case ALTERNATIVE -> 0.5f;
          case WEAK -> WEAK;
        };
    boolean han = Character.isIdeographic(term.text().codePointAt(0));
    return han ? weight : weight * SPACED_WORD;
  }

  private void addMark(QueryUnit unit) throws IOException {
    int frequency = frequency(unit);
    float weight = idf(frequency);
    int group = marks.size();
    if (unit.isHan()) {
      marks.add(new PassageHighlighter.Mark(unit.text(), weight, group, false));
      if (unit.grams().size() > 1) {
        for (String gram : unit.grams()) {
          marks.add(new PassageHighlighter.Mark(gram, weight / 4, group, true));
        }
      }
    } else {
      marks.add(new PassageHighlighter.Mark(unit.grams().getFirst(), weight, group, false));
    }
    if (unit.role() != QueryUnit.Role.ALTERNATIVE) {
      words.add(new SearchResults.QueryWord(unit.text(), frequency));
    }
  }

  private int frequency(QueryUnit unit) throws IOException {
    int frequency = searcher.docFreq(new Term(IndexSchema.BODY_WORDS, unit.text()));
    if (unit.grams().size() == 1) {
      return Math.max(
          frequency, searcher.docFreq(new Term(IndexSchema.BODY, unit.grams().getFirst())));
    }
    return frequency;
  }

  private float idf(int frequency) {
    int documents = Math.max(reader.numDocs(), 1);
    return (float)
        Math.log(1 + (documents - Math.min(frequency, documents) + 0.5) / (frequency + 0.5));
  }

  private void addExpanded(String typed, List<Term> expanded) throws IOException {
    int group = marks.size();
    int most = 0;
    for (Term term : expanded) {
      if (!roomFor(1)) {
        tooLong();
        break;
      }
      clauses++;
      Query query = new TermQuery(term);
      addWanted(query, true);
      int frequency = reader.docFreq(term);
      most = Math.max(most, frequency);
      contributions.add(
          new QueryPlan.Contribution(
              typed, term.text(), plainField(term.field()), Reason.Kind.WORD, query));
      for (QueryUnit unit : analyzer.analyze(term.text()).units()) {
        String mark = unit.isHan() ? unit.text() : unit.grams().getFirst();
        marks.add(new PassageHighlighter.Mark(mark, idf(frequency), group, false));
      }
    }
    words.add(new SearchResults.QueryWord(typed, most));
  }

  /** A query that an article answers when it holds all that a node says. */
  private Query satisfied(QueryNode node) throws IOException {
    return switch (node) {
      case QueryNode.Text text -> allUnits(text.text(), false);
      case QueryNode.Phrase phrase -> phrase(phrase.text(), false);
      case QueryNode.Prefix prefix -> anyOf(expansion.prefix(prefix));
      case QueryNode.Fuzzy fuzzy -> anyOf(expansion.fuzzy(fuzzy));
      case QueryNode.Fielded fielded -> fielded(fielded);
      case QueryNode.Not not -> satisfied(not.node());
      case QueryNode.AnyOf any -> {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (QueryNode each : any.nodes()) {
          builder.add(satisfied(each), Occur.SHOULD);
        }
        yield builder.build();
      }
      case QueryNode.AllOf all -> {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        boolean positive = false;
        for (QueryNode each : all.nodes()) {
          boolean excluded = each instanceof QueryNode.Not;
          builder.add(satisfied(each), excluded ? Occur.MUST_NOT : Occur.MUST);
          positive |= !excluded;
        }
        yield positive ? builder.build() : new MatchNoDocsQuery("only exclusions");
      }
    };
  }

  private static Query anyOf(List<Term> terms) {
    Map<String, List<BytesRef>> fields = new LinkedHashMap<>();
    for (Term term : terms) {
      fields.computeIfAbsent(term.field(), field -> new ArrayList<>()).add(term.bytes());
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    fields.forEach((field, words) -> builder.add(new TermInSetQuery(field, words), Occur.SHOULD));
    return builder.build();
  }

  private Query fielded(QueryNode.Fielded fielded) throws IOException {
    String value = literal(fielded.node());
    return switch (fielded.field()) {
      case TITLE ->
          fielded.node() instanceof QueryNode.Phrase ? phrase(value, true) : allUnits(value, true);
      case TAG -> exactly(IndexSchema.TAG, ChineseEnglishAnalyzer.fold(value));
      case LANG -> exactly(IndexSchema.LANGUAGE, Language.of(value).code());
      case PATH -> path(value);
    };
  }

  private Query path(String glob) {
    try {
      return new ConstantScoreQuery(PathGlob.query(glob));
    } catch (TooComplexToDeterminizeException e) {
      notices.add("The pattern of path: is too complex, so that nothing matches it.");
      return new MatchNoDocsQuery("pattern too complex");
    }
  }

  private static Query exactly(String field, String value) {
    return new ConstantScoreQuery(new TermQuery(new Term(field, value)));
  }

  private static String literal(QueryNode node) {
    return switch (node) {
      case QueryNode.Text text -> text.text();
      case QueryNode.Phrase phrase -> phrase.text();
      case QueryNode.AllOf all -> {
        StringBuilder joined = new StringBuilder();
        all.nodes().forEach(each -> joined.append(literal(each)).append(' '));
        yield joined.toString().strip();
      }
      default -> "";
    };
  }

  private Query allUnits(String text, boolean title) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    int count = 0;
    AnalyzedQuery analyzed = analyzer.analyze(text);
    for (QueryUnit unit : analyzed.units()) {
      boolean only = analyzed.units().size() == 1;
      if (only || unit.role() == QueryUnit.Role.WORD) {
        if (demandedUnits++ >= MOST_DEMANDED) {
          tooLong();
          break;
        }
        builder.add(unit(unit, title), Occur.MUST);
        count++;
      }
    }
    return count == 0 ? new MatchNoDocsQuery("no word in it") : builder.build();
  }

  private static Query unit(QueryUnit unit, boolean title) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    builder.add(gramPhrase(IndexSchema.TITLE, unit.grams(), unit.offsets(), 0), Occur.SHOULD);
    if (!title) {
      builder.add(gramPhrase(IndexSchema.BODY, unit.grams(), unit.offsets(), 0), Occur.SHOULD);
      if (unit.isHan() && unit.text().length() == 1) {
        builder.add(new TermQuery(new Term(IndexSchema.BODY_WORDS, unit.text())), Occur.SHOULD);
      }
    }
    return builder.build();
  }

  /** The words of a text in this order, at the distances at which they were typed. */
  private Query phrase(String text, boolean title) {
    List<String> phrase = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    int inflecting = 0;
    for (QueryTerm gram : analyzer.analyze(text).grams()) {
      if (gram.strength() == Strength.ALTERNATIVE) {
        continue;
      }
      phrase.add(gram.text());
      offsets.add(gram.start());
      inflecting += Character.isIdeographic(gram.text().codePointAt(0)) ? 0 : 1;
    }
    if (phrase.isEmpty()) {
      return new MatchNoDocsQuery("no word in the phrase");
    }
    int slop = inflecting == 0 ? 0 : Math.min(2 * inflecting, 8);
    Query inTitle = gramPhrase(IndexSchema.TITLE, phrase, offsets, slop);
    if (title) {
      return inTitle;
    }
    return new BooleanQuery.Builder()
        .add(gramPhrase(IndexSchema.BODY, phrase, offsets, slop), Occur.SHOULD)
        .add(inTitle, Occur.SHOULD)
        .build();
  }

  private static Query gramPhrase(
      String field, List<String> grams, List<Integer> offsets, int slop) {
    if (grams.size() == 1) {
      return new TermQuery(new Term(field, grams.getFirst()));
    }
    PhraseQuery.Builder builder = new PhraseQuery.Builder();
    for (int i = 0; i < grams.size(); i++) {
      builder.add(new Term(field, grams.get(i)), offsets.get(i) - offsets.getFirst());
    }
    return builder.setSlop(slop).build();
  }

  private static Query boosted(Query query, float weight) {
    return weight == 1 ? query : new BoostQuery(query, weight);
  }

  private void addFilters(SearchRequest request) throws IOException {
    Term noArticle = new Term(IndexSchema.KIND, IndexSchema.SKIPPED);
    if (reader.docFreq(noArticle) > 0) {
      whole.add(new TermQuery(noArticle), Occur.MUST_NOT);
    }
    if (request.language() != null) {
      filter(new TermQuery(new Term(IndexSchema.LANGUAGE, request.language().code())));
    }
    if (request.pathGlob() != null) {
      filter(PathGlob.query(request.pathGlob()));
    }
    for (String tag : request.tags()) {
      filter(new TermQuery(new Term(IndexSchema.TAG, ChineseEnglishAnalyzer.fold(tag))));
    }
    if (request.since() != null || request.until() != null) {
      long from = request.since() == null ? Long.MIN_VALUE : request.since().toEpochDay();
      long to = request.until() == null ? Long.MAX_VALUE : request.until().toEpochDay();
      filter(LongPoint.newRangeQuery(IndexSchema.DATE, from, to));
    }
  }

  private void filter(Query filter) {
    whole.add(new ConstantScoreQuery(filter), Occur.FILTER);
    narrowed = true;
  }
}
