package dev.kaiyuan.search;

/**
 * How many articles have a value. Ordered by count, the greatest first, then by value.
 *
 * @param value the value as a person sees it
 * @param count how many articles have it, 1 or more
 */
public record FacetCount(String value, int count) implements Comparable<FacetCount> {
  @Override
  public int compareTo(FacetCount other) {
    int byCount = Integer.compare(other.count, count);
    return byCount != 0 ? byCount : value.compareTo(other.value);
  }
}
