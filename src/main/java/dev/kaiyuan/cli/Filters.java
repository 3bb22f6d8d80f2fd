package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.ShellWords;
import dev.kaiyuan.output.Narrowing;
import dev.kaiyuan.search.SearchResults;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filters of a search: those that are set, and those that would narrow it. */
final class Filters {
  private static final int MOST_VALUES = 3;

  private Filters() {}

  /** Returns the filters that are set as they are typed, or an empty string. */
  static String given(SearchOptions options) {
    List<String> words = new ArrayList<>();
    give(words, "--lang", options.lang == null ? null : options.lang.code());
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

  /** Returns possible filters with the number of articles each would leave, or an empty string. */
  static String narrowing(SearchOptions options, SearchResults results) {
    if (results.facets() == null || results.hits().size() == results.total()) {
      return "";
    }
    StringBuilder line = new StringBuilder();
    String option = "";
    int values = 0;
    for (Narrowing each : Narrowing.of(results.facets(), results.total())) {
      boolean isNext = !each.option().equals(option);
      option = each.option();
      values = isNext ? 1 : values + 1;
      if (values > MOST_VALUES || isGiven(options, option)) {
        continue;
      }
      line.append(line.isEmpty() ? "" : isNext ? " · " : " ");
      line.append(isNext ? option + " " : "").append(ShellWords.quote(each.value()));
      line.append("\u00a0(").append(each.articles()).append(')');
    }
    return line.toString();
  }

  private static boolean isGiven(SearchOptions options, String option) {
    return switch (option) {
      case "--lang" -> options.lang != null;
      case "--type" -> !options.types.isEmpty();
      case "--since" -> options.since != null;
      case "--path" -> options.path != null;
      default -> false;
    };
  }
}
