package dev.kaiyuan.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reduces the entries of CC-CEDICT to short English equivalents. */
final class CedictWords {
  private static final int MOST_EQUIVALENTS = 6;

  /** A sense that begins like this explains the word, and is no equivalent of it. */
  private static final Pattern NOTE =
      Pattern.compile(
          "^(?:CL:|also (?:pr|written|called|known|used)|Taiwan pr|old pr|pr\\.|erhua"
              + "|used (?:in|as|to|for|before|after|with)|indicates?|indicating|particle|suffix"
              + "|prefix|classifier|interjection|onom|one of the|the \\d|name of|equivalent of"
              + "|transliteration|phonetic|component|radical|Kangxi|see also|cf|same as"
              + "|misspelling|euphemism|short for|bound form|contraction|modal|auxiliary|numeral"
              + "|loanword|lit\\.)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern REFERENCE =
      Pattern.compile(
          "^(?:\\([^)]*\\) ?)?(?:see|(?:\\w+ )*variant of|abbr\\. (?:for|of)|also written"
              + "|unofficial variant of|Japanese variant of)"
              + " ([^\\s|\\[\\]]+)(?:\\|([^\\s\\[\\]]+))?\\[");
  private static final Pattern UNUSUAL =
      Pattern.compile(
          "\\((?:old|dialect|literary|archaic|slang|vulgar|derog\\.|Buddhism|TCM|Tw|HK"
              + "|Internet slang|coll\\.|fig\\.|onom\\.|loanword|bird species of China"
              + "|constellation|poetic|classical|obsolete)[^)]*\\)");

  /**
   * Two counties of one pinyin are no translation of it, and their characters often meet by chance:
   * 开远 in 打开远程.
   */
  private static final Pattern SMALL_PLACE =
      Pattern.compile("\\b(?:county-level city|county|district|township|banner|town) (?:in|of)\\b");

  private static final Pattern SURNAME = Pattern.compile("^(?:Japanese )?surname ([A-Z]\\w+)");
  private static final Pattern REMARKS = Pattern.compile("^(?:\\([^)]*\\) ?)+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern SEVERAL = Pattern.compile("\\s|，", Pattern.UNICODE_CHARACTER_CLASS);

  private record Entry(boolean name, List<String> senses) {}

  private final Map<String, List<Entry>> words = new TreeMap<>();

  void add(String word, String pinyin, List<String> senses) {
    boolean name = !pinyin.isEmpty() && pinyin.charAt(0) >= 'A' && pinyin.charAt(0) <= 'Z';
    words.computeIfAbsent(word, key -> new ArrayList<>()).add(new Entry(name, senses));
  }

  /** Returns a line for each Chinese word that has equivalents, sorted. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String word : words.keySet()) {
      if (HAN.matcher(word).find() && !SEVERAL.matcher(word).find()) {
        List<String> equivalents = equivalents(word, Set.of(word));
        if (!equivalents.isEmpty()) {
          lines.add(word + "\t" + String.join("; ", equivalents));
        }
      }
    }
    return lines;
  }

  /**
   * Returns the equivalents of a word, the usual ones first.
   *
   * @param seen the words that led here, to which no reference is followed
   */
  private List<String> equivalents(String word, Set<String> seen) {
    List<String> usual = new ArrayList<>();
    List<String> referred = new ArrayList<>();
    List<String> unusual = new ArrayList<>();
    for (boolean names : new boolean[] {false, true}) {
      for (Entry entry : words.getOrDefault(word, List.of())) {
        for (String sense : entry.name() == names ? entry.senses() : List.<String>of()) {
          Matcher surname = SURNAME.matcher(sense);
          String reference = reference(sense);
          if (names && SMALL_PLACE.matcher(sense).find()) {
            continue;
          }
          if (surname.find()) {
            unusual.add(surname.group(1));
          } else if (reference != null) {
            if (words.containsKey(reference) && !seen.contains(reference)) {
              Set<String> more = new HashSet<>(seen);
              more.add(reference);
              referred.addAll(equivalents(reference, more));
            }
          } else if (!NOTE.matcher(REMARKS.matcher(sense).replaceFirst("")).find()) {
            (UNUSUAL.matcher(sense).find() ? unusual : usual)
                .addAll(CedictSense.equivalents(sense, names));
          }
        }
      }
    }
    usual.addAll(referred);
    usual.addAll(unusual);
    Map<String, String> distinct = new LinkedHashMap<>();
    usual.forEach(text -> distinct.putIfAbsent(text.toLowerCase(Locale.ROOT), text));
    return distinct.values().stream().limit(MOST_EQUIVALENTS).toList();
  }

  /** Returns the word that a sense refers to, in its simplified form, or null. */
  private static @Nullable String reference(String sense) {
    Matcher reference = REFERENCE.matcher(sense);
    if (!reference.find()) {
      return null;
    }
    return reference.group(2) != null ? reference.group(2) : reference.group(1);
  }
}
