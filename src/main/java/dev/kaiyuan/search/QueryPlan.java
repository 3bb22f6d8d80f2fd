package dev.kaiyuan.search;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.analysis.QueryAnalyzer;
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

  static QueryPlan of(SearchRequest request, IndexReader reader) throws IOException {
    List<QueryUnit> units = QueryAnalyzer.units(request.query());
    List<PassageHighlighter.Mark> marks = new ArrayList<>();
    List<SearchResults.QueryWord> words = new ArrayList<>();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    int n = 0;
    for (QueryUnit unit : units) {
      BooleanQuery.Builder one = new BooleanQuery.Builder();
      int frequency = 0;
      for (String gram : unit.grams()) {
        Term body = new Term(IndexSchema.BODY, gram);
        frequency = reader.docFreq(body);
        one.add(new TermQuery(body), Occur.SHOULD);
        one.add(new BoostQuery(new TermQuery(new Term(IndexSchema.TITLE, gram)), 2), Occur.SHOULD);
      }
      one.add(new TermQuery(new Term(IndexSchema.BODY_WORDS, unit.text())), Occur.SHOULD);
      any.add(one.build(), Occur.SHOULD);
      float idf = (float) Math.log(1 + reader.numDocs() / (frequency + 0.5));
      marks.add(
          new PassageHighlighter.Mark(
              unit.isHan() ? unit.text() : unit.grams().getFirst(), idf, n, false));
      words.add(new SearchResults.QueryWord(unit.text(), frequency, List.of()));
      n++;
    }
    if (n == 0) {
      return new QueryPlan(new MatchNoDocsQuery(), marks, words, List.of());
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(any.build(), Occur.MUST);
    addFilters(all, request);
    return new QueryPlan(all.build(), marks, words, List.of());
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
