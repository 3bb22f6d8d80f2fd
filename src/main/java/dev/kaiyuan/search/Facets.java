package dev.kaiyuan.search;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The kinds of articles among those that match. Each list has the greatest count first, equal ones
 * by value.
 *
 * @param languages by the code of their language
 * @param tags by tag
 * @param years by the year of their date; those without a date are in none
 * @param folders by the folder they lie in, as the index names it
 * @param types by the {@link dev.kaiyuan.document.Format#type} of the file
 */
public record Facets(
    List<FacetCount> languages,
    List<FacetCount> tags,
    List<FacetCount> years,
    List<FacetCount> folders,
    List<FacetCount> types) {
  public Facets {
    languages = List.copyOf(languages);
    tags = List.copyOf(tags);
    years = List.copyOf(years);
    folders = List.copyOf(folders);
    types = List.copyOf(types);
  }

  /** Returns the facets of an index by those of its parts, at least one. */
  public static Facets sum(List<Facets> parts) {
    return new Facets(
        sum(parts, Facets::languages, value -> value),
        sum(parts, Facets::tags, ChineseEnglishAnalyzer::fold),
        sum(parts, Facets::years, value -> value),
        sum(parts, Facets::folders, value -> value),
        sum(parts, Facets::types, value -> value));
  }

  /** Adds up the counts of values that are the same by a key; the one most counted is shown. */
  private static List<FacetCount> sum(
      List<Facets> parts, Function<Facets, List<FacetCount>> facet, UnaryOperator<String> key) {
    List<FacetCount> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(facet.apply(part)));
    Collections.sort(all);
    Map<String, FacetCount> sums = new LinkedHashMap<>();
    for (FacetCount each : all) {
      sums.merge(
          key.apply(each.value()),
          each,
          (sum, more) -> new FacetCount(sum.value(), sum.count() + more.count()));
    }
    List<FacetCount> sorted = new ArrayList<>(sums.values());
    Collections.sort(sorted);
    return sorted;
  }
}
