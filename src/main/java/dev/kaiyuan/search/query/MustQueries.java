package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.search.limit.ClauseBudget;
import dev.kaiyuan.search.limit.TooComplexPatternException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Makes the queries that an article MUST or MUST NOT match: words, phrases, terms, metadata. */
public final class MustQueries {
  private final QueryAnalyzer analyzer;
  private final ClauseBudget budget;

  public MustQueries(QueryAnalyzer analyzer, ClauseBudget budget) {
    this.analyzer = analyzer;
    this.budget = budget;
  }

  private static List<ArticleField> fields(boolean inTitle) {
    return inTitle ? List.of(ArticleField.TITLE) : List.of(ArticleField.TITLE, ArticleField.BODY);
  }

  /** Matches all words of a text, in any order. */
  public Query words(String text, boolean inTitle) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    int count = 0;
    AnalyzedQuery analyzed = analyzer.analyze(text);
    List<Compound> compounds = Compound.of(analyzed.grams());
    for (QueryUnit unit : analyzed.units()) {
      boolean only = analyzed.units().size() == 1;
      if (only || unit.role() == QueryUnit.Role.WORD) {
        if (!budget.takeDemanded()) {
          break;
        }
        builder.add(word(unit, compounds, inTitle), Occur.MUST);
        count++;
      }
    }
    return count == 0 ? new MatchNoDocsQuery("no word in it") : builder.build();
  }

  private static Query word(QueryUnit word, List<Compound> compounds, boolean inTitle) {
    for (Compound compound : compounds) {
      if (compound.contains(word)) {
        return new BooleanQuery.Builder()
            .add(word(word, inTitle), Occur.SHOULD)
            .add(compound.spelledOtherwise(fields(inTitle)), Occur.SHOULD)
            .build();
      }
    }
    return word(word, inTitle);
  }

  private static Query word(QueryUnit word, boolean inTitle) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    boolean single = word.isHan() && word.text().codePointCount(0, word.text().length()) == 1;
    for (ArticleField field : fields(inTitle)) {
      builder.add(GramPhrase.of(field, word), Occur.SHOULD);
      if (single) {
        builder.add(new TermQuery(field.words().term(word.text())), Occur.SHOULD);
      }
    }
    return builder.build();
  }

  /**
   * Matches the words of a text in this order, at the distances at which they were typed; names may
   * be spelled otherwise.
   */
  public Query phrase(String text, boolean inTitle) {
    List<QueryTerm> terms = analyzer.analyze(text).grams();
    List<QueryTerm> apart = Compound.apart(terms);
    List<QueryTerm> joined = Compound.joined(terms);
    if (apart.isEmpty()) {
      return new MatchNoDocsQuery("no word in the phrase");
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (ArticleField field : fields(inTitle)) {
      builder.add(phrase(field, apart), Occur.SHOULD);
      if (!joined.equals(apart)) {
        builder.add(phrase(field, joined), Occur.SHOULD);
      }
    }
    return builder.build();
  }

  private static Query phrase(ArticleField field, List<QueryTerm> terms) {
    List<String> grams = terms.stream().map(QueryTerm::text).toList();
    List<Integer> offsets = terms.stream().map(QueryTerm::start).toList();
    int inflecting = (int) terms.stream().filter(term -> !term.isHan()).count();
    return GramPhrase.of(field, grams, offsets, Math.min(2 * inflecting, 8));
  }

  /** Matches any of some terms. */
  public static Query any(List<Term> terms) {
    Map<String, List<BytesRef>> fields = new LinkedHashMap<>();
    for (Term term : terms) {
      fields.computeIfAbsent(term.field(), field -> new ArrayList<>()).add(term.bytes());
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    fields.forEach((field, words) -> builder.add(new TermInSetQuery(field, words), Occur.SHOULD));
    return builder.build();
  }

  /**
   * Matches metadata as a person writes it.
   *
   * @throws TooComplexPatternException if the value is a path pattern that is too complex
   */
  public Query metadata(QueryNode.Field field, String value) {
    String folded = ChineseEnglishAnalyzer.fold(value);
    return new ConstantScoreQuery(
        switch (field) {
          case TAG -> term(IndexSchema.TAG, folded);
          case LANG -> term(IndexSchema.LANGUAGE, Language.of(folded).code());
          case TYPE -> {
            Format format = Format.ofEnding(folded);
            yield term(IndexSchema.TYPE, format == null ? value : format.type());
          }
          case PATH -> PathGlob.query(value, budget);
          case TITLE -> throw new IllegalArgumentException("a title is text, not metadata");
        });
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }
}
