package dev.kaiyuan.search;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What is to be done for a request.
 *
 * @param query finds and ranks
 * @param marks what is to be marked in what was found
 * @param words how the query was understood
 * @param notices what the person should know of it
 */
record QueryPlan(
    Query query,
    List<PassageHighlighter.Mark> marks,
    List<SearchResults.QueryWord> words,
    List<String> notices) {

  private static final float WEAK = 0.3f;
  private static final float HEADINGS = 0.3f;

  static QueryPlan of(SearchRequest request, IndexReader reader) throws IOException {
    AnalyzedQuery analyzed = new QueryAnalyzer().analyze(request.query());
    if (analyzed.units().isEmpty()) {
      return new QueryPlan(new MatchNoDocsQuery(), List.of(), List.of(), List.of());
    }
    List<PassageHighlighter.Mark> marks = new ArrayList<>();
    List<SearchResults.QueryWord> words = new ArrayList<>();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (QueryUnit unit : analyzed.units()) {
      Term body = new Term(IndexSchema.BODY, unit.grams().getFirst());
      int frequency = reader.docFreq(body);
      float idf = (float) Math.log(1 + reader.numDocs() / (frequency + 0.5));
      float weight = unit.function() ? WEAK * idf : idf;
      String term = unit.isHan() ? unit.text() : unit.grams().getFirst();
      marks.add(new PassageHighlighter.Mark(term, weight, marks.size(), false));
      words.add(new SearchResults.QueryWord(unit.text(), frequency, List.of()));
    }
    for (QueryTerm gram : analyzed.grams()) {
      float weight = gram.weak() ? WEAK : 1;
      add(any, IndexSchema.BODY, gram.text(), weight);
      add(any, IndexSchema.TITLE, gram.text(), weight);
      add(any, IndexSchema.HEADINGS, gram.text(), HEADINGS * weight);
    }
    for (QueryTerm word : analyzed.words()) {
      float weight = word.weak() ? WEAK : 1;
      add(any, IndexSchema.BODY_WORDS, word.text(), weight);
      add(any, IndexSchema.TITLE_WORDS, word.text(), weight);
      add(any, IndexSchema.HEADINGS_WORDS, word.text(), HEADINGS * weight);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(any.build(), Occur.MUST);
    addFilters(all, request);
    return new QueryPlan(all.build(), marks, words, List.of());
  }

  private static void add(BooleanQuery.Builder any, String field, String term, float weight) {
    Query query = new TermQuery(new Term(field, term));
    any.add(weight == 1 ? query : new BoostQuery(query, weight), Occur.SHOULD);
  }

  private static void addFilters(BooleanQuery.Builder all, SearchRequest request) {
    if (request.language() != null) {
      filter(all, new TermQuery(new Term(IndexSchema.LANGUAGE, request.language().code())));
    }
    if (request.pathGlob() != null) {
      filter(all, PathGlob.query(request.pathGlob()));
    }
    for (String tag : request.tags()) {
      filter(all, new TermQuery(new Term(IndexSchema.TAG, ChineseEnglishAnalyzer.fold(tag))));
    }
    if (request.since() != null || request.until() != null) {
      long from = request.since() == null ? Long.MIN_VALUE : request.since().toEpochDay();
      long to = request.until() == null ? Long.MAX_VALUE : request.until().toEpochDay();
      filter(all, LongPoint.newRangeQuery(IndexSchema.DATE, from, to));
    }
  }

  private static void filter(BooleanQuery.Builder all, Query filter) {
    all.add(filter, Occur.FILTER);
  }
}
