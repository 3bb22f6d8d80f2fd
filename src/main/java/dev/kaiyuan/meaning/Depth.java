package dev.kaiyuan.meaning;

/** How deep the articles of an index are embedded. */
public enum Depth {
  /** Not at all. */
  OFF,
  /** One vector an article, of its title, its headings and its first words. */
  LEADS,
  /**
   * A vector for each passage of some 300 Chinese characters or 200 English words, and a small one
   * for each few sentences.
   */
  PASSAGES
}
