package dev.kaiyuan.search;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.search.limit.ClauseBudget;
import dev.kaiyuan.search.query.PathGlob;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Which articles a request is about, whatever they say. */
final class RequestFilters {
  private RequestFilters() {}

  /**
   * Returns queries that all find what the request is about; none if it is about all.
   *
   * @param budget gives what a path pattern takes, before the query itself takes any
   */
  static List<Query> of(SearchRequest request, ClauseBudget budget) {
    List<Query> filters = new ArrayList<>();
    if (request.language() != null) {
      filters.add(new TermQuery(new Term(IndexSchema.LANGUAGE, request.language().code())));
    }
    if (request.pathGlob() != null) {
      filters.add(PathGlob.query(request.pathGlob(), budget));
    }
    for (String tag : request.tags()) {
      filters.add(new TermQuery(new Term(IndexSchema.TAG, ChineseEnglishAnalyzer.fold(tag))));
    }
    if (!request.formats().isEmpty()) {
      List<BytesRef> types = new ArrayList<>();
      request.formats().forEach(format -> types.add(new BytesRef(format.type())));
      filters.add(new TermInSetQuery(IndexSchema.TYPE, types));
    }
    if (request.since() != null || request.until() != null) {
      long from = request.since() == null ? Long.MIN_VALUE : request.since().toEpochDay();
      long to = request.until() == null ? Long.MAX_VALUE : request.until().toEpochDay();
      filters.add(LongPoint.newRangeQuery(IndexSchema.DATE, from, to));
    }
    return filters;
  }
}
