package dev.kaiyuan.cli;

import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.FacetCount;
import dev.kaiyuan.search.Facets;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.util.List;

/** Finds options that would narrow a search that found more than it shows. */
final class Filters {
  private static final int MOST_VALUES = 3;

  private Filters() {}

  /** Returns the options with how many articles each would leave, or an empty string. */
  static String narrowing(
      Arguments arguments, ArticleSearcher searcher, SearchRequest request, SearchResults results)
      throws IOException {
    if (results.hits().size() >= results.total() || !results.totalExact()) {
      return "";
    }
    Facets facets = searcher.facets(request);
    StringBuilder line = new StringBuilder();
    if (!arguments.has(Option.LANG)) {
      add(line, Option.LANG, facets.languages(), results.total());
    }
    add(line, Option.TAG, facets.tags(), results.total());
    if (!arguments.has(Option.SINCE)) {
      add(line, Option.SINCE, facets.years(), results.total());
    }
    if (!arguments.has(Option.PATH)) {
      add(line, Option.PATH, facets.folders(), results.total());
    }
    return line.toString();
  }

  private static void add(StringBuilder line, Option option, List<FacetCount> counts, long total) {
    int values = 0;
    for (FacetCount facet : counts) {
      if (values == MOST_VALUES) {
        return;
      }
      if (facet.count() < total) {
        line.append(line.isEmpty() ? "" : values == 0 ? " · " : " ");
        line.append(values == 0 ? option.longName() + " " : "");
        line.append(ShellWords.quote(facet.value())).append(" (").append(facet.count()).append(')');
        values++;
      }
    }
  }
}
