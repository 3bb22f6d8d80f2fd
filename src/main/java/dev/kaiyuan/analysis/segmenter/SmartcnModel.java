package dev.kaiyuan.analysis.segmenter;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The two dictionaries inside lucene-analysis-smartcn: its words with their counts, and how often
 * one follows another. Run by the build; not in the jar.
 */
final class SmartcnModel {
  /** SmartCN's total count of its corpus. */
  static final int MAX_FREQUENCY = UserDictionary.MAX_WEIGHT;

  private static final String DATA = "org/apache/lucene/analysis/cn/smart/hhmm/";
  private static final long FNV_START = 0xCBF29CE484222325L;
  static final long FNV_PRIME = 1099511628211L;

  /** The words with an id that the code knows by number; the names are SmartCN's. */
  static final List<String> CLASSES = List.of("", "始##始", "末##末", "未##串", "未##数", "，，");

  final Map<String, Integer> wordCounts = new TreeMap<>();

  void readWords() throws IOException, ClassNotFoundException {
    try (var input = new ObjectInputStream(resource("coredict.mem"))) {
      short[] table = (short[]) input.readObject();
      char[] first = (char[]) input.readObject();
      char[][][] rests = (char[][][]) input.readObject();
      int[][] restCounts = (int[][]) input.readObject();
      for (int i = 0; i < first.length; i++) {
        if (first[i] == 0) {
          continue;
        }
        char[][] items = rests[table[i]];
        for (int j = 0; j < items.length; j++) {
          String word = first[i] + (items[j] == null ? "" : new String(items[j]));
          if (wordCounts.put(word, restCounts[table[i]][j]) != null) {
            throw new IllegalStateException("twice in the dictionary: " + word);
          }
        }
      }
    }
  }

  int count(String word) {
    if (word.length() == 1 && !isHan(word)) {
      return MAX_FREQUENCY;
    }
    return wordCounts.getOrDefault(word, 0);
  }

  /** SmartCN's cost of a word after another; the order of the operations is part of the result. */
  static double cost(double leftCount, int pairCount) {
    double tiny = 1.0 / MAX_FREQUENCY;
    return -Math.log(
        WordDictionary.SMOOTH * (1.0 + leftCount) / (MAX_FREQUENCY + 0.0)
            + (1.0 - WordDictionary.SMOOTH)
                * ((1.0 - tiny) * pairCount / (1.0 + leftCount) + tiny));
  }

  static boolean isHan(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isHan(word.charAt(i))) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  static boolean isHan(int c) {
    return c >= 0x4E00 && c <= 0x9FA5;
  }

  static boolean isMark(int c) {
    return !isLetter(c)
        && !isDigit(c)
        && (c >= 0x21 && c <= 0xBB
            || c >= 0x2010 && c <= 0x2642
            || c >= 0x3001 && c <= 0x301E
            || c >= 0xFE30 && c <= 0xFF63);
  }

  static boolean isLetter(int c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= 0xFF21 && c <= 0xFF3A
        || c >= 0xFF41 && c <= 0xFF5A;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9' || c >= 0xFF10 && c <= 0xFF19;
  }

  record Pair(String left, String right, int count) {}

  /**
   * Reads the counts of pairs. SmartCN keeps of each pair only the 64-bit FNV-1a hash of
   * "left@right", so the words themselves come from a list that {@link SmartcnPairFinder} made.
   *
   * @param list lines of a left word, a tab, and the right words, apart by spaces
   */
  List<Pair> readPairs(Path list) throws IOException, ClassNotFoundException {
    Map<Long, Integer> counts = readPairCounts();
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(list)) {
      String left = line.substring(0, line.indexOf('\t'));
      long hash = hash(left + "@");
      for (String right : line.substring(left.length() + 1).split(" ")) {
        Integer count = counts.get(hash(hash, right));
        if (count == null) {
          throw new IllegalStateException(list + ": no pair of SmartCN: " + left + " " + right);
        }
        pairs.add(new Pair(left, right, count));
      }
    }
    if (pairs.size() < counts.size() * 0.95) {
      throw new IllegalStateException(
          list + ": has only " + pairs.size() + " of " + counts.size() + " pairs");
    }
    return pairs;
  }

  /** The count of each pair, by its hash. */
  static Map<Long, Integer> readPairCounts() throws IOException, ClassNotFoundException {
    try (var input = new ObjectInputStream(resource("bigramdict.mem"))) {
      long[] hashes = (long[]) input.readObject();
      int[] counts = (int[]) input.readObject();
      Map<Long, Integer> byHash = HashMap.newHashMap(hashes.length);
      for (int i = 0; i < hashes.length; i++) {
        if (hashes[i] != 0) {
          byHash.put(hashes[i], counts[i]);
        }
      }
      return byHash;
    }
  }

  static long hash(String text) {
    return hash(FNV_START, text);
  }

  /** Goes on with a hash. */
  static long hash(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      hash = (hash ^ (c & 0xFF)) * FNV_PRIME;
      hash = (hash ^ (c >> 8)) * FNV_PRIME;
    }
    return hash;
  }

  private static InputStream resource(String name) {
    return new BufferedInputStream(
        Objects.requireNonNull(
            ClassLoader.getSystemResourceAsStream(DATA + name),
            "no lucene-analysis-smartcn: " + name));
  }
}
