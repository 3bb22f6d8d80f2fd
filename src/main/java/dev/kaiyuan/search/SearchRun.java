package dev.kaiyuan.search;

import dev.kaiyuan.analysis.Translations;
import dev.kaiyuan.document.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/** Answers one request over one commit: plans, ranks, reads the hits, suggests, counts facets. */
final class SearchRun {
  private final long start = System.nanoTime();
  private final CommitSearcher searcher;
  private final Translations translations;

  SearchRun(CommitSearcher searcher, Translations translations) {
    this.searcher = searcher;
    this.translations = translations;
  }

  /**
   * Answers a request.
   *
   * @param like the article to find others like, null to look for the request's query
   */
  SearchResults answer(SearchRequest request, @Nullable String like, boolean withFacets)
      throws IOException {
    QueryPlan plan =
        like == null
            ? QueryBuilder.plan(request, searcher, translations)
            : new SimilarArticles(searcher, translations).plan(like, request);
    FacetCounter matches =
        withFacets && plan.wanted() != null ? new FacetCounter(searcher, plan.wanted()) : null;
    OwnLanguage own = new OwnLanguage(searcher, like == null ? language(request) : null);
    Ranking.Ranked ranked = new Ranking(searcher, plan, matches, own).first(request);
    TopDocs top = ranked.top();
    List<Hit> hits = new HitReader(searcher, plan, request, ranked.feedback(), own).read(top);
    long total = top.totalHits.value();
    boolean suggest = like == null && Suggester.isWanted(total, plan.words());
    String suggestion =
        suggest
            ? new Suggester(searcher, total)
                .suggest(request.query(), plan.words(), plan.translations().keySet())
            : null;
    boolean exact = top.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
    Facets facets = null;
    if (withFacets && exact && total > 0) {
      facets = (matches == null ? new FacetCounter(searcher, plan.query()) : matches).facets();
    }
    List<Notice> notices = new ArrayList<>(plan.notices());
    if (total == 0 && like == null) {
      notices.addAll(QueryBuilder.reasonsForNothing(request, searcher, translations));
    }
    return new SearchResults(
        like == null ? request.query() : like,
        total,
        exact,
        Duration.ofNanos(System.nanoTime() - start),
        hits,
        plan.words(),
        plan.translations(),
        suggestion,
        facets,
        notices);
  }

  private @Nullable Language language(SearchRequest request) {
    Language typed = QueryLanguage.of(request.query(), translations);
    return typed == null ? request.ownLanguage() : typed;
  }
}
