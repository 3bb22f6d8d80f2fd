package dev.kaiyuan.search;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Asks for what an article must hold: phrases, fields, alternatives, and what is excluded. */
final class DemandedQuery {
  private final QueryAnalyzer analyzer;
  private final Expansion expansion;
  private final ClauseBudget budget;
  private final Set<Notice> notices;

  /**
   * Makes a builder of such queries.
   *
   * @param notices where to put what the person should know
   */
  DemandedQuery(
      QueryAnalyzer analyzer, Expansion expansion, ClauseBudget budget, Set<Notice> notices) {
    this.analyzer = analyzer;
    this.expansion = expansion;
    this.budget = budget;
    this.notices = notices;
  }

  /** A query that an article answers when it holds all that a node says. */
  Query satisfied(QueryNode node) throws IOException {
    return satisfied(node, false);
  }

  private Query satisfied(QueryNode node, boolean title) throws IOException {
    return switch (node) {
      case QueryNode.Text text -> allUnits(text.text(), title);
      case QueryNode.Phrase phrase -> phrase(phrase.text(), title);
      case QueryNode.Prefix prefix -> anyOf(expansion.prefix(prefix, title));
      case QueryNode.Fuzzy fuzzy -> anyOf(expansion.fuzzy(fuzzy, title));
      case QueryNode.Fielded fielded -> fielded(fielded);
      case QueryNode.Required required -> satisfied(required.node(), title);
      case QueryNode.Not not -> allOf(List.of(not), title);
      case QueryNode.AllOf all -> allOf(all.nodes(), title);
      case QueryNode.AnyOf any -> {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (QueryNode each : any.nodes()) {
          builder.add(satisfied(each, title), Occur.SHOULD);
        }
        yield builder.build();
      }
    };
  }

  private Query allOf(List<QueryNode> nodes, boolean title) throws IOException {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    boolean positive = false;
    for (QueryNode each : nodes) {
      if (each instanceof QueryNode.Not not) {
        builder.add(satisfied(not.node(), title), Occur.MUST_NOT);
      } else {
        builder.add(satisfied(each, title), Occur.MUST);
        positive = true;
      }
    }
    if (!positive) {
      builder.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return builder.build();
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
    return switch (fielded.field()) {
      case TITLE -> satisfied(fielded.node(), true);
      case TAG -> exactly(IndexSchema.TAG, ChineseEnglishAnalyzer.fold(literal(fielded.node())));
      case LANG -> exactly(IndexSchema.LANGUAGE, language(literal(fielded.node())));
      case TYPE -> exactly(IndexSchema.TYPE, type(literal(fielded.node())));
      case PATH -> path(literal(fielded.node()));
    };
  }

  private static String language(String typed) {
    return Language.of(ChineseEnglishAnalyzer.fold(typed)).code();
  }

  /** Any ending of a format stands for it. */
  private static String type(String typed) {
    Format format = Format.ofEnding(ChineseEnglishAnalyzer.fold(typed));
    return format == null ? typed : format.type();
  }

  private Query path(String glob) {
    try {
      return new ConstantScoreQuery(PathGlob.query(glob, budget));
    } catch (TooComplexPatternException e) {
      notices.add(Notice.PATTERN_TOO_COMPLEX);
      return new MatchNoDocsQuery("pattern too complex");
    }
  }

  private static Query exactly(String field, String value) {
    return new ConstantScoreQuery(new TermQuery(new Term(field, value)));
  }

  private static String literal(QueryNode node) {
    return node instanceof QueryNode.Phrase phrase ? phrase.text() : ((QueryNode.Text) node).text();
  }

  private Query allUnits(String text, boolean title) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    int count = 0;
    AnalyzedQuery analyzed = analyzer.analyze(text);
    for (QueryUnit unit : analyzed.units()) {
      boolean only = analyzed.units().size() == 1;
      if (only || unit.role() == QueryUnit.Role.WORD) {
        if (!budget.takeDemanded()) {
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
    boolean single = unit.isHan() && unit.text().codePointCount(0, unit.text().length()) == 1;
    for (String field :
        title ? List.of(IndexSchema.TITLE) : List.of(IndexSchema.TITLE, IndexSchema.BODY)) {
      builder.add(gramPhrase(field, unit.grams(), unit.offsets(), 0), Occur.SHOULD);
      if (single) {
        Term word = new Term(IndexSchema.words(field), unit.text());
        builder.add(new TermQuery(word), Occur.SHOULD);
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

  static Query gramPhrase(String field, List<String> grams, List<Integer> offsets, int slop) {
    if (grams.size() == 1) {
      return new TermQuery(new Term(field, grams.getFirst()));
    }
    PhraseQuery.Builder builder = new PhraseQuery.Builder();
    for (int i = 0; i < grams.size(); i++) {
      builder.add(new Term(field, grams.get(i)), offsets.get(i) - offsets.getFirst());
    }
    return builder.setSlop(slop).build();
  }
}
