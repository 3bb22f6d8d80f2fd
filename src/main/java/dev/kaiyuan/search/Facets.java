package dev.kaiyuan.search;

import java.util.List;

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
}
