package dev.kaiyuan.cli;

import dev.kaiyuan.search.FacetCount;
import dev.kaiyuan.search.Facets;
import dev.kaiyuan.search.SearchResults;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that narrow a search: those that were given, and those that would help. */
final class Filters {
  private static final int MOST_VALUES = 3;

  private Filters() {}

  /** Returns the options that narrow a search as they are typed, or an empty string. */
  static String given(SearchOptions options) {
    List<String> words = new ArrayList<>();
    give(words, "--lang", options.lang == null ? null : options.lang.toString());
    give(words, "--path", options.path);
    options.tags.forEach(tag -> give(words, "--tag", tag));
    options.types.forEach(type -> give(words, "--type", type.type()));
    give(words, "--since", options.since);
    give(words, "--until", options.until);
    return ShellWords.join(words);
  }

  private static void give(List<String> words, String option, @Nullable String value) {
    if (value != null) {
      words.add(option);
      words.add(value);
    }
  }

  /** Returns the options with how many articles each would leave, or an empty string. */
  static String narrowing(SearchOptions options, SearchResults results) {
    Facets facets = results.facets();
    if (facets == null || results.hits().size() == results.total()) {
      return "";
    }
    StringBuilder line = new StringBuilder();
    if (options.lang == null) {
      add(line, "--lang", facets.languages(), results.total());
    }
    add(line, "--tag", facets.tags(), results.total());
    if (options.types.isEmpty()) {
      add(line, "--type", facets.types(), results.total());
    }
    if (options.since == null) {
      add(line, "--since", facets.years(), results.total());
    }
    if (options.path == null) {
      add(line, "--path", facets.folders(), results.total());
    }
    return line.toString();
  }

  private static void add(StringBuilder line, String option, List<FacetCount> counts, long total) {
    int values = 0;
    for (FacetCount facet : counts) {
      if (values == MOST_VALUES) {
        return;
      }
      int count = isTyped(option, facet.value()) ? left(option, facet, counts) : 0;
      if (count > 0 && count < total) {
        line.append(line.isEmpty() ? "" : values == 0 ? " · " : " ");
        line.append(values == 0 ? option + " " : "");
        line.append(ShellWords.quote(facet.value())).append("\u00a0(").append(count).append(')');
        values++;
      }
    }
  }

  /** Whether an option takes a value as it is. */
  private static boolean isTyped(String option, String value) {
    return switch (option) {
          case "--since" -> value.length() == 4;
          case "--path" -> !value.equals(".") && value.indexOf('*') < 0 && value.indexOf('?') < 0;
          default -> true;
        }
        && !value.startsWith("-");
  }

  /**
   * How many articles a value of an option leaves: with a year later ones, with a folder those in
   * it.
   */
  private static int left(String option, FacetCount facet, List<FacetCount> counts) {
    int left = 0;
    for (FacetCount other : counts) {
      boolean stays =
          switch (option) {
            case "--since" -> Integer.parseInt(other.value()) >= Integer.parseInt(facet.value());
            case "--path" -> isWithin(other.value(), facet.value());
            default -> other.equals(facet);
          };
      left += stays ? other.count() : 0;
    }
    return left;
  }

  /** A pattern may begin at any folder of a path, unless it begins with a slash. */
  private static boolean isWithin(String folder, String pattern) {
    String all = folder + "/";
    return all.startsWith(pattern + "/")
        || !pattern.startsWith("/") && all.contains("/" + pattern + "/");
  }
}
