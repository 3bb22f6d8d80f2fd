package dev.kaiyuan.search;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.search.limit.ClauseBudget;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.Compound;
import dev.kaiyuan.search.query.Expansion;
import dev.kaiyuan.search.query.IdentityQuery;
import dev.kaiyuan.search.query.NameParts;
import dev.kaiyuan.search.query.QuerySpan;
import dev.kaiyuan.search.query.QueryTranslator;
import dev.kaiyuan.search.query.RequestFrame;
import dev.kaiyuan.search.query.RescoredSpan;
import dev.kaiyuan.search.query.TermCounts;
import dev.kaiyuan.search.query.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Makes the SHOULD clauses of the text of a query: its terms in title, headings and body, as grams
 * and as whole words, and the replacements of its spans as grams.
 */
final class TextClauses {
  private static final List<ArticleField> GRAM_FIELDS =
      List.of(ArticleField.BODY, ArticleField.TITLE, ArticleField.HEADINGS);

  /** The weight of the words that hold a Han character, beside the character as a word. */
  private static final float CONTAINING = 0.5f;

  /** A whole query in more articles needs no clause to come first, and takes long to look for. */
  private static final int MOST_WITH_WHOLE = 2000;

  private final CommitSearcher searcher;
  private final QueryAnalyzer analyzer;
  private final Expansion expansion;
  private final ClauseBudget budget;
  private final @Nullable Translations translations;

  private final ShouldClauses clauses = new ShouldClauses();
  private final List<RescoredSpan> rescored = new ArrayList<>();
  private final QueryHighlights highlights;
  private final Map<String, List<String>> translated = new LinkedHashMap<>();
  private final TermClauses terms;

  // Of the text in hand.
  private Weights weights;
  private List<QueryUnit> units = List.of();
  private boolean onlyWeak;
  private List<Compound> compounds = List.of();
  private List<Compound> compoundWords = List.of();

  /**
   * Makes no clauses yet.
   *
   * @param translations what to translate by, or null to translate nothing
   */
  TextClauses(
      CommitSearcher searcher,
      QueryAnalyzer analyzer,
      Expansion expansion,
      ClauseBudget budget,
      @Nullable Translations translations) {
    this.searcher = searcher;
    this.weights = searcher.weights();
    this.analyzer = analyzer;
    this.expansion = expansion;
    this.budget = budget;
    this.translations = translations;
    this.highlights = new QueryHighlights(searcher, analyzer);
    this.terms = new TermClauses(searcher, budget, highlights);
  }

  ShouldClauses clauses() {
    return clauses;
  }

  QueryHighlights highlights() {
    return highlights;
  }

  /** Returns the spans whose positions in an article refine its score. */
  List<RescoredSpan> rescored() {
    return rescored;
  }

  /** Returns the other names that are looked for, by the text of their span. */
  Map<String, List<String>> translated() {
    return translated;
  }

  /** Returns an upper bound of the score of any article, positions included. */
  float most() {
    return terms.most();
  }

  /** Adds the clauses of a text. */
  void add(String query) throws IOException {
    AnalyzedQuery analyzed = RequestFrame.apart(query, analyzer.analyze(query));
    compounds = Compound.spelledOtherwise(analyzed.grams(), ArticleField.BODY, searcher);
    compoundWords = Compound.spelledOtherwise(analyzed.words(), ArticleField.BODY_WORDS, searcher);
    analyzed = NameParts.ofMissing(analyzed, searcher);
    if (analyzed.grams().isEmpty()) {
      return;
    }
    onlyWeak = analyzed.grams().stream().noneMatch(gram -> gram.strength() == Strength.FULL);
    highlight(analyzed);
    units = analyzed.units();
    boolean question = !onlyWeak && RelevanceFeedback.isWorthwhile(highlights.words());
    weights = question ? searcher.weights().ofQuestion() : searcher.weights();
    List<QuerySpan> spans = translate(query, analyzed);
    analyzed = NameParts.withoutRenamed(analyzed, spans);
    TermCounts counts = new TermCounts(analyzed);
    terms.begin(weights, counts, question);
    List<QueryTerm> grams = new ArrayList<>();
    for (QueryTerm gram : analyzed.grams()) {
      if (!budget.takeTerm()) {
        rescored.addAll(RescoredSpan.of(grams, List.of(), List.of(), searcher, weights, counts));
        return;
      }
      for (ArticleField field : GRAM_FIELDS) {
        addTerm(gram, query, field);
      }
      if (gram.strength() != Strength.ALTERNATIVE) {
        grams.add(gram);
      }
    }
    for (QueryTerm word : analyzed.words()) {
      for (ArticleField field : GRAM_FIELDS) {
        addTerm(word, query, field.words());
      }
    }
    for (ArticleField field : GRAM_FIELDS) {
      addCompounds(compounds, analyzed.grams(), query, field);
      addCompounds(compoundWords, analyzed.words(), query, field.words());
    }
    if (isSingleCharacters(analyzed.units())) {
      for (QueryUnit unit : analyzed.units()) {
        addWordsContaining(unit.text());
      }
    }
    addWhole(QuerySpan.whole(query, analyzed), query.strip());
    rescored.addAll(
        RescoredSpan.of(grams, addReplacements(spans), compounds, searcher, weights, counts));
  }

  private void highlight(AnalyzedQuery analyzed) throws IOException {
    for (QueryUnit unit : analyzed.units()) {
      boolean shown = onlyWeak || unit.role() != QueryUnit.Role.FUNCTION;
      if (shown && !budget.isFull()) {
        highlights.add(unit, compounds);
      }
    }
    for (Compound compound : compounds) {
      if (compound.isTypedJoined()) {
        highlights.addParts(compound);
      }
    }
    highlights.addRuns(analyzed.units());
  }

  /**
   * Returns the spans to replace; the clauses that stand for typed terms have room before others.
   */
  private List<QuerySpan> translate(String query, AnalyzedQuery analyzed) throws IOException {
    if (translations == null || weights.translated() == 0) {
      return List.of();
    }
    List<QuerySpan> spans = new ArrayList<>();
    for (QuerySpan span :
        new QueryTranslator(translations, analyzer, searcher).translate(query, analyzed)) {
      if (!span.renamed() || budget.take(size(span))) {
        spans.add(span);
      }
    }
    return spans;
  }

  /** Ranks articles that have a whole query above all that have only its parts. */
  private void addWhole(@Nullable QuerySpan whole, String query) throws IOException {
    int docFreq = whole == null ? 0 : searcher.docFreq(ArticleField.BODY, whole.gramTexts());
    if (whole == null || docFreq == 0 || docFreq > MOST_WITH_WHOLE || !budget.take(1)) {
      return;
    }
    Query phrase =
        boosted(
            new ConstantScoreQuery(whole.phrase(ArticleField.BODY)),
            weights.whole() * terms.most());
    clauses.addScoreOnly(phrase);
    clauses.explain(query, query, ArticleField.BODY, Reason.Kind.WHOLE, phrase);
  }

  /** Adds the terms of the index that something typed stands for. */
  void addExpanded(String typed, List<Term> terms) throws IOException {
    List<Term> added = new ArrayList<>();
    for (Term term : terms) {
      if (!budget.takeExpanded()) {
        break;
      }
      added.add(term);
      Query query = new TermQuery(term);
      ArticleField field = Objects.requireNonNull(ArticleField.named(term.field()));
      clauses.add(query, true);
      clauses.explain(typed, term.text(), field, Reason.Kind.WORD, query);
    }
    highlights.addExpanded(typed, added);
  }

  /** Whether a query is single Han characters, none of which is a gram of an article. */
  private static boolean isSingleCharacters(List<QueryUnit> units) {
    for (QueryUnit unit : units) {
      if (!unit.isHan() || unit.text().codePointCount(0, unit.text().length()) > 1) {
        return false;
      }
    }
    return true;
  }

  /** Adds the words that hold a Han character, as one synonym of the character as a word. */
  private void addWordsContaining(String han) throws IOException {
    for (ArticleField field : List.of(ArticleField.BODY_WORDS, ArticleField.TITLE_WORDS)) {
      List<Term> words = expansion.containing(field, han);
      if (words.isEmpty() || !budget.take(1)) {
        continue;
      }
      SynonymQuery.Builder any = new SynonymQuery.Builder(field.luceneName());
      words.forEach(any::addTerm);
      Query query = boosted(new IdentityQuery(any.build()), CONTAINING * weights.ofPart(field));
      clauses.add(query, true);
      clauses.explain(han, "…" + han + "…", field, Reason.Kind.WORD, query);
    }
  }

  private static int size(QuerySpan span) {
    return GRAM_FIELDS.size() * span.alternatives().size();
  }

  /** Adds the replacements of spans as far as there is room; returns the spans they are of. */
  private List<QuerySpan> addReplacements(List<QuerySpan> spans) throws IOException {
    List<QuerySpan> added = new ArrayList<>();
    for (QuerySpan span : spans) {
      if (!span.renamed() && !budget.take(size(span))) {
        continue;
      }
      float weight = weights.ofTranslation(span.text());
      String names = String.join(", ", span.replacementTexts());
      for (ArticleField field : GRAM_FIELDS) {
        Query any = span.anyAlternative(field, searcher);
        if (any == null) {
          continue;
        }
        Query query = boosted(any, weight * weights.ofPart(field));
        clauses.add(query, false);
        clauses.explain(span.text(), names, field, Reason.Kind.TRANSLATION, query);
      }
      clauses.count(span, searcher);
      highlights.addReplacements(span, weights.translated());
      translated.put(span.text(), span.replacementTexts());
      added.add(span);
    }
    return added;
  }

  /** Adds names by the words typed and by their other spellings, of which the best counts. */
  private void addCompounds(
      List<Compound> names, List<QueryTerm> asked, String query, ArticleField field)
      throws IOException {
    for (Compound name : names) {
      if (!asked.contains(name.joined())) {
        continue; // it is renamed
      }
      BooleanQuery.Builder typed = new BooleanQuery.Builder();
      for (QueryTerm word : name.words()) {
        Query clause = terms.clause(word, true, field);
        if (clause != null) {
          typed.add(clause, Occur.SHOULD);
        }
      }
      List<Query> spellings = new ArrayList<>(List.of(typed.build()));
      for (Query other : name.otherSpellings(field, searcher)) {
        if (budget.take(1)) {
          spellings.add(boosted(other, weights.ofField(field)));
        }
      }
      Query any = new DisjunctionMaxQuery(spellings, weights.spelledTwice());
      String text = query.substring(name.start(), name.end());
      clauses.add(any, field == ArticleField.BODY);
      clauses.explain(text, text, field, Reason.Kind.WORD, any);
    }
  }

  private void addTerm(QueryTerm part, String query, ArticleField field) throws IOException {
    for (Compound name : field.isWords() ? compoundWords : compounds) {
      if (name.isOf(part)) {
        return;
      }
    }
    boolean matches = part.strength() == Strength.FULL || onlyWeak;
    Query clause = terms.clause(part, matches, field);
    if (clause == null) {
      return;
    }
    if (matches) {
      clauses.add(clause, onlyWeak || findsMore(part, field));
    } else {
      clauses.addScoreOnly(clause);
    }
    QueryName name = QueryName.of(part, units, query);
    clauses.explain(name.typed(), name.folded(), field, name.kind(), clause);
  }

  /**
   * Whether an article with a term in a field may lack the query's grams in its body, which has the
   * words of all fields: a word of one Han character is in no gram.
   */
  private static boolean findsMore(QueryTerm term, ArticleField field) {
    return field == ArticleField.BODY
        || field == ArticleField.BODY_WORDS
            && term.text().codePointCount(0, term.text().length()) == 1;
  }

  private static Query boosted(Query query, float weight) {
    return weight == 1 ? query : new BoostQuery(query, weight);
  }
}
