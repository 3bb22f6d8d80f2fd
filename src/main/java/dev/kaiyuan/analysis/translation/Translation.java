package dev.kaiyuan.analysis.translation;

/**
 * Another name for what was asked.
 *
 * @param text the name as a person would write it, Chinese or English, perhaps of several words
 * @param weight how surely it means the same, above 0 and at most 1; a dictionary's later senses
 *     weigh less
 * @param source who says so
 */
public record Translation(String text, float weight, Source source) {
  /** Where a translation comes from, the most trusted first. */
  public enum Source {
    /** The user's own glossary. */
    USER,
    /** The glossary of this field that comes with the program. */
    GLOSSARY,
    /** The list of words that Taiwan and Hong Kong say otherwise. */
    REGION,
    /** The general dictionary. */
    DICTIONARY
  }

  /** Checks the weight. */
  public Translation {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "weight of " + text + " is not above 0 and at most 1: " + weight);
    }
  }
}
