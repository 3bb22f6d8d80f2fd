package dev.kaiyuan.analysis.segmenter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lays out the pairs of a {@link WordDictionary}: those of each left word in buckets of four, each
 * in one of two buckets. Run by the build; not in the jar.
 */
final class PairGroupsWriter {
  private static final int BUCKET = 4;
  private static final char EMPTY = 0xFFFF;
  private final Map<String, Integer> ids;
  private final Map<Double, int[]> uses = new HashMap<>();
  private final StringBuilder keys = new StringBuilder();
  private final List<Double> costs = new ArrayList<>();
  private double[] distinct = {};

  PairGroupsWriter(Map<String, Integer> ids) {
    this.ids = ids;
    append(new char[] {EMPTY, EMPTY, EMPTY, EMPTY}, Map.of());
  }

  /** Adds a group and packs its lower bound (20 bits), number of buckets (14) and start (19). */
  long add(int leftCount, List<SmartcnModel.Pair> pairs) {
    Map<Character, Double> costsByKey = new TreeMap<>();
    double bound = SmartcnModel.cost(leftCount, 0);
    for (SmartcnModel.Pair pair : pairs) {
      double cost = SmartcnModel.cost(leftCount, pair.count());
      costsByKey.put(key(ids.get(pair.right())), cost);
      uses.computeIfAbsent(cost, c -> new int[1])[0]++;
      bound = Math.min(bound, cost);
    }
    if (costsByKey.size() != pairs.size()) {
      throw new IllegalStateException("two words have one key");
    }
    // The first bucket is empty, for all words that none was seen after.
    int start = pairs.isEmpty() ? 0 : keys.length() / BUCKET;
    int buckets = 0;
    if (!pairs.isEmpty()) {
      char[] placed = place(costsByKey.keySet());
      buckets = placed.length / BUCKET;
      append(placed, costsByKey);
    }
    if (buckets >= 1 << 14 || start >= 1 << 19) {
      throw new IllegalStateException("the pairs do not fit the bits they have");
    }
    return ((long) (bound * (1 << 16)) << 14 | buckets) << 19 | start;
  }

  private void append(char[] slots, Map<Character, Double> costsByKey) {
    for (char key : slots) {
      keys.append(key);
      costs.add(costsByKey.getOrDefault(key, 0.0));
    }
  }

  /** Places keys into as few buckets as they fit, nine slots in ten taken at the most. */
  private static char[] place(Set<Character> keys) {
    for (int buckets = (keys.size() * 10 + 35) / 36; ; buckets++) {
      char[] slots = new char[BUCKET * buckets];
      Arrays.fill(slots, EMPTY);
      var random = new Random(buckets);
      boolean fits = true;
      for (char key : keys) {
        fits = fits && insert(slots, key, random);
      }
      if (fits) {
        return slots;
      }
    }
  }

  /** Puts a key where there is room, or in place of another that then goes to its other bucket. */
  private static boolean insert(char[] slots, char key, Random random) {
    char homeless = key;
    int buckets = slots.length / BUCKET;
    for (int moves = 0; moves < 1000; moves++) {
      int one = homeless * buckets >>> 16;
      int other = WordDictionary.otherHash(homeless) * buckets >>> 16;
      for (int bucket : new int[] {one, other}) {
        for (int slot = bucket * BUCKET; slot < (bucket + 1) * BUCKET; slot++) {
          if (slots[slot] == EMPTY) {
            slots[slot] = homeless;
            return true;
          }
        }
      }
      int slot = (random.nextBoolean() ? one : other) * BUCKET + random.nextInt(BUCKET);
      char evicted = slots[slot];
      slots[slot] = homeless;
      homeless = evicted;
    }
    return false;
  }

  private static char key(int id) {
    int mixed = WordDictionary.mixed(id);
    if (mixed == EMPTY) {
      throw new IllegalStateException("word " + id + " has the key of an empty slot");
    }
    return (char) mixed;
  }

  /** The distinct costs, most used first. */
  double[] costs() {
    distinct =
        uses.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<Double, int[]>>comparingInt(use -> -use.getValue()[0])
                    .thenComparing(Map.Entry::getKey))
            .mapToDouble(Map.Entry::getKey)
            .toArray();
    if (distinct.length > 1 << 16) {
      throw new IllegalStateException(distinct.length + " costs do not fit in 16 bits");
    }
    return distinct;
  }

  /** For each bucket its keys, then the indexes of their costs. */
  long[] buckets() {
    Map<Double, Integer> index = new HashMap<>();
    for (double cost : distinct) {
      index.put(cost, index.size());
    }
    long[] buckets = new long[2 * keys.length() / BUCKET];
    for (int i = 0; i < keys.length(); i++) {
      int bucket = 2 * (i / BUCKET);
      int shift = 16 * (i % BUCKET);
      buckets[bucket] |= (long) keys.charAt(i) << shift;
      buckets[bucket + 1] |= (long) index.getOrDefault(costs.get(i), 0) << shift;
    }
    return buckets;
  }
}
