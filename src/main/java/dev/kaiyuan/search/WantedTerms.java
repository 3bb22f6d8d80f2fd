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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Asks for wanted words by their terms: in title, headings and body, each as grams and as whole
 * words, and by their other names as grams.
 */
final class WantedTerms {
  private static final List<String> GRAM_FIELDS =
      List.of(IndexSchema.BODY, IndexSchema.TITLE, IndexSchema.HEADINGS);

  /** Of what was pasted, so many things are looked for by their other names. */
  private static final int MOST_TRANSLATED = 60;

  /** What a character within words weighs beside the character as a word. */
  private static final float WITHIN = 0.5f;

  /** What may stand in more articles needs no help to come first, and takes long to look for. */
  private static final int MOST_WITH_RUN = 2000;

  private final CommitSearcher searcher;
  private Weights weights;
  private final QueryAnalyzer analyzer;
  private final Expansion expansion;
  private final ClauseBudget budget;
  private final @Nullable Translations known;

  private final WantedQuery wanted = new WantedQuery();
  private final List<Concept> concepts = new ArrayList<>();
  private final QueryWords words;
  private final Map<String, List<String>> translations = new LinkedHashMap<>();
  private final Set<Term> seen = new HashSet<>();
  private final RelatedWords related;
  private TermCounts counts = TermCounts.NONE;
  private boolean question;
  private float most;

  /**
   * Asks for nothing yet.
   *
   * @param known what words are called in the other language, null if it is not to be asked
   */
  WantedTerms(
      CommitSearcher searcher,
      QueryAnalyzer analyzer,
      Expansion expansion,
      ClauseBudget budget,
      @Nullable Translations known) {
    this.searcher = searcher;
    this.weights = searcher.weights();
    this.analyzer = analyzer;
    this.expansion = expansion;
    this.budget = budget;
    this.known = known;
    this.words = new QueryWords(searcher, analyzer);
    this.related = new RelatedWords(searcher);
  }

  WantedQuery query() {
    return wanted;
  }

  QueryWords words() {
    return words;
  }

  /** Returns what is looked for, whose places in an article refine its rank. */
  List<Concept> concepts() {
    return concepts;
  }

  /** Returns the other names that are asked for, by what was typed. */
  Map<String, List<String>> translations() {
    return translations;
  }

  void add(String query) throws IOException {
    AnalyzedQuery analyzed = RequestFrame.apart(query, analyzer.analyze(query));
    analyzed = NameParts.ofMissing(analyzed, searcher);
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
    words.addRuns(analyzed.units());
    question = !onlyWeak && RelevanceFeedback.isWorthwhile(words.words());
    weights = question ? searcher.weights().ofQuestion() : searcher.weights();
    List<TranslatedWord> translated =
        known != null && weights.translated() > 0
            ? translated(new QueryTranslator(known, query), analyzed)
            : List.of();
    analyzed = NameParts.withoutRenamed(analyzed, translated);
    counts = new TermCounts(analyzed);
    List<QueryTerm> asked = new ArrayList<>();
    for (QueryTerm gram : analyzed.grams()) {
      if (!budget.takeTerm()) {
        addConcepts(asked, List.of());
        return;
      }
      String typed = query.substring(gram.start(), gram.end());
      for (String field : GRAM_FIELDS) {
        addTerm(gram, typed, onlyWeak, field);
      }
      if (gram.strength() != Strength.ALTERNATIVE) {
        asked.add(gram);
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
    addRun(TypedRun.of(analyzed), query.strip());
    addConcepts(asked, addTranslations(translated));
  }

  /** Sets articles that have a query as it was typed above all that have only its parts. */
  private void addRun(@Nullable TypedRun run, String query) throws IOException {
    int frequency = run == null ? 0 : searcher.docFreq(IndexSchema.BODY, run.texts());
    if (frequency == 0 || frequency > MOST_WITH_RUN || !budget.take(1)) {
      return;
    }
    Query whole = boosted(run.query(), weights.whole() * most);
    wanted.addBeside(whole);
    wanted.explain(query, query, IndexSchema.BODY, Reason.Kind.WHOLE, whole);
  }

  /** Returns what no score is above that an article has for the words typed, places included. */
  float most() {
    return most;
  }

  /** Adds something typed that stands for words of the index. */
  void addExpanded(String typed, List<Term> expanded) throws IOException {
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

  private List<TranslatedWord> translated(QueryTranslator translator, AnalyzedQuery analyzed)
      throws IOException {
    List<TranslatedWord> all = new ArrayList<>();
    Set<String> translated = new HashSet<>();
    for (QueryTranslator.Named named : translator.translate(analyzed)) {
      if (translated.size() < MOST_TRANSLATED && translated.add(named.text())) {
        TypedName typed = TypedName.of(named, analyzed);
        TranslatedWord word = TranslatedWord.of(typed, analyzer, searcher);
        // What stands for the typed parts has room before all others.
        if (!word.isEmpty() && (!word.renamed() || budget.take(clauses(word)))) {
          all.add(word);
        }
      }
    }
    return all;
  }

  private static int clauses(TranslatedWord word) {
    return GRAM_FIELDS.size() * word.looked().size();
  }

  /** Adds the other names of things as far as there is room for them; returns those. */
  private List<TranslatedWord> addTranslations(List<TranslatedWord> all) throws IOException {
    List<TranslatedWord> added = new ArrayList<>();
    for (TranslatedWord translated : all) {
      QueryTranslator.Named named = translated.typed().named();
      if (!translated.renamed() && !budget.take(clauses(translated))) {
        continue;
      }
      float weight = weights.ofTranslation(named.text());
      String names = String.join(", ", translated.texts());
      for (String field : GRAM_FIELDS) {
        Query query = translated.query(field, searcher);
        if (query == null) {
          continue;
        }
        Query translation = boosted(query, weight * weights.ofPlace(field));
        wanted.add(translation, false);
        wanted.explain(named.text(), names, field, Reason.Kind.TRANSLATION, translation);
      }
      wanted.count(translated);
      words.addTranslation(translated, weights.translated());
      translations.put(named.text(), translated.texts());
      added.add(translated);
    }
    return added;
  }

  /** Adds what has other names as one concept, and each other gram as one of its own. */
  private void addConcepts(List<QueryTerm> asked, List<TranslatedWord> translated)
      throws IOException {
    for (TranslatedWord each : translated) {
      List<Concept.Name> names = new ArrayList<>();
      names.add(name(asked.stream().filter(each.typed()::holds).toList()));
      float weight =
          weights.translatedPlaces() * weights.ofTranslation(each.typed().named().text());
      float most = weights.translatedPlaces() * each.typed().weightOfPlaces(searcher);
      for (TranslatedWord.Name name : each.looked()) {
        names.add(name(name, weight * name.weight(), most));
      }
      concepts.add(new Concept(names));
    }
    for (QueryTerm gram : asked) {
      if (translated.stream().noneMatch(each -> each.typed().holds(gram))) {
        concepts.add(new Concept(List.of(name(List.of(gram)))));
      }
    }
  }

  private Concept.Name name(List<QueryTerm> typed) throws IOException {
    List<String> grams = new ArrayList<>();
    List<Float> gramWeights = new ArrayList<>();
    for (QueryTerm gram : typed) {
      grams.add(gram.text());
      float count = weights.ofCount(counts.of(gram, IndexSchema.BODY));
      gramWeights.add(weights.of(gram) * count * searcher.idf(gram.text()));
    }
    return new Concept.Name(grams, gramWeights);
  }

  private Concept.Name name(TranslatedWord.Name name, float weight, float most) throws IOException {
    List<String> grams = name.grams();
    float sum = 0;
    for (String gram : grams) {
      sum += weight * searcher.idf(gram);
    }
    float share = sum > most ? weight * most / sum : weight;
    List<Float> gramWeights = new ArrayList<>();
    for (String gram : grams) {
      gramWeights.add(share * searcher.idf(gram));
    }
    return new Concept.Name(grams, gramWeights);
  }

  private void addTerm(QueryTerm part, String typed, boolean onlyWeak, String field)
      throws IOException {
    Term term = new Term(field, part.text());
    float weight =
        weights.of(part) * weights.ofField(field) * weights.ofCount(counts.of(part, field));
    if (weight == 0 || budget.isFull() || !seen.add(term)) {
      return;
    }
    TermStates states = searcher.states(term);
    if (states.docFreq() == 0 || !budget.take(1)) {
      return;
    }
    float places = field.equals(IndexSchema.BODY) ? weights.passage() + weights.early() : 0;
    most += weight * (1 + places) * searcher.idf(states.docFreq());
    boolean matches = part.strength() == Strength.FULL || onlyWeak;
    Query found = new TermQuery(term, states);
    if (question && matches && !field.endsWith(".words")) {
      found = orRelated(found, term);
    }
    Query query = boosted(found, weight);
    if (matches) {
      wanted.add(query, onlyWeak || WantedQuery.findsMore(part, field));
    } else {
      wanted.addBeside(query);
    }
    Reason.Kind kind = part.strength() == Strength.ACROSS ? Reason.Kind.NEARNESS : Reason.Kind.WORD;
    wanted.explain(typed, part.text(), field, kind, query);
  }

  /** A term together with those of the same root that the query does not say itself. */
  private Query orRelated(Query alone, Term term) throws IOException {
    SynonymQuery.Builder any = new SynonymQuery.Builder(term.field());
    any.addTerm(term);
    boolean more = false;
    for (String word : related.of(term.text())) {
      if (weights.related() > 0 && !counts.hasGram(word)) {
        any.addTerm(new Term(term.field(), word), weights.related());
        words.markRelated(word, weights.related());
        more = true;
      }
    }
    return more ? new IdentityQuery(any.build()) : alone;
  }

  private static Query boosted(Query query, float weight) {
    return weight == 1 ? query : new BoostQuery(query, weight);
  }
}
