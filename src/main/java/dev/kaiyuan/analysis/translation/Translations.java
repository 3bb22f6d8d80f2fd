package dev.kaiyuan.analysis.translation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a word is called in the other language, and what else it is called in its own.
 *
 * <pre>
 * Translations translations = Translations.builtIn();
 * translations.toEnglish("开源许可证")   → open source license, open source licence
 * translations.toChinese("operating systems") → 操作系统, 作业系统
 * translations.otherNames("軟體")        → 软件
 * </pre>
 *
 * <p>Words are found however they are written: Traditional or Simplified, in any form of an English
 * word, with a hyphen or a space. Something of several words is asked as a whole; a query is best
 * cut by trying the longest run of words first, {@link #MOST_WORDS} at most. The best answer comes
 * first. What an answer weighs says how sure the source is, not how often it is in an index.
 *
 * <p>Thread-safe. Nothing is read before the first question, and little for each.
 */
public final class Translations {
  /** The most English words that one look-up can match. */
  public static final int MOST_WORDS = 5;

  private static final Translations BUILT_IN = new Translations(true, Map.of(), Map.of(), Map.of());

  private final boolean builtIn;
  private final Map<String, List<Translation>> toEnglish;
  private final Map<String, List<Translation>> toChinese;
  private final Map<String, List<Translation>> otherNames;

  private Translations(
      boolean builtIn,
      Map<String, List<Translation>> toEnglish,
      Map<String, List<Translation>> toChinese,
      Map<String, List<Translation>> otherNames) {
    this.builtIn = builtIn;
    this.toEnglish = toEnglish;
    this.toChinese = toChinese;
    this.otherNames = otherNames;
  }

  /**
   * The glossary of this field, the words of the regions and the general dictionary that come with
   * the program.
   */
  public static Translations builtIn() {
    return BUILT_IN;
  }

  /**
   * Those that come with the program, behind a user's own.
   *
   * @param own the user's glossary, or null for none
   */
  public static Translations builtInWith(@Nullable Glossary own) {
    return own == null ? BUILT_IN : BUILT_IN.with(own);
  }

  /**
   * What one glossary says and nothing else.
   *
   * @param glossary of what it says twice, the first counts
   */
  public static Translations of(Glossary glossary) {
    return new Translations(false, Map.of(), Map.of(), Map.of()).with(glossary);
  }

  /**
   * These translations with a user's own, which come before all others.
   *
   * @param glossary the user's; of what it says twice, the first counts
   * @return a new object
   */
  public Translations with(Glossary glossary) {
    NameTable names = new NameTable(Translation.Source.USER);
    glossary.things().forEach(names::add);
    return new Translations(
        builtIn,
        merged(names.toEnglish(), toEnglish),
        merged(names.toChinese(), toChinese),
        merged(names.otherNames(), otherNames));
  }

  private static Map<String, List<Translation>> merged(
      Map<String, List<Translation>> first, Map<String, List<Translation>> then) {
    Map<String, List<Translation>> merged = new HashMap<>(first);
    then.forEach((word, translations) -> merged.merge(word, translations, Translations::joined));
    return merged;
  }

  /**
   * The English for a Chinese word.
   *
   * @param word a word in Chinese characters
   * @return its translations, the surest first; empty when it is not known
   */
  public List<Translation> toEnglish(String word) {
    String key = NameKey.ofChinese(word);
    return joined(
        toEnglish.getOrDefault(key, List.of()), builtIn ? ToEnglish.TABLE.find(key) : List.of());
  }

  /**
   * The Chinese, in Simplified characters, for an English word or for several that are one thing.
   *
   * @param words one to {@link #MOST_WORDS} words
   * @return its translations, the surest first; empty when it is not known
   */
  public List<Translation> toChinese(String words) {
    String key = NameKey.ofEnglish(words);
    return joined(
        toChinese.getOrDefault(key, List.of()), builtIn ? ToChinese.TABLE.find(key) : List.of());
  }

  /**
   * What else a thing is called in the same language: in another region, or by its abbreviation.
   *
   * @param words a Chinese word, or English words
   * @return its other names, the most usual first, without the one given
   */
  public List<Translation> otherNames(String words) {
    String key = NameKey.of(words);
    return joined(
        otherNames.getOrDefault(key, List.of()), builtIn ? OtherNames.TABLE.find(key) : List.of());
  }

  private static List<Translation> joined(List<Translation> first, List<Translation> then) {
    if (first.isEmpty() || then.isEmpty()) {
      return first.isEmpty() ? then : first;
    }
    List<Translation> joined = new ArrayList<>(first);
    for (Translation translation : then) {
      if (first.stream()
          .noneMatch(known -> NameKey.of(known.text()).equals(NameKey.of(translation.text())))) {
        joined.add(translation);
      }
    }
    return joined;
  }

  /** Reads what the build made. */
  public static void prepare() {
    ToEnglish.TABLE.find("");
    ToChinese.TABLE.find("");
    OtherNames.TABLE.find("");
  }

  /** What the build made. Each is read at the first question in its direction. */
  private static final class ToEnglish {
    static final TranslationTable TABLE = new TranslationTable("to-english.bin");
  }

  private static final class ToChinese {
    static final TranslationTable TABLE = new TranslationTable("to-chinese.bin");
  }

  private static final class OtherNames {
    static final TranslationTable TABLE = new TranslationTable("other-names.bin");
  }
}
