package dev.kaiyuan.search;

/**
 * The number of articles with a value. Ordered by count, the greatest first, then by value.
 *
 * @param value the value as a person sees it
 * @param count the number of articles, 1 or more
 */
public record FacetCount(String value, int count) implements Comparable<FacetCount> {
  @Override
  public int compareTo(FacetCount other) {
    int byCount = Integer.compare(other.count, count);
    return byCount != 0 ? byCount : value.compareTo(other.value);
  }
}
