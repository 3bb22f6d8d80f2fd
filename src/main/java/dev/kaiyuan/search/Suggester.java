package dev.kaiyuan.search;

import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.search.query.Expansion;
import dev.kaiyuan.search.query.WordFrequency;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Suggests another query for words that the index hardly has: a word of the index with nearly the
 * same spelling, the same sound, or one character that looks alike; or the Chinese for pinyin, in
 * full or by its initials.
 */
final class Suggester {
  /** Queries of more words are pasted rather than typed, and each word takes a search. */
  private static final int MOST_WORDS = 20;

  /** In longer queries a misspelling shows by what is found. */
  private static final int SHORT_QUERY = 3;

  private static final int FEW = 3;
  private static final int FAR_MORE = 10;

  /** How many times as frequent another word is, where articles have the misspelling too. */
  private static final int MOST_FAR_MORE = 100;

  private static final int SHORTEST = 4;
  private static final int LONG = 6;
  private static final int LONGEST_RUN = 8;

  private final Lexicon index;
  private final int farMore;
  private final SimilarWords similar;

  /**
   * Makes one.
   *
   * @param found the number of articles that the query matches
   */
  Suggester(Lexicon index, long found) {
    this.index = index;
    this.farMore = found < FEW ? FAR_MORE : MOST_FAR_MORE;
    this.similar = new SimilarWords(index);
  }

  /** Whether so few articles match, or have a word, that something else may be meant. */
  static boolean isWanted(long found, List<SearchResults.QueryWord> words) {
    int few = words.size() <= SHORT_QUERY ? FEW : 0;
    boolean rare = false;
    for (SearchResults.QueryWord word : words) {
      boolean han = Character.isIdeographic(word.text().codePointAt(0));
      rare |= word.articles() <= (han ? 0 : few);
    }
    return words.size() <= MOST_WORDS && (rare || found < FEW);
  }

  /**
   * Returns another query that finds more.
   *
   * @param query what was typed
   * @param words its words as they were understood
   * @param renamed the parts of it that have other names, and so are no misspellings
   * @return the query with words replaced, or null if there is nothing to replace
   */
  @Nullable String suggest(String query, List<SearchResults.QueryWord> words, Set<String> renamed)
      throws IOException {
    Map<String, Integer> articles = new HashMap<>();
    words.forEach(word -> articles.put(word.text(), word.articles()));
    List<QueryUnit> units =
        new QueryAnalyzer(index.known())
            .analyze(query).units().stream()
                .filter(unit -> articles.containsKey(unit.text()))
                .toList();
    StringBuilder suggestion = new StringBuilder();
    int copied = 0;
    for (int i = 0; i < units.size(); ) {
      int end = runEnd(units, i);
      String meant =
          isKnown(query, units.subList(i, end), renamed)
              ? null
              : meantByRun(query, units.subList(i, end), articles);
      if (meant == null) {
        end = i + 1;
        meant =
            isKnown(query, units.subList(i, end), renamed)
                ? null
                : meant(units.get(i), articles.getOrDefault(units.get(i).text(), 0));
      }
      if (meant != null) {
        suggestion.append(query, copied, units.get(i).start()).append(meant);
        copied = units.get(end - 1).end();
      }
      i = end;
    }
    if (copied == 0) {
      return null;
    }
    String suggested = suggestion.append(query, copied, query.length()).toString();
    return standTogether(suggested) ? suggested : null;
  }

  /**
   * Whether any article has all words of a query that are not Chinese. Chinese words may be in
   * articles that have those in translation.
   */
  private boolean standTogether(String query) throws IOException {
    List<String> words = new ArrayList<>();
    for (QueryTerm word : new QueryAnalyzer(index.known()).analyze(query).words()) {
      boolean counts =
          word.strength() == Strength.FULL
              && words.size() < MOST_WORDS
              && !Character.isIdeographic(word.text().codePointAt(0));
      if (counts && index.articlesWith(word.text()) > 0) {
        words.add(word.text());
      }
    }
    return words.size() < 2 || index.count(new Lexicon.Together("", words)) > 0;
  }

  /** Whether each word has other names, or is part of a name that has. */
  private static boolean isKnown(String query, List<QueryUnit> words, Set<String> renamed) {
    for (QueryUnit word : words) {
      String typed = query.substring(word.start(), word.end());
      if (renamed.stream().noneMatch(name -> name.contains(typed))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the end of a run of words in one script; words in pinyin may be a space apart. */
  private static int runEnd(List<QueryUnit> units, int from) {
    boolean han = units.get(from).isHan();
    int apart = han ? 0 : 1;
    int end = from + 1;
    while (end < units.size()
        && units.get(end).isHan() == han
        && units.get(end).start() - units.get(end - 1).end() <= apart) {
      end++;
    }
    return end;
  }

  /** Returns the word that several words were typed for: 许可 and 正 for 许可证, kai yuan for 开源. */
  private @Nullable String meantByRun(
      String query, List<QueryUnit> run, Map<String, Integer> articles) throws IOException {
    if (run.size() == 1) {
      return null;
    }
    boolean missing = false;
    StringBuilder joined = new StringBuilder();
    for (QueryUnit unit : run) {
      joined.append(unit.text());
      missing |= articles.getOrDefault(unit.text(), 0) == 0;
    }
    if (joined.codePointCount(0, joined.length()) > LONGEST_RUN && run.getFirst().isHan()) {
      return null;
    }
    SimilarWords.Word word = null;
    if (!run.getFirst().isHan()) {
      String typed = query.substring(run.getFirst().start(), run.getLast().end());
      word = missing && isLetters(joined) ? similar.spelled(typed) : null;
    } else if (!isInIndex(joined.toString())) {
      word = similar.of(joined.toString());
    }
    return word == null ? null : word.text();
  }

  private @Nullable String meant(QueryUnit unit, int articles) throws IOException {
    if (unit.isHan()) {
      boolean known = articles > 0 || unit.text().length() < 2 || isInIndex(unit.text());
      SimilarWords.Word word = known ? null : similar.of(unit.text());
      return word == null ? null : word.text();
    }
    if (!isLetters(unit.text())) {
      return null;
    }
    if (unit.text().length() < SHORTEST) {
      return articles > 0 ? null : similar.abbreviated(unit.text());
    }
    String near = near(unit.text(), 1, articles);
    if (near != null) {
      return near;
    }
    SimilarWords.Word spelled = similar.spelled(unit.text());
    if (spelled != null && spelled.articles() > farMore * articles) {
      return spelled.text();
    }
    String initials = articles > 0 ? null : similar.abbreviated(unit.text());
    if (initials != null) {
      return initials;
    }
    boolean another = unit.text().length() < LONG || articles > 0 && farMore > FAR_MORE;
    return another ? null : near(unit.text(), 2, articles);
  }

  private @Nullable String near(String word, int edits, int articles) throws IOException {
    for (WordFrequency near : new Expansion(index).near(word, edits)) {
      boolean other = !near.text().equals(word) && isLetters(near.text());
      if (other && near.articles() > farMore * articles) {
        return near.text();
      }
    }
    return null;
  }

  private static boolean isLetters(CharSequence word) {
    return word.chars().allMatch(c -> Character.isLetter(c) && !Character.isIdeographic(c));
  }

  /** Whether any article has some Han characters side by side, as a word or not. */
  private boolean isInIndex(String han) throws IOException {
    return index.count(Lexicon.Together.sideBySide(han)) > 0;
  }
}
