package dev.kaiyuan.search;

/**
 * One part of what made an article a hit.
 *
 * @param word the word of the query; empty for all of them
 * @param term the term of the index: the word itself, another form, or a translation; may be empty
 * @param field the part of the article: {@code title}, {@code headings} or {@code body}
 * @param kind how the term came from the word
 * @param gave what it added to the score
 */
public record Reason(String word, String term, String field, Kind kind, float gave) {
  /** How a term came from a word of the query. */
  public enum Kind {
    /** The word as it is, or one of its forms. */
    WORD,
    /** A word of another language that means the same. */
    TRANSLATION,
    /** The whole query is the title, another name of the article, or its file name. */
    NAME,
    /** Two words of the query side by side, as in the query. */
    NEARNESS,
    /** The whole query, as it was typed without spaces. */
    WHOLE,
    /** The positions of all words: close together, and early in the article. */
    PLACE,
    /** The other words of the article: it is like the best ones. */
    LIKENESS,
    /** What the article means, by a model of its language. */
    MEANING,
    /** The article's language is the reader's. */
    LANGUAGE
  }
}
