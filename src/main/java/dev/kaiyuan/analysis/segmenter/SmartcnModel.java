package dev.kaiyuan.analysis.segmenter;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The two dictionaries inside lucene-analysis-smartcn: its words with their counts, and how often
 * one follows another. Run by the build; not in the jar.
 */
final class SmartcnModel {
  /** SmartCN's total count of its corpus. */
  static final int MAX_FREQUENCY = UserDictionary.MAX_WEIGHT;

  private static final String DATA = "org/apache/lucene/analysis/cn/smart/hhmm/";
  private static final long FNV_START = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 1099511628211L;

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
   * SmartCN keeps of each pair only the 64-bit FNV-1a hash of "left@right". To find the two words
   * again, every pair of words is hashed; fast, because a step of the hash, {@code (h ^ byte) *
   * prime}, mixes in the byte through the low eight bits of {@code h} alone. For all left words
   * whose hash ends in the same eight bits, the hash of a pair is hence {@code hash(left) *
   * prime^length + c} with one {@code c} for each right word.
   */
  List<Pair> readPairs() throws IOException, ClassNotFoundException {
    long[] hashes;
    int[] pairCounts;
    try (var input = new ObjectInputStream(resource("bigramdict.mem"))) {
      hashes = (long[]) input.readObject();
      pairCounts = (int[]) input.readObject();
    }
    var table = new HashTable(hashes, pairCounts);
    List<String> candidates = new ArrayList<>();
    for (int c = 0x21; c <= 0xFF63; c++) {
      if (isMark(c)) {
        candidates.add(String.valueOf((char) c));
      }
    }
    for (int id = 1; id < WordDictionary.MARK; id++) {
      candidates.add(CLASSES.get(id));
    }
    for (Map.Entry<String, Integer> word : wordCounts.entrySet()) {
      // No pair is more frequent than its words.
      if (isHan(word.getKey()) && word.getValue() >= table.leastCount) {
        candidates.add(word.getKey());
      }
    }
    String[] words = candidates.toArray(String[]::new);
    long[] lefts = Arrays.stream(words).mapToLong(w -> hash(w + "@")).toArray();
    List<Pair> pairs =
        IntStream.range(0, 256)
            .parallel()
            .mapToObj(low -> table.find(low, lefts, words))
            .flatMap(List::stream)
            .toList();
    if (pairs.size() < table.size * 0.95) {
      throw new IllegalStateException(
          "only " + pairs.size() + " of " + table.size + " pairs found");
    }
    return pairs;
  }

  static long hash(String text) {
    return hash(FNV_START, text);
  }

  private static long hash(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      hash = (hash ^ (c & 0xFF)) * FNV_PRIME;
      hash = (hash ^ (c >> 8)) * FNV_PRIME;
    }
    return hash;
  }

  /** SmartCN's pairs: hash to count, with one bitmap for each value of a hash's low eight bits. */
  private static final class HashTable {
    private static final int BITS = 17;
    final long[] keys = new long[1 << 19];
    final int[] values = new int[1 << 19];
    final long[][] bitmaps = new long[256][1 << (BITS - 6)];
    int size;
    int leastCount = Integer.MAX_VALUE;

    HashTable(long[] hashes, int[] pairCounts) {
      for (int i = 0; i < hashes.length; i++) {
        if (hashes[i] != 0) {
          int slot = slot(hashes[i]);
          keys[slot] = hashes[i];
          values[slot] = pairCounts[i];
          int bit = (int) (hashes[i] >>> (64 - BITS));
          bitmaps[(int) hashes[i] & 0xFF][bit >>> 6] |= 1L << bit;
          leastCount = Math.min(leastCount, pairCounts[i]);
          size++;
        }
      }
    }

    private int slot(long hash) {
      int slot = (int) (hash >>> 30) & (keys.length - 1);
      while (keys[slot] != 0 && keys[slot] != hash) {
        slot = (slot + 1) & (keys.length - 1);
      }
      return slot;
    }

    /** The pairs whose left word's hash ends in eight given bits. */
    List<Pair> find(int low, long[] hashes, String[] words) {
      int[] group =
          IntStream.range(0, hashes.length).filter(i -> (hashes[i] & 0xFF) == low).toArray();
      long[][] leftsByLength = new long[32][];
      long[] rights = new long[words.length];
      int[] starts = new int[257];
      for (int i = 0; i < words.length; i++) {
        rights[i] = hash(low, words[i]);
        starts[((int) rights[i] & 0xFF) + 1]++;
      }
      Arrays.parallelPrefix(starts, Integer::sum);
      int[] byEnd = new int[words.length];
      int[] next = starts.clone();
      for (int i = 0; i < words.length; i++) {
        byEnd[next[(int) rights[i] & 0xFF]++] = i;
      }
      List<Pair> found = new ArrayList<>();
      for (int end = 0; end < 256; end++) {
        for (int i = starts[end]; i < starts[end + 1]; i++) {
          String right = words[byEnd[i]];
          long power = power(2 * right.length());
          long[] lefts = leftsByLength[right.length()];
          if (lefts == null) {
            lefts = Arrays.stream(group).mapToLong(left -> hashes[left] * power).toArray();
            leftsByLength[right.length()] = lefts;
          }
          long constant = rights[byEnd[i]] - low * power;
          for (int left = 0;
              (left = nextCandidate(lefts, left, constant, bitmaps[end])) < lefts.length;
              left++) {
            int slot = slot(lefts[left] + constant);
            if (keys[slot] != 0) {
              found.add(new Pair(words[group[left]], right, values[slot]));
            }
          }
        }
      }
      return found;
    }

    private static int nextCandidate(long[] lefts, int from, long constant, long[] bitmap) {
      for (int i = from; i < lefts.length; i++) {
        int bit = (int) ((lefts[i] + constant) >>> (64 - BITS));
        if ((bitmap[bit >>> 6] >>> bit & 1) != 0) {
          return i;
        }
      }
      return lefts.length;
    }

    private static long power(int exponent) {
      long power = 1;
      for (int i = 0; i < exponent; i++) {
        power *= FNV_PRIME;
      }
      return power;
    }
  }

  private static InputStream resource(String name) {
    return new BufferedInputStream(
        Objects.requireNonNull(
            ClassLoader.getSystemResourceAsStream(DATA + name),
            "no lucene-analysis-smartcn: " + name));
  }
}
