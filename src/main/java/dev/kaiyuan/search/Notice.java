package dev.kaiyuan.search;

/** What a person should know about a search, each with its English words. */
public enum Notice {
  /** The index was made with another dictionary than this version has. */
  OTHER_WORDS(
      "The index was made with other words than this version has: kaiyuan index renews it."),
  /** The query has no letter, digit or Chinese character. */
  NO_WORD("There is nothing to search for: no letter, digit or Chinese character was typed."),
  /** The query has only exclusions. */
  ONLY_EXCLUDED("There is nothing to search for: add a word that is to be found."),
  /** The query was cut. */
  TOO_LONG("The query is very long: only its beginning was searched for."),
  /** The index has vectors, but the models are not there to compare them with a query. */
  NO_MODEL(
      "The model that the index was embedded with can't be used here: only words were looked for."),
  /** All vectors that could be compared were made by another model, or another version of it. */
  OTHER_MODEL(
      "The index's vectors are of another model than this version has, and were not used: kaiyuan"
          + " index makes them anew."),
  /** The query is in a script that no model reads, and only vectors were asked. */
  OTHER_LANGUAGE("No model reads the language of the query: only words were looked for."),
  /** The index has no vectors, and only they were asked. */
  NO_VECTORS(
      "The index has no vectors to find by meaning: kaiyuan index --meaning passages makes them."),
  /** A path pattern is too complex. */
  PATTERN_TOO_COMPLEX("The pattern of path: is too complex, so that nothing matches it."),
  /** Nothing was found, and a path was given that is no pattern. */
  PATH_IS_PATTERN(
      "path: takes a pattern for the whole path, such as path:*name* or path:notes/**."),
  /** Nothing was found, but articles have the words of a phrase. */
  NOT_TOGETHER("There are articles with these words, but not side by side: leave out the quotes."),
  /** Nothing was found, but articles have the words elsewhere than in the title. */
  NOT_IN_TITLE("There are articles with these words, but not in a title: leave out title:.");

  private final String words;

  Notice(String words) {
    this.words = words;
  }

  /** Returns the notice in English words. */
  @Override
  public String toString() {
    return words;
  }
}
