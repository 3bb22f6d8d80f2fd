package dev.kaiyuan.analysis.segmenter;

import dev.kaiyuan.analysis.folding.CharacterFolding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Words of one's own, for the segmenter to know besides SmartCN's.
 *
 * <pre>
 * # One word a line; a number after it says how common it is.
 * 大模型
 * 云原生 50000
 * </pre>
 *
 * <p>A word is any text without white space, in whichever form: it is {@linkplain CharacterFolding
 * folded} as the texts are. Its weight is a count like those of SmartCN's words, in which 的 has
 * 358,156 of all two million; {@value #DEFAULT_WEIGHT} if none is given, at which a word nearly
 * always beats its parts. A weight given to a word that SmartCN knows replaces its count where that
 * is lower.
 *
 * <p>Immutable and thread-safe.
 */
public final class UserDictionary {
  /** The weight of a word for which none is given. */
  public static final int DEFAULT_WEIGHT = 20_000;

  /** The greatest weight of a word: the count of all words in SmartCN's corpus. */
  public static final int MAX_WEIGHT = 2_159_997;

  /** The cost of a word of that weight. */
  static final double DEFAULT_COST = costOf(DEFAULT_WEIGHT);

  private static final UserDictionary NONE = new UserDictionary(false, new TreeMap<>(), null);
  private static final UserDictionary SHIPPED = new UserDictionary(true, new TreeMap<>(), null);

  private final boolean shipped;
  private final Map<String, Integer> weights;
  private final @Nullable Path file;
  private final long[] firsts = new long[1 << 10];

  // A trie as a hash table: from a node and a character to the next node. Node 0 is the root. With
  // a HashMap<Long, Integer> instead, segmenting with 1,000 user words took 1.2 times as long.
  private long[] edges = new long[64];
  private int[] targets = new int[edges.length];
  private double[] costs = new double[edges.length];
  private int nodes = 1;

  private UserDictionary(boolean shipped, Map<String, Integer> weights, @Nullable Path file) {
    this.shipped = shipped;
    this.weights = weights;
    this.file = file;
    for (Map.Entry<String, Integer> word : weights.entrySet()) {
      insert(word.getKey(), word.getValue());
    }
  }

  /** Returns the dictionary without words. */
  public static UserDictionary none() {
    return NONE;
  }

  /**
   * Returns the words that come with the program: those of open source and its trades, each of the
   * default weight. They are part of the compiled dictionary.
   */
  public static UserDictionary shipped() {
    return SHIPPED;
  }

  /**
   * Reads words from a file.
   *
   * @param file a UTF-8 file with a word a line, after it white space and a weight if wanted, and
   *     comments from {@code #} to the end of a line
   * @return the words
   * @throws MalformedDictionaryException if a line can't be understood or the file is not UTF-8
   * @throws IOException if the file can't be read
   */
  public static UserDictionary read(Path file) throws IOException {
    String text;
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedDictionaryException(file + " is not UTF-8: save it in that encoding", e);
    }
    return new UserDictionary(false, parse(file.toString(), text), file);
  }

  /**
   * Reads words from text, a word a line as in a file.
   *
   * @param name what the text is called in a message
   * @param text the lines
   * @return the words
   * @throws MalformedDictionaryException if a line can't be understood
   */
  public static UserDictionary of(String name, String text) throws MalformedDictionaryException {
    return new UserDictionary(false, parse(name, text), null);
  }

  /**
   * Returns the words of both, with the other's weights where they differ.
   *
   * @param other the words to add
   */
  public UserDictionary and(UserDictionary other) {
    if (other.weights.isEmpty() && (shipped || !other.shipped)) {
      return this;
    }
    var both = new TreeMap<>(weights);
    both.putAll(other.weights);
    return new UserDictionary(shipped || other.shipped, both, null);
  }

  /**
   * Returns a fingerprint of these words and weights: equal for dictionaries that were put together
   * from the same words, in whatever order. Meant to be kept with an index.
   */
  public String fingerprint() {
    long hash = shipped ? WordDictionary.get().shippedFingerprint() : 0;
    for (Map.Entry<String, Integer> word : weights.entrySet()) {
      for (int i = 0; i < word.getKey().length(); i++) {
        hash = (hash ^ word.getKey().charAt(i)) * 0x100000001B3L;
      }
      hash = (hash ^ ~word.getValue()) * 0x100000001B3L;
    }
    return Long.toHexString(hash);
  }

  /** Returns the words, without those that come with the program, as {@link #of} reads them. */
  public String lines() {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, Integer> word : weights.entrySet()) {
      lines.append(word.getKey()).append(' ').append((int) word.getValue()).append('\n');
    }
    return lines.toString();
  }

  /** Returns the file that the words were read from, or null if they come from elsewhere. */
  public @Nullable Path file() {
    return file;
  }

  /** Whether there are words besides those that come with the program. */
  public boolean hasOwn() {
    return !weights.isEmpty();
  }

  /** Whether the words that come with the program are among these. */
  boolean hasShipped() {
    return shipped;
  }

  private static Map<String, Integer> parse(String name, String text)
      throws MalformedDictionaryException {
    Map<String, Integer> words = new TreeMap<>();
    int number = 0;
    for (int start = text.startsWith("\uFEFF") ? 1 : 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      number++;
      parseLine(name, number, text.substring(start, end), words);
      start = end + 1;
    }
    return words;
  }

  private static void parseLine(String name, int number, String typed, Map<String, Integer> words)
      throws MalformedDictionaryException {
    String line = CharacterFolding.fold(typed);
    int comment = line.indexOf('#');
    String content = (comment < 0 ? line : line.substring(0, comment)).strip();
    if (content.isEmpty()) {
      return;
    }
    int end = 0;
    while (end < content.length() && !Character.isWhitespace(content.charAt(end))) {
      end++;
    }
    String weight = content.substring(end).strip();
    words.put(
        content.substring(0, end),
        weight.isEmpty() ? DEFAULT_WEIGHT : parseWeight(name, number, weight));
  }

  private static int parseWeight(String name, int number, String weight)
      throws MalformedDictionaryException {
    int value = 0;
    for (int i = 0; i < weight.length() && value <= MAX_WEIGHT; i++) {
      int digit = weight.charAt(i) - '0';
      value = digit < 0 || digit > 9 ? MAX_WEIGHT + 1 : value * 10 + digit;
    }
    if (value < 1 || value > MAX_WEIGHT) {
      throw new MalformedDictionaryException(
          name
              + ":"
              + number
              + ": \""
              + weight
              + "\" is no weight: write a word alone, or a word and a number from 1 to "
              + MAX_WEIGHT,
          null);
    }
    return value;
  }

  private void insert(String word, int weight) {
    char first = word.charAt(0);
    firsts[first >> 6] |= 1L << first;
    int node = 0;
    for (int i = 0; i < word.length(); i++) {
      int slot = slot(node, word.charAt(i));
      if (targets[slot] == 0) {
        if (nodes * 2 > targets.length) {
          grow();
          slot = slot(node, word.charAt(i));
        }
        edges[slot] = (long) node << 16 | word.charAt(i);
        targets[slot] = nodes++;
      }
      node = targets[slot];
    }
    costs[node] = costOf(weight);
  }

  private static double costOf(int weight) {
    return -Math.log(
        WordDictionary.SMOOTH * (1.0 + weight) / MAX_WEIGHT
            + (1 - WordDictionary.SMOOTH) / MAX_WEIGHT);
  }

  private void grow() {
    long[] oldEdges = edges;
    int[] oldTargets = targets;
    edges = new long[oldEdges.length * 2];
    targets = new int[edges.length];
    costs = Arrays.copyOf(costs, edges.length);
    for (int i = 0; i < oldEdges.length; i++) {
      if (oldTargets[i] != 0) {
        int slot = slot((int) (oldEdges[i] >>> 16), (char) oldEdges[i]);
        edges[slot] = oldEdges[i];
        targets[slot] = oldTargets[i];
      }
    }
  }

  private int slot(int node, char c) {
    long edge = (long) node << 16 | c;
    int mask = targets.length - 1;
    int slot = (int) (edge * 0x9E3779B97F4A7C15L >>> 40) & mask;
    while (targets[slot] != 0 && edges[slot] != edge) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Whether a word starts with a character. */
  boolean startsWith(char c) {
    return (firsts[c >> 6] >>> c & 1) != 0;
  }

  /** The node that a character leads to from a node, or from 0, the root; 0 for none. */
  int step(int node, char c) {
    return targets[slot(node, c)];
  }

  /** The cost of the word that ends at a node, and of any word after it; 0 where none ends. */
  double cost(int node) {
    return costs[node];
  }
}
