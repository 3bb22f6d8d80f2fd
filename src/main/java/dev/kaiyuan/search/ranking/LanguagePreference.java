package dev.kaiyuan.search.ranking;

import java.util.List;

/** What the preference of a language did to articles, by their numbers. */
public interface LanguagePreference {
  /** Returns what the language of an article added to its score. */
  float gave(int doc);

  /** Returns the paths of an article's twins in other languages among the best. */
  List<String> twins(int doc);
}
