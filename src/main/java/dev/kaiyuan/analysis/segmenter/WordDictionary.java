package dev.kaiyuan.analysis.segmenter;

import dev.kaiyuan.analysis.folding.BuiltResource;
import java.io.IOException;

/**
 * SmartCN's words and how often one follows another, in the form the build compiles them to.
 *
 * <p>A word is known by an id. Words that are in a pair have ids below {@link #paired}, the
 * frequent first; all others of the same count share one id. The file is arrays that are copied to
 * memory as they lie:
 *
 * <ul>
 *   <li>{@link #characters}: for each character its {@link WordKind} (three bits) and its code in
 *       the trie (13 bits; 0 where no word has it), in pages of 256 that {@link #pages} points to.
 *   <li>{@link #trie}: a double-array trie. A slot holds the base of the node's children (18 bits;
 *       0 for none) and the code that leads to it (13 bits; all set in a free slot). The child by
 *       code {@code c} is at {@code base + c}.
 *   <li>{@link #ids}: for each slot of the trie the id of the word that ends there.
 *   <li>{@link #words}: for each id the least cost of any word after it (20 bits, in 65,536ths),
 *       its group of {@link #pairs} (14 bits for the number of buckets, 19 for the first), and an
 *       index to {@link #unseen} (11 bits), the cost of a word never seen after it.
 *   <li>{@link #pairs}: for each word a group of buckets with the words seen after it. A bucket is
 *       two elements: the {@linkplain #key keys} of four words, and for each an index to {@link
 *       #seen}, the cost of that word after this one. A word is in one of two buckets that its key
 *       names (cuckoo hashing, Pagh and Rodler 2001, with buckets as Dietzfelbinger and Weidling
 *       2005), so a look-up waits for memory once and hardly branches. A free place has the key
 *       0xFFFF.
 *   <li>{@link #extras}: the ids of the words for which the ids above those of {@link #words}
 *       stand.
 * </ul>
 *
 * <p>Costs are the doubles that SmartCN would compute, so that its ties fall the same way.
 * Immutable and thread-safe.
 */
public final class WordDictionary {
  public static final int UNKNOWN = 0;
  static final int SENTENCE_START = 1;
  static final int SENTENCE_END = 2;
  static final int LETTERS = 3;
  static final int DIGITS = 4;
  static final int MARK = 5;

  /** The share of the left word's count in the probability of a pair. */
  static final double SMOOTH = 0.1;

  static final int FORMAT = 0x4B570005;

  private static final int SECTIONS = 10;

  /** The bits of a character's code, and the codes there are at most. */
  public static final int CODE_BITS = 13;

  public static final int MOST_CODES = (1 << CODE_BITS) - 1;

  /** One in each of the four keys of a bucket. */
  private static final long EACH = 0x0001_0001_0001_0001L;

  static final int ALIAS = 1 << 30;
  static final int SHIPPED = 1 << 31;

  private final long[] words;
  private final long[] pairs;
  private final double[] unseen;
  private final double[] seen;
  private final int[] trie;
  private final int[] ids;
  private final int[] extras;
  private final int paired;
  private final long shippedFingerprint;
  private final char[] pages;
  private final char[] characters;

  private static final class Holder {
    static final WordDictionary INSTANCE = read("smartcn.words");
  }

  /** Returns the dictionary; the first call reads it. */
  public static WordDictionary get() {
    return Holder.INSTANCE;
  }

  private static WordDictionary read(String name) {
    try (BuiltResource file = BuiltResource.open(name)) {
      if (file.number() != FORMAT) {
        throw new IllegalStateException(
            "the dictionary " + name + " is of another version: run mvn clean package");
      }
      return new WordDictionary(file.ints(SECTIONS), file);
    } catch (IOException e) {
      throw BuiltResource.unreadable(name, e);
    }
  }

  private WordDictionary(int[] lengths, BuiltResource file) throws IOException {
    words = file.longs(lengths[0]);
    pairs = file.longs(lengths[1]);
    unseen = file.doubles(lengths[2]);
    seen = file.doubles(lengths[3]);
    trie = file.ints(lengths[4]);
    ids = file.ints(lengths[5]);
    extras = file.ints(lengths[6]);
    int[] numbers = file.ints(lengths[7]);
    pages = file.chars(lengths[8]);
    characters = file.chars(lengths[9]);
    paired = numbers[0];
    shippedFingerprint = (long) numbers[1] << 32 | numbers[2] & 0xFFFFFFFFL;
  }

  /** A character's kind and code. */
  public char character(char c) {
    return characters[pages[c >> 8] + (c & 0xFF)];
  }

  public static int kind(char character) {
    return character >>> CODE_BITS;
  }

  public static int code(char character) {
    return character & MOST_CODES;
  }

  /** The node that a character leads to from a node, or from 0, the root; 0 for none. */
  public int step(int node, int code) {
    int next = (trie[node] >>> CODE_BITS) + code;
    return (trie[next] & MOST_CODES) == code ? next : 0;
  }

  /** Whether longer words go on from a node. */
  public boolean hasMore(int node) {
    return trie[node] >>> CODE_BITS != 0;
  }

  /** The id of the word that ends at a node; {@link #UNKNOWN} for none. */
  public int id(int node) {
    return ids[node];
  }

  /** Whether an id is none of SmartCN's own. */
  boolean isExtra(int id) {
    return id >= words.length;
  }

  /** Whether an extra word is one of those that come with the program. */
  boolean isShipped(int extra) {
    return (extras[extra - words.length] & SHIPPED) != 0;
  }

  /** The checksum of the words that come with the program. */
  long shippedFingerprint() {
    return shippedFingerprint;
  }

  /**
   * The id of the word that an extra word is to SmartCN's model.
   *
   * @param folded whether the text is folded, and so 着名 stands for 著名
   */
  int plain(int extra, boolean folded) {
    int plain = extras[extra - words.length];
    return (plain & ALIAS) != 0 && !folded ? UNKNOWN : plain & (ALIAS - 1);
  }

  /** What is known of the words after a word, to be asked by the methods that take it. */
  long word(int id) {
    return words[id];
  }

  /** The cost of a word never seen after this one. */
  double unseen(long word) {
    return unseen[(int) word & 0x7FF];
  }

  /** No more than the cost of any word after this one. */
  static double bound(long word) {
    return (word >>> 44) * 0x1p-16;
  }

  /** What a word is found by among those after another; negative if it is after none. */
  int key(int id) {
    return id < paired ? mixed(id) : -1;
  }

  /** The key of an id that has one. */
  static int mixed(int id) {
    return id * 0x9E37 & 0xFFFF;
  }

  /**
   * The cost of a word after another.
   *
   * @param word what is known of the words after the other
   * @param key the word's {@link #key}, not negative
   * @param unseen the answer where the two were never seen together
   * @return the negated natural logarithm of the probability
   */
  double cost(long word, int key, double unseen) {
    int start = (int) (word >>> 11) & 0x7FFFF;
    int buckets = (int) (word >>> 30) & 0x3FFF;
    int one = 2 * (start + (key * buckets >>> 16));
    int other = 2 * (start + (otherHash(key) * buckets >>> 16));
    long inOne = sameKey(pairs[one], key);
    long inOther = sameKey(pairs[other], key);
    if ((inOne | inOther) == 0) {
      return unseen;
    }
    long costs = inOne != 0 ? pairs[one + 1] : pairs[other + 1];
    int shift = Long.numberOfTrailingZeros(inOne != 0 ? inOne : inOther) & ~0xF;
    return seen[(int) (costs >>> shift) & 0xFFFF];
  }

  /** What names the second bucket of a key, as the key itself names the first. */
  static int otherHash(int key) {
    return key * 0x9E3B + 0x1234 & 0xFFFF;
  }

  /** Sets the highest bit of the lowest of four keys that is the same; 0 if none is. */
  private static long sameKey(long keys, int key) {
    long differences = keys ^ key * EACH;
    return differences - EACH & ~differences & EACH << 15;
  }
}
