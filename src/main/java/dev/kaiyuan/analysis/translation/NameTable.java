package dev.kaiyuan.analysis.translation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the things of a glossary, added in order of trust, into what is looked up by each of their
 * names.
 */
final class NameTable {
  private static final float LESS_FOR_EACH_NAME = 0.1f;
  private static final float LEAST = 0.4f;

  private final Translation.Source source;
  private final Map<String, List<Translation>> toEnglish = new HashMap<>();
  private final Map<String, List<Translation>> toChinese = new HashMap<>();
  private final Map<String, List<Translation>> otherNames = new HashMap<>();

  NameTable(Translation.Source source) {
    this.source = source;
  }

  void add(Glossary.Thing thing) {
    put(toEnglish, thing.chinese(), thing.english());
    put(toChinese, thing.english(), thing.chinese());
    put(otherNames, thing.chinese(), thing.chinese());
    if (thing.chinese().isEmpty()) {
      put(otherNames, thing.english(), thing.english());
    } else {
      abbreviate(thing.english());
    }
  }

  /**
   * English words that share a Chinese one (error, mistake) are not the same thing, but DB is a
   * database.
   */
  private void abbreviate(List<String> names) {
    for (String name : names) {
      if (isAbbreviation(name)) {
        put(otherNames, List.of(name), List.of(names.get(0)));
        put(otherNames, List.of(names.get(0)), List.of(name));
      }
    }
  }

  private static boolean isAbbreviation(String name) {
    int capitals = 0;
    for (int i = 0; i < name.length(); i++) {
      capitals += Character.isUpperCase(name.charAt(i)) ? 1 : 0;
    }
    return capitals > 1 && name.indexOf(' ') < 0;
  }

  private void put(Map<String, List<Translation>> table, List<String> names, List<String> answers) {
    for (int n = 0; n < names.size(); n++) {
      String key = NameKey.of(names.get(n));
      for (int a = 0; a < answers.size(); a++) {
        String answer = answers.get(a);
        String answerKey = NameKey.of(answer);
        List<Translation> known = table.computeIfAbsent(key, k -> new ArrayList<>());
        boolean repeats = answerKey.equals(key);
        if (!repeats && known.stream().noneMatch(k -> NameKey.of(k.text()).equals(answerKey))) {
          known.add(
              new Translation(answer, Math.max(LEAST, 1 - LESS_FOR_EACH_NAME * (n + a)), source));
        }
      }
    }
  }

  Map<String, List<Translation>> toEnglish() {
    return toEnglish;
  }

  Map<String, List<Translation>> toChinese() {
    return toChinese;
  }

  Map<String, List<Translation>> otherNames() {
    return otherNames;
  }
}
