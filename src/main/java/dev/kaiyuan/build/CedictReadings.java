package dev.kaiyuan.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Counts how the characters of a dictionary's words are read. */
final class CedictReadings {
  private static final Pattern SYLLABLE = Pattern.compile("[a-z]*[aeiouv][a-z]*");

  /** The number of words for each character and syllable. */
  private final Map<Integer, Map<String, Integer>> counts = new LinkedHashMap<>();

  /** Counts the syllables of a word, if it has one for each character. */
  void add(String word, String pinyin) {
    int[] characters = word.codePoints().toArray();
    String[] syllables = pinyin.split(" ", -1);
    for (int i = 0; characters.length == syllables.length && i < characters.length; i++) {
      String syllable =
          syllables[i].toLowerCase(Locale.ROOT).replaceAll("[0-9]", "").replace("u:", "v");
      if (SYLLABLE.matcher(syllable).matches()
          && Character.UnicodeScript.of(characters[i]) == Character.UnicodeScript.HAN) {
        counts
            .computeIfAbsent(characters[i], key -> new LinkedHashMap<>())
            .merge(syllable, 1, Integer::sum);
      }
    }
  }

  private record Reading(int character, int count) {}

  /**
   * Returns a line for each syllable: the characters that are mostly read so, then behind {@code |}
   * those that are more often read otherwise. A reading counts if at least a tenth of a character's
   * words have it.
   */
  List<String> lines() {
    Map<String, List<Reading>> usual = new TreeMap<>();
    Map<String, List<Reading>> unusual = new TreeMap<>();
    counts.forEach(
        (character, syllables) -> {
          int total = syllables.values().stream().mapToInt(Integer::intValue).sum();
          int most = Collections.max(syllables.values());
          syllables.forEach(
              (syllable, count) -> {
                List<Reading> a = usual.computeIfAbsent(syllable, key -> new ArrayList<>());
                List<Reading> b = unusual.computeIfAbsent(syllable, key -> new ArrayList<>());
                if (count * 10 >= total) {
                  (count == most ? a : b).add(new Reading(character, count));
                }
              });
        });
    List<String> lines = new ArrayList<>();
    usual.forEach(
        (syllable, characters) -> {
          List<Reading> others = unusual.getOrDefault(syllable, List.of());
          if (!characters.isEmpty() || !others.isEmpty()) {
            lines.add(syllable + "\t" + byCount(characters) + "|" + byCount(others));
          }
        });
    return lines;
  }

  private static String byCount(List<Reading> readings) {
    StringBuilder characters = new StringBuilder();
    readings.stream()
        .sorted((a, b) -> Integer.compare(b.count(), a.count()))
        .forEach(reading -> characters.appendCodePoint(reading.character()));
    return characters.toString();
  }
}
