package dev.kaiyuan.output;

import dev.kaiyuan.search.FacetCount;
import dev.kaiyuan.search.Facets;
import java.util.ArrayList;
import java.util.List;

/**
 * An option that would narrow a search.
 *
 * @param option its name: {@code --lang}, {@code --tag}, {@code --type}, {@code --since} or {@code
 *     --path}
 * @param value its value, which it takes as it is
 * @param articles how many articles it would leave
 */
public record Narrowing(String option, String value, int articles) {
  /**
   * Returns the options that would leave some of what was found and not all of it: by option, and
   * those of one option with the greatest count of the value's own first.
   *
   * @param total how many articles were found
   */
  public static List<Narrowing> of(Facets facets, long total) {
    List<Narrowing> all = new ArrayList<>();
    add(all, "--lang", facets.languages(), total);
    add(all, "--tag", facets.tags(), total);
    add(all, "--type", facets.types(), total);
    add(all, "--since", facets.years(), total);
    add(all, "--path", facets.folders(), total);
    return all;
  }

  private static void add(List<Narrowing> all, String option, List<FacetCount> counts, long total) {
    for (FacetCount facet : counts) {
      int left = isTyped(option, facet.value()) ? left(option, facet, counts) : 0;
      if (left > 0 && left < total) {
        all.add(new Narrowing(option, facet.value(), left));
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
