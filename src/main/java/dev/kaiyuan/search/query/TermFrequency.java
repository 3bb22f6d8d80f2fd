package dev.kaiyuan.search.query;

/**
 * How frequent a term is.
 *
 * @param articles the number of articles that have it, deleted ones included
 * @param total how often it is in all of them
 */
public record TermFrequency(int articles, long total) {
  /** The frequency of a term that no article has. */
  public static final TermFrequency NONE = new TermFrequency(0, 0);

  /** Returns the sum of this and another. */
  public TermFrequency plus(TermFrequency other) {
    return new TermFrequency(articles + other.articles, total + other.total);
  }
}
