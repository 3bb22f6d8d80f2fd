package dev.kaiyuan.search;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.meaning.Embedder;
import dev.kaiyuan.meaning.ModelException;
import dev.kaiyuan.meaning.TextVector;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.QueryLanguage;
import dev.kaiyuan.search.ranking.OwnLanguage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/** Answers one request over one commit: plans, ranks, reads the hits, suggests, counts facets. */
final class SearchRun {
  private final long start = System.nanoTime();
  private final CommitSearcher searcher;
  private final Translations translations;
  private final @Nullable QueryVectors vectors;

  /**
   * Begins.
   *
   * @param vectors what the query means, or null for what the models of this process make of it
   */
  SearchRun(CommitSearcher searcher, Translations translations, @Nullable QueryVectors vectors) {
    this.searcher = searcher;
    this.translations = translations;
    this.vectors = vectors;
  }

  /**
   * Answers a request.
   *
   * @param like the article to find similar ones of, or null to search for the request's query
   */
  SearchResults answer(SearchRequest asked, @Nullable String like, boolean withFacets)
      throws IOException {
    SearchRequest request = asked.normalized();
    QueryPlan plan =
        like == null
            ? QueryBuilder.plan(request, searcher, translations)
            : new SimilarArticles(searcher, translations).plan(like, request);
    FacetCounter matches =
        withFacets && plan.counted() != null ? new FacetCounter(searcher, plan.counted()) : null;
    List<Notice> notices = new ArrayList<>(plan.notices());
    Nearness nearness = nearness(request, plan, like, notices);
    OwnLanguage own =
        new OwnLanguage(searcher, like == null ? language(request, translations) : null);
    Ranking.Ranked ranked = new Ranking(searcher, plan, matches, nearness, own).first(request);
    TopDocs top = ranked.top();
    List<Hit> hits = new HitReader(searcher, plan, request, ranked, nearness, own).read(top);
    // An article's own vector says nothing of the models that another process has.
    boolean modelsCount = like == null || vectors == null;
    if (nearness != null
        && modelsCount
        && nearness.comparedNone()
        && !models().containsAll(nearness.seen())) {
      notices.add(Notice.OTHER_MODEL);
    }
    long total = top.totalHits.value();
    boolean suggest = like == null && Suggester.isWanted(total, plan.words());
    String suggestion =
        suggest
            ? new Suggester(new IndexLexicon(searcher), total)
                .suggest(request.query(), plan.words(), plan.translations().keySet())
            : null;
    boolean exact = top.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
    Facets facets = null;
    if (withFacets && exact && total > 0) {
      facets = (matches == null ? new FacetCounter(searcher, plan.query()) : matches).facets();
    }
    if (total == 0 && like == null) {
      notices.addAll(QueryBuilder.reasonsForNothing(request, searcher, translations));
    }
    return new SearchResults(
        like == null ? asked.query() : like,
        total,
        exact,
        ranked.added(),
        Duration.ofNanos(System.nanoTime() - start),
        hits,
        plan.words(),
        plan.translations(),
        suggestion,
        facets,
        notices);
  }

  /** Returns the language that is preferred, or null for none. */
  static @Nullable Language language(SearchRequest request, Translations translations) {
    Language typed = QueryLanguage.of(request.query(), translations);
    return typed == null ? request.ownLanguage() : typed;
  }

  /** Returns how near articles are in meaning, or null to search by words alone. */
  private @Nullable Nearness nearness(
      SearchRequest request, QueryPlan plan, @Nullable String like, List<Notice> notices)
      throws IOException {
    if (!Nearness.isWanted(request, plan)) {
      return null;
    }
    if (!Nearness.isKnown(searcher)) {
      if (request.meaning() == SearchRequest.Meaning.ONLY) {
        notices.add(Notice.NO_VECTORS);
      }
      return null;
    }
    if (like != null) {
      return Nearness.to(searcher, Nearness.vector(searcher, like));
    }
    List<QueryText> texts = Nearness.texts(searcher, plan);
    if (texts.isEmpty()) {
      if (request.meaning() == SearchRequest.Meaning.ONLY) {
        notices.add(Notice.OTHER_LANGUAGE);
      }
      return null;
    }
    List<TextVector> wanted = vectors(texts);
    if (wanted.isEmpty()) {
      notices.add(Notice.NO_MODEL);
      return null;
    }
    return Nearness.to(searcher, wanted);
  }

  private List<TextVector> vectors(List<QueryText> texts) {
    if (vectors != null) {
      return vectors.vectors();
    }
    try {
      return QueryVectors.vectors(texts);
    } catch (ModelException e) {
      return List.of();
    }
  }

  private Set<Integer> models() {
    return vectors == null ? Embedder.shared().versions() : vectors.models();
  }
}
