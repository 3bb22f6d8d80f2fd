import dev.kaiyuan.analysis.CharacterFolding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Compiles the two dictionaries inside lucene-analysis-smartcn, and a list of more words, to the one
 * file that {@code dev.kaiyuan.analysis.WordDictionary} reads without parsing; its comment says what
 * lies where.
 *
 * <p>Run by the build as {@code java MakeWordDictionary.java OUTPUT WORDS INPUT…} with SmartCN and
 * the compiled CharacterFolding on the class path. Does nothing when OUTPUT is newer than WORDS and
 * each INPUT, the files that this program is made of.
 */
final class MakeWordDictionary {
  private static final String DATA = "org/apache/lucene/analysis/cn/smart/hhmm/";

  // SmartCN's constants: the total count of its corpus, and the weight of the unigram in a pair.
  private static final int MAX_FREQUENCY = 2079997 + 80000;
  private static final double SMOOTH = 0.1;

  private static final int FORMAT = 0x4B570005;
  private static final int MARK = 5;
  private static final int ALIAS = 1 << 30;
  private static final int SUBJECT = 1 << 31;

  /** The words with an id that the code knows by number; the names are SmartCN's. */
  private static final String[] CLASSES = {"", "始##始", "末##末", "未##串", "未##数", "，，"};

  private final Map<String, Integer> wordCounts = new TreeMap<>();

  private final Set<String> subjectWords;

  private MakeWordDictionary(Set<String> subjectWords) {
    this.subjectWords = subjectWords;
  }

  public static void main(String[] args) throws IOException, ClassNotFoundException {
    Path output = Path.of(args[0]);
    if (isUpToDate(output, args)) {
      return;
    }
    Files.createDirectories(output.getParent());
    Files.write(output, new MakeWordDictionary(readSubjectWords(Path.of(args[1]))).compile());
  }

  private static boolean isUpToDate(Path output, String[] args) throws IOException {
    if (!Files.exists(output)) {
      return false;
    }
    for (int i = 1; i < args.length; i++) {
      if (Files.getLastModifiedTime(output).compareTo(Files.getLastModifiedTime(Path.of(args[i]))) < 0) {
        return false;
      }
    }
    return true;
  }

  private byte[] compile() throws IOException, ClassNotFoundException {
    readWords();
    Map<String, List<Pair>> pairsByLeft = new HashMap<>();
    Set<String> inPairs = new HashSet<>();
    for (Pair pair : readPairs()) {
      pairsByLeft.computeIfAbsent(pair.left, left -> new ArrayList<>()).add(pair);
      inPairs.add(pair.left);
      inPairs.add(pair.right);
    }

    // What is looked up most lies together. Words that are in no pair differ only in their count.
    List<String> classes = Arrays.asList(CLASSES);
    inPairs.removeAll(classes);
    List<String> paired = new ArrayList<>(classes);
    inPairs.stream()
        .sorted(Comparator.<String>comparingInt(w -> -count(w)).thenComparing(w -> w))
        .forEach(paired::add);
    Map<String, Integer> ids = new TreeMap<>();
    for (String word : paired) {
      ids.put(word, ids.size());
    }
    int[] counts = paired.stream().mapToInt(this::count).toArray();
    counts[MARK] = MAX_FREQUENCY;

    int[] distinctCounts = IntStream.concat(Arrays.stream(counts), wordCounts.values().stream().mapToInt(c -> c)).sorted().distinct().toArray();
    double[] unseen = Arrays.stream(distinctCounts).mapToDouble(c -> cost(c, 0)).toArray();
    var groups = new PairGroups(ids);
    long[] words = new long[paired.size() + distinctCounts.length];
    for (int id = 0; id < paired.size(); id++) {
      List<Pair> followers = pairsByLeft.getOrDefault(paired.get(id), List.of());
      words[id] =
          groups.add(counts[id], followers) << 11
              | Arrays.binarySearch(distinctCounts, counts[id]);
    }
    for (int i = 0; i < distinctCounts.length; i++) {
      words[paired.size() + i] = groups.add(distinctCounts[i], List.of()) << 11 | i;
    }
    for (Map.Entry<String, Integer> word : wordCounts.entrySet()) {
      int id = paired.size() + Arrays.binarySearch(distinctCounts, word.getValue());
      if (isHan(word.getKey())) {
        ids.putIfAbsent(word.getKey(), id);
      }
    }
    double[] seen = groups.costs();

    ids.keySet().removeAll(classes);
    long fingerprint = hash(FNV_START, String.join(" ", subjectWords));
    int[] extras = addExtras(ids, words.length);
    var characters = new CharacterTable(ids.keySet());
    var trie = new Trie(ids, characters);
    int[] numbers = {paired.size(), (int) (fingerprint >>> 32), (int) fingerprint};
    return write(
        List.of(words, groups.buckets()),
        List.of(unseen, seen),
        List.of(trie.slots, trie.ids, extras, numbers),
        List.of(characters.pages, characters.entries()));
  }

  /**
   * Adds what SmartCN does not have: the folded form of each word where that is no word itself, as
   * text is folded before it is looked up, and the words of this subject. Each gets an id of its
   * own from the given one on.
   *
   * @return for each the id of the word that it is to SmartCN's model, and whether it is one of the
   *     subject's
   */
  private int[] addExtras(Map<String, Integer> ids, int firstId) {
    Map<String, String> aliases = new TreeMap<>();
    for (String word : ids.keySet()) {
      String folded = CharacterFolding.fold(word);
      if (folded.length() == word.length() && !ids.containsKey(folded)) {
        aliases.merge(folded, word, (a, b) -> count(a) >= count(b) ? a : b);
      }
    }
    Map<String, Integer> extras = new TreeMap<>();
    aliases.forEach((alias, word) -> extras.put(alias, ids.get(word) | ALIAS));
    for (String word : subjectWords) {
      extras.put(word, extras.getOrDefault(word, ids.getOrDefault(word, 0)) | SUBJECT);
    }
    int next = firstId;
    for (String extra : extras.keySet()) {
      ids.put(extra, next++);
    }
    return extras.values().stream().mapToInt(extra -> extra).toArray();
  }

  private static Set<String> readSubjectWords(Path file) throws IOException {
    Set<String> words = new TreeSet<>();
    for (String line : Files.readAllLines(file)) {
      String word = CharacterFolding.fold(line.strip());
      if (!word.isEmpty() && !word.startsWith("#") && (!isHan(word) || !words.add(word))) {
        throw new IllegalArgumentException(file + ": not of Han characters, or twice: " + word);
      }
    }
    return words;
  }

  /** The number of elements of each section, then the sections. */
  private static byte[] write(
      List<long[]> longs, List<double[]> doubles, List<int[]> ints, List<char[]> chars) {
    ByteBuffer file = ByteBuffer.allocate(1 << 23).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(FORMAT);
    longs.forEach(section -> file.putInt(section.length));
    doubles.forEach(section -> file.putInt(section.length));
    ints.forEach(section -> file.putInt(section.length));
    chars.forEach(section -> file.putInt(section.length));
    for (long[] section : longs) {
      file.asLongBuffer().put(section);
      file.position(file.position() + section.length * Long.BYTES);
    }
    for (double[] section : doubles) {
      file.asDoubleBuffer().put(section);
      file.position(file.position() + section.length * Double.BYTES);
    }
    for (int[] section : ints) {
      file.asIntBuffer().put(section);
      file.position(file.position() + section.length * Integer.BYTES);
    }
    for (char[] section : chars) {
      file.asCharBuffer().put(section);
      file.position(file.position() + section.length * Character.BYTES);
    }
    return Arrays.copyOf(file.array(), file.position());
  }

  private int count(String word) {
    if (word.length() == 1 && !isHan(word)) {
      return MAX_FREQUENCY;
    }
    return wordCounts.getOrDefault(word, 0);
  }

  /** SmartCN's cost of a word after another; the order of the operations is part of the result. */
  private static double cost(double leftCount, int pairCount) {
    double tiny = 1.0 / MAX_FREQUENCY;
    return -Math.log(
        SMOOTH * (1.0 + leftCount) / (MAX_FREQUENCY + 0.0)
            + (1.0 - SMOOTH) * ((1.0 - tiny) * pairCount / (1.0 + leftCount) + tiny));
  }

  private static boolean isHan(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 0x4E00 || word.charAt(i) > 0x9FA5) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private void readWords() throws IOException, ClassNotFoundException {
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

  private record Pair(String left, String right, int count) {}

  /**
   * SmartCN keeps of each pair only the 64-bit FNV-1a hash of "left@right". To find the two words
   * again, every pair of words is hashed; fast, because a step of the hash, {@code (h ^ byte) *
   * prime}, mixes in the byte through the low eight bits of {@code h} alone. For all left words
   * whose hash ends in the same eight bits, the hash of a pair is hence {@code hash(left) *
   * prime^length + c} with one {@code c} for each right word.
   */
  private List<Pair> readPairs() throws IOException, ClassNotFoundException {
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
    for (int id = 1; id < MARK; id++) {
      candidates.add(CLASSES[id]);
    }
    for (Map.Entry<String, Integer> word : wordCounts.entrySet()) {
      // No pair is more frequent than its words.
      if (isHan(word.getKey()) && word.getValue() >= table.leastCount) {
        candidates.add(word.getKey());
      }
    }
    String[] words = candidates.toArray(String[]::new);
    long[] lefts = Arrays.stream(words).mapToLong(w -> hash(FNV_START, w + "@")).toArray();
    List<Pair> pairs =
        IntStream.range(0, 256)
            .parallel()
            .mapToObj(low -> table.find(low, lefts, words))
            .flatMap(List::stream)
            .toList();
    if (pairs.size() < table.size * 0.95) {
      throw new IllegalStateException("only " + pairs.size() + " of " + table.size + " pairs found");
    }
    return pairs;
  }

  private static final long FNV_START = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 1099511628211L;

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
      int[] group = IntStream.range(0, hashes.length).filter(i -> (hashes[i] & 0xFF) == low).toArray();
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

  /** The pairs of each left word in buckets of four, each in one of two buckets. */
  private static final class PairGroups {
    private static final int BUCKET = 4;
    private static final char EMPTY = 0xFFFF;
    private final Map<String, Integer> ids;
    private final Map<Double, int[]> uses = new HashMap<>();
    private final StringBuilder keys = new StringBuilder();
    private final List<Double> costs = new ArrayList<>();
    private double[] distinct = {};

    PairGroups(Map<String, Integer> ids) {
      this.ids = ids;
      append(new char[] {EMPTY, EMPTY, EMPTY, EMPTY}, Map.of());
    }

    /** Adds a group and packs its lower bound (20 bits), number of buckets (14) and start (19). */
    long add(int leftCount, List<Pair> pairs) {
      Map<Character, Double> costsByKey = new TreeMap<>();
      double bound = cost(leftCount, 0);
      for (Pair pair : pairs) {
        double cost = cost(leftCount, pair.count);
        costsByKey.put(key(ids.get(pair.right)), cost);
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
        int other = otherHash(homeless) * buckets >>> 16;
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

    private static int otherHash(int key) {
      return key * 0x9E3B + 0x1234 & 0xFFFF;
    }

    private static char key(int id) {
      int mixed = id * 0x9E37 & 0xFFFF;
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

  private static boolean isMark(int c) {
    return !isLetter(c)
        && !isDigit(c)
        && (c >= 0x21 && c <= 0xBB
            || c >= 0x2010 && c <= 0x2642
            || c >= 0x3001 && c <= 0x301E
            || c >= 0xFE30 && c <= 0xFF63);
  }

  private static boolean isLetter(int c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= 0xFF21 && c <= 0xFF3A
        || c >= 0xFF41 && c <= 0xFF5A;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9' || c >= 0xFF10 && c <= 0xFF19;
  }

  /** The kind of each character and its code in the trie; pages without either are shared. */
  private static final class CharacterTable {
    final char[] pages = new char[256];
    private final Map<String, Integer> pageStarts = new HashMap<>();
    private final StringBuilder entries = new StringBuilder();
    private final int[] codes = new int[1 << 16];
    int codeCount = 1;

    CharacterTable(Set<String> words) {
      int[] uses = new int[1 << 16];
      for (String word : words) {
        word.chars().forEach(c -> uses[c]++);
      }
      IntStream.range(0, uses.length)
          .filter(c -> uses[c] > 0)
          .boxed()
          .sorted(Comparator.comparingInt(c -> -uses[c]))
          .forEach(c -> codes[c] = codeCount++);
      if (codeCount > Trie.FREE) {
        throw new IllegalStateException(codeCount + " characters do not fit in 13 bits");
      }
      for (int page = 0; page < 256; page++) {
        char[] content = new char[256];
        for (int i = 0; i < 256; i++) {
          int c = page << 8 | i;
          content[i] = (char) (kind(c) << 13 | codes[c]);
        }
        Integer start = pageStarts.putIfAbsent(new String(content), entries.length());
        pages[page] = (char) (start == null ? entries.length() : start);
        if (start == null) {
          entries.append(content);
        }
      }
    }

    char[] entries() {
      return entries.toString().toCharArray();
    }

    int code(char c) {
      return codes[c];
    }

    /** In the order of WordKind, and SPACE and STOP after them. */
    private static int kind(int c) {
      if (c >= 0x4E00 && c <= 0x9FA5) {
        return 0;
      }
      if (isLetter(c)) {
        return 1;
      }
      if (isDigit(c)) {
        return 2;
      }
      if ("。！？!?".indexOf(c) >= 0) {
        return 7;
      }
      if (" \u3000\t\r\n".indexOf(c) >= 0) {
        return 6;
      }
      if (isMark(c)) {
        return 3;
      }
      return c >= 0xD800 && c <= 0xDFFF ? 5 : 4;
    }
  }

  /** A double-array trie (Aoe 1989) that checks the character instead of the parent. */
  private static final class Trie {
    static final int FREE = 0x1FFF;
    int[] slots = new int[1 << 18];
    int[] ids = new int[1 << 18];
    private final boolean[] baseUsed = new boolean[1 << 18];
    private int firstFree = 1;
    private int end;

    private static final class Node {
      final TreeMap<Integer, Node> children = new TreeMap<>();
      int id;
    }

    Trie(Map<String, Integer> words, CharacterTable characters) {
      var root = new Node();
      for (Map.Entry<String, Integer> word : words.entrySet()) {
        Node node = root;
        for (char c : word.getKey().toCharArray()) {
          node = node.children.computeIfAbsent(characters.code(c), code -> new Node());
        }
        node.id = word.getValue();
      }
      Arrays.fill(slots, FREE);
      place(root, 0);
      // A look-up by any code stays within.
      slots = Arrays.copyOf(slots, end + FREE);
      Arrays.fill(slots, end, slots.length, FREE);
      ids = Arrays.copyOf(ids, end);
    }

    private void place(Node node, int base) {
      baseUsed[base] = true;
      for (int code : node.children.keySet()) {
        slots[base + code] = code;
        end = Math.max(end, base + code + 1);
      }
      for (Map.Entry<Integer, Node> child : node.children.entrySet()) {
        Node next = child.getValue();
        int nextBase = 0;
        if (!next.children.isEmpty()) {
          nextBase = base(next);
          place(next, nextBase);
        }
        slots[base + child.getKey()] = nextBase << 13 | child.getKey();
        ids[base + child.getKey()] = next.id;
      }
    }

    private int base(Node node) {
      while (slots[firstFree] != FREE) {
        firstFree++;
      }
      for (int base = Math.max(1, firstFree - node.children.firstKey()); ; base++) {
        if (!baseUsed[base] && fits(node, base)) {
          return base;
        }
      }
    }

    private boolean fits(Node node, int base) {
      for (int code : node.children.keySet()) {
        if (slots[base + code] != FREE) {
          return false;
        }
      }
      return true;
    }
  }

  private static InputStream resource(String name) {
    return new BufferedInputStream(
        Objects.requireNonNull(
            ClassLoader.getSystemResourceAsStream(DATA + name), "no lucene-analysis-smartcn: " + name));
  }
}
