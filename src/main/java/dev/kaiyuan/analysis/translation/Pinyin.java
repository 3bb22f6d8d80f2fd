package dev.kaiyuan.analysis.translation;

import dev.kaiyuan.analysis.folding.BuiltResource;
import dev.kaiyuan.analysis.folding.CharacterFolding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The sounds of Chinese characters without their tones, to find what somebody meant who typed a
 * homophone or pinyin.
 *
 * <pre>
 * Pinyin.readings('源')        → yuan
 * Pinyin.characters("yuan")   → 元员原源园院…
 * Pinyin.syllables("kaiyuan") → [kai, yuan]
 * </pre>
 *
 * <p>The readings are those that CC-CEDICT's words have, so a rare one is missing. Characters are
 * folded as in the index. Thread-safe; the table of 40 kB is read at the first use.
 */
public final class Pinyin {
  private static final int LONGEST_SYLLABLE = 6;

  /** No word has more letters; what is longer would only be cut for long. */
  private static final int LONGEST_TYPED = 64;

  private static final int MOST_WAYS = 8;

  /**
   * A line for each syllable: it, a tab, the characters usually read so, a bar, and those that
   * sometimes are.
   */
  private static final String TABLE =
      new String(BuiltResource.read("pinyin.txt"), StandardCharsets.UTF_8);

  private Pinyin() {}

  /**
   * How a character is read.
   *
   * @param character a code point, folded or not
   * @return its readings in the letters a to z (ü is v), the most usual first; empty when it has
   *     none
   */
  public static List<String> readings(int character) {
    List<String> readings = new ArrayList<>();
    int usual = 0;
    int folded = CharacterFolding.fold(character);
    if (!Character.isIdeographic(folded)) {
      return readings;
    }
    for (int at = TABLE.indexOf(folded); at >= 0; at = TABLE.indexOf(folded, at + 1)) {
      int line = TABLE.lastIndexOf('\n', at) + 1;
      String syllable = TABLE.substring(line, TABLE.indexOf('\t', line));
      boolean isUsual = TABLE.lastIndexOf('|', at) < line;
      readings.add(isUsual ? usual++ : readings.size(), syllable);
    }
    return readings;
  }

  /**
   * The characters with a reading.
   *
   * @param syllable in the letters a to z, without a tone, ü as v
   * @return the characters as they are in the index, the most used first; empty when it is no
   *     syllable
   */
  public static String characters(String syllable) {
    int line = TABLE.indexOf('\n' + syllable + '\t');
    if (line < 0 || syllable.isEmpty()) {
      return "";
    }
    int from = line + syllable.length() + 2;
    return TABLE.substring(from, TABLE.indexOf('\n', from)).replace("|", "");
  }

  /**
   * The letters with which the usual readings of characters begin: {@code initials('源')} is a set
   * of {@code y} alone, as bit 24.
   *
   * @param character a code point as it is in the index
   * @return a bit for each letter, {@code a} the lowest; 0 for a character without a reading
   */
  public static int initials(char character) {
    return Initials.OF[character];
  }

  /** Made only for those who ask. */
  private static final class Initials {
    static final int[] OF = new int[Character.MAX_VALUE + 1];

    static {
      for (String line : TABLE.split("\n", -1)) {
        int tab = line.indexOf('\t');
        int bar = line.indexOf('|');
        int end = bar < 0 ? line.length() : bar;
        for (int p = tab + 1; tab > 0 && p < end; p++) {
          OF[line.charAt(p)] |= 1 << line.charAt(0) - 'a';
        }
      }
    }
  }

  /**
   * Cuts typed pinyin into syllables: kaiyuan is kai yuan, xian is xian or xi an, and xi'an only
   * the latter.
   *
   * @param typed letters, with or without spaces and apostrophes between syllables; ü may be typed
   *     as v
   * @return every way to cut all of it, the fewest syllables first, eight at most; empty when it is
   *     not pinyin
   */
  public static List<List<String>> syllables(String typed) {
    String letters =
        typed.toLowerCase(Locale.ROOT).replace('ü', 'v').replace('’', '\'').replace(' ', '\'');
    List<List<String>> ways = new ArrayList<>();
    if (letters.length() > LONGEST_TYPED) {
      return ways;
    }
    cut(letters, 0, cuttable(letters), new ArrayList<>(), ways);
    ways.sort((one, other) -> Integer.compare(one.size(), other.size()));
    return ways;
  }

  /** From which places on the letters can be cut to the end; without it, wrong ways are many. */
  private static boolean[] cuttable(String letters) {
    boolean[] cuttable = new boolean[letters.length() + 1];
    cuttable[letters.length()] = true;
    for (int from = letters.length() - 1; from >= 0; from--) {
      cuttable[from] = isApart(letters, from) && cuttable[from + 1];
      int longest = Math.min(letters.length(), from + LONGEST_SYLLABLE);
      for (int to = from + 1; to <= longest && !cuttable[from]; to++) {
        cuttable[from] = cuttable[to] && isSyllable(letters, from, to);
      }
    }
    return cuttable;
  }

  private static boolean isApart(String letters, int p) {
    return letters.charAt(p) == '\'';
  }

  private static boolean isSyllable(String letters, int from, int to) {
    return !characters(letters.substring(from, to)).isEmpty();
  }

  private static void cut(
      String letters, int from, boolean[] cuttable, List<String> before, List<List<String>> ways) {
    if (from == letters.length()) {
      if (!before.isEmpty()) {
        ways.add(List.copyOf(before));
      }
      return;
    }
    if (isApart(letters, from)) {
      cut(letters, from + 1, cuttable, before, ways);
      return;
    }
    for (int to = Math.min(letters.length(), from + LONGEST_SYLLABLE);
        to > from && ways.size() < MOST_WAYS;
        to--) {
      if (cuttable[to] && isSyllable(letters, from, to)) {
        before.add(letters.substring(from, to));
        cut(letters, to, cuttable, before, ways);
        before.removeLast();
      }
    }
  }
}
