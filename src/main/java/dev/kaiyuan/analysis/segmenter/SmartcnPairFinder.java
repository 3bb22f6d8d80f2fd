package dev.kaiyuan.analysis.segmenter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds the words of SmartCN's pairs, of which it keeps hashes only, and writes them to the file
 * that {@link SmartcnModel#readPairs} reads. Every pair of words is hashed, which takes 17 seconds
 * of a processor: too long for each first build. Run by hand when SmartCN's dictionary changes, and
 * not in the jar:
 *
 * <pre>
 * mvn -q process-classes exec:exec@reduce -Dreducer=analysis.segmenter.SmartcnPairFinder \
 *   -Dto=src/main/data/smartcn-pairs.tsv
 * </pre>
 *
 * <p>It is fast because a step of the hash, {@code (h ^ byte) * prime}, mixes in the byte through
 * the low eight bits of {@code h} alone. For all left words whose hash ends in the same eight bits,
 * the hash of a pair is hence {@code hash(left) * prime^length + c} with one {@code c} for each
 * right word.
 */
final class SmartcnPairFinder {
  private static final int BITS = 17;

  private final Map<Long, Integer> counts;

  /** For each value of a hash's low eight bits, which high bits there are. */
  private final long[][] bitmaps = new long[256][1 << (BITS - 6)];

  private final String[] words;
  private final long[] hashes;

  private SmartcnPairFinder(SmartcnModel model) throws IOException, ClassNotFoundException {
    counts = SmartcnModel.readPairCounts();
    for (long hash : counts.keySet()) {
      int bit = (int) (hash >>> (64 - BITS));
      bitmaps[(int) hash & 0xFF][bit >>> 6] |= 1L << bit;
    }
    words = candidates(model, counts.values()).toArray(String[]::new);
    hashes = Arrays.stream(words).mapToLong(w -> SmartcnModel.hash(w + "@")).toArray();
  }

  /** Takes the file to write. */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    SmartcnModel model = new SmartcnModel();
    model.readWords();
    Files.write(Path.of(args[args.length - 1]), new SmartcnPairFinder(model).lines());
  }

  private static List<String> candidates(SmartcnModel model, Collection<Integer> pairCounts) {
    List<String> candidates = new ArrayList<>();
    for (int c = 0x21; c <= 0xFF63; c++) {
      if (SmartcnModel.isMark(c)) {
        candidates.add(String.valueOf((char) c));
      }
    }
    for (int id = 1; id < WordDictionary.MARK; id++) {
      candidates.add(SmartcnModel.CLASSES.get(id));
    }
    int leastCount = pairCounts.stream().mapToInt(count -> count).min().orElseThrow();
    model.wordCounts.forEach(
        (word, count) -> {
          // No pair is more frequent than its words.
          if (SmartcnModel.isHan(word) && count >= leastCount) {
            candidates.add(word);
          }
        });
    return candidates;
  }

  private List<String> lines() {
    return IntStream.range(0, 256)
        .parallel()
        .mapToObj(this::find)
        .flatMap(rights -> rights.entrySet().stream())
        .map(left -> left.getKey() + "\t" + String.join(" ", left.getValue()))
        .sorted()
        .toList();
  }

  /** The left words whose hash ends in eight given bits, each with its right words. */
  private Map<String, Set<String>> find(int low) {
    int[] group = IntStream.range(0, words.length).filter(i -> (hashes[i] & 0xFF) == low).toArray();
    long[][] leftsByLength = new long[32][];
    Map<String, Set<String>> found = new HashMap<>();
    for (String right : words) {
      long hash = SmartcnModel.hash(low, right);
      long power = power(2 * right.length());
      long[] lefts = leftsByLength[right.length()];
      if (lefts == null) {
        lefts = Arrays.stream(group).mapToLong(left -> hashes[left] * power).toArray();
        leftsByLength[right.length()] = lefts;
      }
      long constant = hash - low * power;
      long[] bitmap = bitmaps[(int) hash & 0xFF];
      for (int left = 0;
          (left = nextCandidate(lefts, left, constant, bitmap)) < lefts.length;
          left++) {
        if (counts.containsKey(lefts[left] + constant)) {
          found.computeIfAbsent(words[group[left]], word -> new TreeSet<>()).add(right);
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
      power *= SmartcnModel.FNV_PRIME;
    }
    return power;
  }
}
