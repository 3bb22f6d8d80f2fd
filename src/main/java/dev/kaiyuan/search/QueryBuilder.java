package dev.kaiyuan.search;

import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.search.limit.ClauseBudget;
import dev.kaiyuan.search.limit.TooComplexPatternException;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.Expansion;
import dev.kaiyuan.search.query.MustQueries;
import dev.kaiyuan.search.query.NaturalQuestion;
import dev.kaiyuan.search.query.PathGlob;
import dev.kaiyuan.search.query.QueryNode;
import dev.kaiyuan.search.query.QueryParser;
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
 * Turns a query as it was typed into Lucene's queries.
 *
 * <p>Text SHOULD match: an article matches with one of its words, and scores with each, by BM25
 * summed over title, headings and body, each as grams and as whole words. Grams across two words
 * and function words only add to the score. Phrases, fields and what has a plus MUST match, what is
 * excluded MUST NOT.
 */
final class QueryBuilder {
  private final SearchRequest request;
  private final CommitSearcher searcher;
  private final QueryAnalyzer analyzer;
  private final Expansion expansion;
  private final ClauseBudget budget = new ClauseBudget();
  private final MustQueries must;
  private final TextClauses text;

  private final BooleanQuery.Builder whole = new BooleanQuery.Builder();
  private final List<BooleanClause> filters = new ArrayList<>();
  private final List<String> typed = new ArrayList<>();
  private final Set<Notice> notices = EnumSet.noneOf(Notice.class);

  /** Whether phrases are words, and titles text, to see whether that would find anything. */
  private final boolean loose;

  /** What was made looser, or may be why nothing was found. */
  private final Set<Notice> loosened = EnumSet.noneOf(Notice.class);

  private @Nullable Term name;
  private boolean demands;
  private boolean filtersMetadata;
  private boolean narrowed;
  private boolean excludes;

  private QueryBuilder(
      SearchRequest request, CommitSearcher searcher, Translations translations, boolean loose)
      throws IOException {
    this.request = request;
    this.searcher = searcher;
    this.loose = loose;
    this.expansion = new Expansion(searcher);
    analyzer = new QueryAnalyzer(searcher.words().all());
    this.must = new MustQueries(analyzer, budget);
    this.text =
        new TextClauses(
            searcher, analyzer, expansion, budget, request.translate() ? translations : null);
    if (!searcher.words().isCurrent()) {
      notices.add(Notice.OTHER_WORDS);
    }
  }

  static QueryPlan plan(SearchRequest request, CommitSearcher searcher, Translations translations)
      throws IOException {
    QueryBuilder builder = new QueryBuilder(request, searcher, translations, false);
    builder.name = new Term(IndexSchema.NAME, IndexSchema.nameKey(request.query()));
    return builder.build(QueryParser.parse(builder.budget.cut(request.query())));
  }

  /** Returns what may have kept a query from finding anything. */
  static List<Notice> reasonsForNothing(
      SearchRequest request, CommitSearcher searcher, Translations translations)
      throws IOException {
    QueryBuilder builder = new QueryBuilder(request, searcher, translations, true);
    QueryNode query = QueryParser.parse(builder.budget.cut(request.query()));
    if (query instanceof QueryNode.Text) {
      return List.of();
    }
    QueryPlan plan = builder.build(query);
    List<Notice> reasons = new ArrayList<>(builder.loosened);
    if (!reasons.isEmpty() && searcher.count(plan.query()) == 0) {
      reasons.retainAll(List.of(Notice.PATH_IS_PATTERN));
    }
    return reasons;
  }

  /** Plans to look for the words of an article in all others, whatever the request's query. */
  static QueryPlan similar(
      SearchRequest request,
      String words,
      String path,
      CommitSearcher searcher,
      Translations translations)
      throws IOException {
    QueryBuilder builder = new QueryBuilder(request, searcher, translations, false);
    builder.filter(new TermQuery(new Term(IndexSchema.PATH, path)), Occur.MUST_NOT);
    builder.narrowed = true;
    return builder.build(new QueryNode.Text(words));
  }

  /** Adds what articles MUST or MUST NOT match, whatever else is looked for. */
  private void filter(Query query, Occur occur) {
    whole.add(query, occur);
    filters.add(new BooleanClause(query, occur == Occur.MUST ? Occur.FILTER : occur));
  }

  private @Nullable Query filters() {
    if (filters.isEmpty()) {
      return null;
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    builder.add(new MatchAllDocsQuery(), Occur.FILTER);
    filters.forEach(builder::add);
    return builder.build();
  }

  private QueryPlan build(QueryNode query) throws IOException {
    List<Query> requested = RequestFilters.of(request, budget);
    add(query);
    ShouldClauses should = text.clauses();
    boolean plain = query instanceof QueryNode.Text;
    if (query instanceof QueryNode.Text only) {
      AddressQuery.add(only.text(), searcher, should);
    }
    Query named = named();
    if (named != null && plain) {
      should.add(named, true);
    }
    for (Query each : should.scoreOnly()) {
      whole.add(each, Occur.SHOULD);
    }
    if (!should.isEmpty()) {
      whole.add(should.scored(), demands ? Occur.SHOULD : Occur.MUST);
    }
    List<SearchResults.QueryWord> words = text.highlights().words();
    boolean onlyMetadata = filtersMetadata && words.isEmpty();
    boolean nothing = should.isEmpty() && !demands && !onlyMetadata;
    if (nothing && words.isEmpty()) {
      notices.add(excludes ? Notice.ONLY_EXCLUDED : Notice.NO_WORD);
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
    for (Query each : requested) {
      Query filter = new ConstantScoreQuery(each);
      answer.add(filter, Occur.FILTER);
      filters.add(new BooleanClause(filter, Occur.FILTER));
      narrowed = true;
    }
    boolean free = !demands && !filtersMetadata && !nothing && !narrowed && !excludes;
    Query wholeQuery = nothing ? new MatchNoDocsQuery("nothing to search for") : answer.build();
    String joined = String.join(" ", typed);
    return new QueryPlan(
        wholeQuery,
        free ? should.counted() : null,
        filters(),
        joined,
        plain && NaturalQuestion.is(joined, analyzer.analyze(joined).units()),
        should.contributions(),
        text.rescored(),
        text.highlights().terms(),
        searcher.words().all(),
        words,
        text.translated(),
        List.copyOf(notices));
  }

  /**
   * Finds the articles of which the query is a name, to rank them first; null if there are none.
   */
  private @Nullable Query named() throws IOException {
    if (name == null || searcher.docFreq(name) == 0) {
      return null;
    }
    float first = 1 + (1 + searcher.weights().whole()) * text.most();
    Query named = new BoostQuery(new ConstantScoreQuery(new TermQuery(name)), first);
    text.clauses()
        .explain(request.query(), name.text(), ArticleField.TITLE, Reason.Kind.NAME, named);
    return named;
  }

  /** Adds the clauses of a whole query: its text SHOULD match, all else MUST or MUST NOT. */
  private void add(QueryNode node) throws IOException {
    if (node instanceof QueryNode.AllOf all) {
      for (QueryNode each : all.nodes()) {
        add(each);
      }
    } else if (node instanceof QueryNode.Not not) {
      Query query = clause(not.node(), Occur.MUST_NOT, false);
      if (!(query instanceof MatchNoDocsQuery)) {
        excludes = true;
        filter(query, Occur.MUST_NOT);
      }
    } else if (node instanceof QueryNode.Text only) {
      // Nearly all queries are this; a switch over patterns is slow the first time.
      score(only.text());
    } else if (node instanceof QueryNode.Prefix || node instanceof QueryNode.Fuzzy) {
      clause(node, Occur.SHOULD, false);
    } else {
      filter(clause(node, Occur.MUST, false), Occur.MUST);
      boolean title = !(node instanceof QueryNode.Fielded fielded) || isTitle(fielded);
      demands |= title;
      filtersMetadata |= !title;
    }
  }

  private static boolean isTitle(QueryNode.Fielded fielded) {
    return fielded.field() == QueryNode.Field.TITLE;
  }

  private void score(String words) throws IOException {
    typed.add(words);
    text.add(words);
  }

  /**
   * Adds what a node gives to the score unless it MUST NOT match, and returns what matches it.
   *
   * @param inTitle whether text matches in titles alone
   */
  private Query clause(QueryNode node, Occur occur, boolean inTitle) throws IOException {
    return switch (node) {
      case QueryNode.Text words -> words(words.text(), occur, inTitle);
      case QueryNode.Phrase phrase -> {
        if (loose && occur == Occur.MUST) {
          loosened.add(Notice.NOT_TOGETHER);
          yield words(phrase.text(), occur, inTitle);
        }
        if (occur == Occur.MUST) {
          score(phrase.text());
        }
        yield must.phrase(phrase.text(), inTitle);
      }
      case QueryNode.Prefix prefix ->
          expanded(prefix.text() + "*", title -> expansion.prefix(prefix, title), occur, inTitle);
      case QueryNode.Fuzzy fuzzy ->
          expanded(fuzzy.text() + "~", title -> expansion.fuzzy(fuzzy, title), occur, inTitle);
      case QueryNode.Fielded fielded ->
          isTitle(fielded) ? title(fielded.node(), occur) : metadata(fielded);
      case QueryNode.Required required -> clause(required.node(), occur, inTitle);
      case QueryNode.Not not -> all(List.of(not), occur, inTitle);
      case QueryNode.AllOf all -> all(all.nodes(), occur, inTitle);
      case QueryNode.AnyOf any -> {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (QueryNode each : any.nodes()) {
          builder.add(clause(each, occur, inTitle), Occur.SHOULD);
        }
        yield builder.build();
      }
    };
  }

  private Query words(String words, Occur occur, boolean inTitle) throws IOException {
    if (occur == Occur.MUST) {
      score(words);
    }
    return must.words(words, inTitle);
  }

  private interface Expander {
    List<Term> expand(boolean inTitle) throws IOException;
  }

  private Query expanded(String word, Expander expander, Occur occur, boolean inTitle)
      throws IOException {
    List<Term> terms = expander.expand(false);
    if (occur != Occur.MUST_NOT) {
      text.addExpanded(word, terms);
    }
    return MustQueries.any(inTitle ? expander.expand(true) : terms);
  }

  private Query title(QueryNode node, Occur occur) throws IOException {
    if (!loose || occur == Occur.MUST_NOT) {
      return clause(node, occur, true);
    }
    Set<Notice> before = EnumSet.copyOf(loosened);
    Query anywhere = clause(node, occur, false);
    loosened.retainAll(before);
    loosened.add(Notice.NOT_IN_TITLE);
    return anywhere;
  }

  private Query metadata(QueryNode.Fielded fielded) {
    String value =
        fielded.node() instanceof QueryNode.Phrase phrase
            ? phrase.text()
            : ((QueryNode.Text) fielded.node()).text();
    boolean path = fielded.field() == QueryNode.Field.PATH;
    if (path && fielded.node() instanceof QueryNode.Text && !PathGlob.isPattern(value)) {
      loosened.add(Notice.PATH_IS_PATTERN);
    }
    try {
      return must.metadata(fielded.field(), value);
    } catch (TooComplexPatternException e) {
      notices.add(Notice.PATTERN_TOO_COMPLEX);
      return new MatchNoDocsQuery("pattern too complex");
    }
  }

  private Query all(List<QueryNode> nodes, Occur occur, boolean inTitle) throws IOException {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    boolean positive = false;
    for (QueryNode each : nodes) {
      if (each instanceof QueryNode.Not not) {
        builder.add(clause(not.node(), Occur.MUST_NOT, inTitle), Occur.MUST_NOT);
      } else {
        builder.add(clause(each, occur, inTitle), Occur.MUST);
        positive = true;
      }
    }
    if (!positive) {
      builder.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return builder.build();
  }
}
