package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.output.Numbers;
import dev.kaiyuan.output.SanitizedText;
import dev.kaiyuan.output.Shortened;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains why a search found nothing: the tokens of the query, and the effect of the filters. */
final class EmptyResult {
  /** A pasted text has more tokens than anyone reads. */
  private static final int MOST_WORDS = 20;

  private static final int MOST_CHARACTERS = 200;

  private final Context context;
  private final SearchOptions options;

  EmptyResult(Context context, SearchOptions options) {
    this.context = context;
    this.options = options;
  }

  /** Writes the explanation. */
  void explain(SearchRequest request, SearchResults results, ArticleSearcher searcher)
      throws IOException {
    if (results.understood().isEmpty()) {
      return;
    }
    context.say("search.cut", words(results.understood()));
    blameFilters(request, null, searcher);
  }

  /**
   * Says how many hits there are without the filters.
   *
   * @param like the article that others should be like, or null where the query was asked
   */
  void blameFilters(SearchRequest request, @Nullable String like, ArticleSearcher searcher)
      throws IOException {
    String filters = Filters.given(options);
    if (!filters.isEmpty()) {
      SearchRequest free = withoutFilters(request);
      SearchResults all = like == null ? searcher.search(free) : searcher.similar(like, free);
      if (all.total() > 0) {
        String total = Numbers.grouped(all.total()) + (all.totalExact() ? "" : "+");
        context.say("search.without-filters", shortened(filters), total);
      }
    }
  }

  /** Returns typed text for the screen, shortened. */
  static String shortened(String text) {
    return Shortened.of(SanitizedText.of(text), MOST_CHARACTERS);
  }

  private static String words(List<SearchResults.QueryWord> understood) {
    StringBuilder words = new StringBuilder();
    int shown = Math.min(MOST_WORDS, understood.size());
    for (SearchResults.QueryWord word : understood.subList(0, shown)) {
      words.append(words.isEmpty() ? "" : " · ").append(SanitizedText.of(word.text()));
      words.append(" (").append(Numbers.grouped(word.articles())).append(')');
    }
    return words.append(shown < understood.size() ? " · …" : "").toString();
  }

  private static SearchRequest withoutFilters(SearchRequest request) {
    return request.toBuilder()
        .language(null)
        .pathGlob(null)
        .tags(List.of())
        .dates(null, null)
        .offset(0)
        .limit(1)
        .snippets(0, request.snippetWidth())
        .build();
  }
}
