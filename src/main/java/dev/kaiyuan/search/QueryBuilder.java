package dev.kaiyuan.search;

import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.Translations;
import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a person typed into what an index is asked.
 *
 * <p>Words are wanted: an article matches when it holds one of them, and scores with each, by BM25
 * summed over title, headings and body, each as grams and as whole words. Grams across two words
 * and function words only add to the score. Phrases, fields and exclusions are demanded.
 */
final class QueryBuilder {
  private final SearchRequest request;
  private final CommitSearcher searcher;
  private final QueryAnalyzer analyzer;
  private final Expansion expansion;
  private final ClauseBudget budget = new ClauseBudget();
  private final DemandedQuery demands;
  private final WantedTerms terms;

  private final BooleanQuery.Builder whole = new BooleanQuery.Builder();
  private final List<BooleanClause> limits = new ArrayList<>();
  private final List<String> text = new ArrayList<>();
  private final Set<Notice> notices = EnumSet.noneOf(Notice.class);
  private @Nullable Term name;
  private int demanded;
  private int filtered;
  private boolean narrowed;
  private boolean excluded;

  private QueryBuilder(SearchRequest request, CommitSearcher searcher, Translations known)
      throws IOException {
    this.request = request;
    this.searcher = searcher;
    this.expansion = new Expansion(searcher.getIndexReader());
    analyzer = new QueryAnalyzer(searcher.words().all());
    this.demands = new DemandedQuery(analyzer, expansion, budget, notices);
    this.terms =
        new WantedTerms(searcher, analyzer, expansion, budget, request.translate() ? known : null);
    if (!searcher.words().isCurrent()) {
      notices.add(Notice.OTHER_WORDS);
    }
  }

  static QueryPlan plan(SearchRequest request, CommitSearcher searcher, Translations known)
      throws IOException {
    QueryBuilder builder = new QueryBuilder(request, searcher, known);
    builder.name = new Term(IndexSchema.NAME, IndexSchema.nameKey(request.query()));
    return builder.build(QueryParser.parse(builder.budget.cut(request.query())));
  }

  /** Tells what may have kept a query from finding anything. */
  static List<Notice> reasonsForNothing(
      SearchRequest request, CommitSearcher searcher, Translations known) throws IOException {
    QueryBuilder builder = new QueryBuilder(request, searcher, known);
    Loosened loosened = Loosened.of(QueryParser.parse(builder.budget.cut(request.query())));
    List<Notice> reasons = new ArrayList<>(loosened.reasons());
    boolean isFoundElsewhere =
        !reasons.isEmpty() && searcher.count(builder.build(loosened.node()).query()) > 0;
    if (!isFoundElsewhere) {
      reasons.retainAll(List.of(Notice.PATH_IS_PATTERN));
    }
    return reasons;
  }

  /** Plans to look for the words of an article in all others, whatever the request's query. */
  static QueryPlan similar(
      SearchRequest request, String words, String path, CommitSearcher searcher, Translations known)
      throws IOException {
    QueryBuilder builder = new QueryBuilder(request, searcher, known);
    builder.limit(new TermQuery(new Term(IndexSchema.PATH, path)), Occur.MUST_NOT);
    builder.narrowed = true;
    return builder.build(new QueryNode.Text(words));
  }

  /** Demands or excludes something, whatever else is looked for. */
  private void limit(Query query, Occur occur) {
    whole.add(query, occur);
    limits.add(new BooleanClause(query, occur == Occur.MUST ? Occur.FILTER : occur));
  }

  private @Nullable Query limits() {
    if (limits.isEmpty()) {
      return null;
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    builder.add(new MatchAllDocsQuery(), Occur.FILTER);
    limits.forEach(builder::add);
    return builder.build();
  }

  private QueryPlan build(QueryNode query) throws IOException {
    List<Query> filters = RequestFilters.of(request, budget);
    add(query);
    WantedQuery wanted = terms.query();
    if (query instanceof QueryNode.Text text) {
      AddressQuery.add(text.text(), searcher.getIndexReader(), wanted);
    }
    Query named = named();
    boolean plain = query instanceof QueryNode.Text;
    if (named != null && plain) {
      wanted.add(named, true);
    }
    for (Query beside : wanted.beside()) {
      whole.add(beside, Occur.SHOULD);
    }
    if (!wanted.isEmpty()) {
      whole.add(wanted.scored(), demanded > 0 ? Occur.SHOULD : Occur.MUST);
    }
    List<SearchResults.QueryWord> words = terms.words().words();
    boolean onlyFiltered = filtered > 0 && words.isEmpty();
    boolean nothing = wanted.isEmpty() && demanded == 0 && !onlyFiltered;
    if (nothing && words.isEmpty()) {
      notices.add(excluded ? Notice.ONLY_EXCLUDED : Notice.NO_WORD);
    }
    if (budget.isExceeded()) {
      notices.add(Notice.TOO_LONG);
    }
    BooleanQuery.Builder answer = whole;
    if (named != null && !plain) {
      // However its signs are understood, a title is a title.
      answer = new BooleanQuery.Builder().add(named, Occur.SHOULD).add(whole.build(), Occur.SHOULD);
    }
    Term noArticle = new Term(IndexSchema.KIND, IndexSchema.SKIPPED);
    if (searcher.getIndexReader().docFreq(noArticle) > 0) {
      answer.add(new TermQuery(noArticle), Occur.MUST_NOT);
    }
    for (Query filter : filters) {
      Query narrowing = new ConstantScoreQuery(filter);
      answer.add(narrowing, Occur.FILTER);
      limits.add(new BooleanClause(narrowing, Occur.FILTER));
      narrowed = true;
    }
    boolean free = demanded == 0 && filtered == 0 && !nothing && !narrowed && !excluded;
    Query wholeQuery = nothing ? new MatchNoDocsQuery("nothing to search for") : answer.build();
    String typed = String.join(" ", text);
    return new QueryPlan(
        wholeQuery,
        free ? wanted.counted() : null,
        limits(),
        typed,
        plain && NaturalQuestion.is(typed, analyzer.analyze(typed).units()),
        wanted.contributions(),
        terms.concepts(),
        terms.words().marks(),
        searcher.words().all(),
        words,
        terms.translations(),
        List.copyOf(notices));
  }

  /** Finds what is called exactly as the query is, to be first; null if nothing is. */
  private @Nullable Query named() throws IOException {
    if (name == null || searcher.docFreq(name) == 0) {
      return null;
    }
    float first = 1 + (1 + searcher.weights().whole()) * terms.most();
    Query named = new BoostQuery(new ConstantScoreQuery(new TermQuery(name)), first);
    terms.query().explain(request.query(), name.text(), IndexSchema.TITLE, Reason.Kind.NAME, named);
    return named;
  }

  private void add(QueryNode node) throws IOException {
    if (node instanceof QueryNode.Text text) {
      // Nearly all queries are this; a switch over patterns takes long to begin with.
      addText(text.text());
      return;
    }
    switch (node) {
      case QueryNode.AllOf all -> {
        for (QueryNode each : all.nodes()) {
          add(each);
        }
      }
      case QueryNode.Prefix prefix ->
          terms.addExpanded(prefix.text() + "*", expansion.prefix(prefix, false));
      case QueryNode.Fuzzy fuzzy ->
          terms.addExpanded(fuzzy.text() + "~", expansion.fuzzy(fuzzy, false));
      case QueryNode.Not not -> {
        Query query = demands.satisfied(not.node());
        if (!(query instanceof MatchNoDocsQuery)) {
          excluded = true;
          limit(query, Occur.MUST_NOT);
        }
      }
      default -> {
        limit(demands.satisfied(node), Occur.MUST);
        if (node instanceof QueryNode.Fielded fielded && fielded.field() != QueryNode.Field.TITLE) {
          filtered++;
        } else {
          demanded++;
        }
        addScoring(node);
      }
    }
  }

  private void addText(String typed) throws IOException {
    text.add(typed);
    terms.add(typed);
  }

  /** Marks and scores the words of something that is demanded by other means. */
  private void addScoring(QueryNode node) throws IOException {
    switch (node) {
      case QueryNode.Text text -> addText(text.text());
      case QueryNode.Phrase phrase -> addText(phrase.text());
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
      case QueryNode.Prefix prefix ->
          terms.addExpanded(prefix.text() + "*", expansion.prefix(prefix, false));
      case QueryNode.Fuzzy fuzzy ->
          terms.addExpanded(fuzzy.text() + "~", expansion.fuzzy(fuzzy, false));
      case QueryNode.Required required -> addScoring(required.node());
      case QueryNode.Not ignored -> {}
    }
  }
}
