package dev.kaiyuan.search.query;

import dev.kaiyuan.document.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query as it would be typed in the other language, word by word: no sentence, but enough for a
 * model to tell what it is about.
 */
public final class TranslatedQuery {
  /** The best names of a thing are told to the model; the others are of rarer senses. */
  private static final int NAMES = 2;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");

  private TranslatedQuery() {}

  /**
   * Returns a query in another language.
   *
   * @param text what was typed
   * @param translations for its words their names in either language, the best first
   * @param language the language to translate to
   * @return the names in the order of the words; null if no word has one
   */
  public static @Nullable String of(
      String text, Map<String, List<String>> translations, Language language) {
    String folded = text.toLowerCase(Locale.ROOT);
    Map<Integer, Map.Entry<String, List<String>>> places = new TreeMap<>();
    translations.forEach(
        (word, names) -> {
          List<String> best = best(names, language);
          int place = folded.indexOf(word.toLowerCase(Locale.ROOT));
          if (place >= 0 && !best.isEmpty()) {
            places.put(place, Map.entry(word, best));
          }
        });
    if (places.isEmpty()) {
      return null;
    }
    List<String> words = new ArrayList<>();
    int at = 0;
    for (var place : places.entrySet()) {
      if (place.getKey() >= at) {
        addNames(text.substring(at, place.getKey()), language, words);
        words.addAll(place.getValue().getValue());
        at = place.getKey() + place.getValue().getKey().length();
      }
    }
    addNames(text.substring(at), language, words);
    return String.join(" ", words);
  }

  private static List<String> best(List<String> names, Language language) {
    return names.stream()
        .filter(name -> isHan(name) == (language == Language.CHINESE))
        .limit(NAMES)
        .toList();
  }

  private static boolean isHan(String name) {
    return name.codePoints().anyMatch(Character::isIdeographic);
  }

  /** Adds what may be a name, and is the same in both languages. */
  private static void addNames(String untranslated, Language language, List<String> words) {
    Matcher found = WORD.matcher(untranslated);
    while (found.find()) {
      String word = found.group();
      if (language == Language.ENGLISH || !word.equals(word.toLowerCase(Locale.ROOT))) {
        words.add(word);
      }
    }
  }
}
