package dev.kaiyuan.analysis;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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
 *   <li>{@link #trie}: a double-array trie. A slot holds the base of the node's children (0 for
 *       none), the id of the word that ends there (18 bits; 0 for none) and the code that leads to
 *       it (13 bits). The child by code {@code c} is at {@code base + c}.
 *   <li>{@link #words}: for each id the least cost of any word after it (20 bits, in 65,536ths),
 *       its group of {@link #pairs} (14 bits for the number of slots, 19 for the first), and an
 *       index to {@link #unseen} (11 bits), the cost of a word never seen after it.
 *   <li>{@link #pairs}: for each word a group of the words seen after it, by {@linkplain #key key},
 *       in rising order, each at its proportional place in the group or as soon after as there was
 *       room, so that a search looks at two or three neighbours. {@link #EMPTY} is a free slot.
 *   <li>{@link #pairCosts}: for each slot of {@link #pairs} an index to {@link #seen}, the cost of
 *       that word after that one.
 *   <li>{@link #aliases}: the ids of the words for which the ids above those of {@link #words}
 *       stand.
 * </ul>
 *
 * <p>Costs are the doubles that SmartCN would compute, so that its ties fall the same way.
 * Immutable and thread-safe.
 */
final class WordDictionary {
  static final int UNKNOWN = 0;
  static final int SENTENCE_START = 1;
  static final int SENTENCE_END = 2;
  static final int LETTERS = 3;
  static final int DIGITS = 4;
  static final int MARK = 5;

  /** The share of the left word's count in the probability of a pair. */
  static final double SMOOTH = 0.1;

  static final char EMPTY = 0xFFFF;

  private static final int FORMAT = 0x4B570004;

  /** The bytes of an element of each section. */
  private static final int[] ELEMENTS = {8, 8, 8, 8, 4, 4, 2, 2, 2, 2};

  private static final int ALIAS = 1 << 30;
  private static final int SHIPPED = 1 << 31;

  private final long[] words;
  private final long[] trie;
  private final double[] unseen;
  private final double[] seen;
  private final int[] extras;
  private final int paired;
  private final long shippedFingerprint;
  private final char[] pairs;
  private final char[] pairCosts;
  private final char[] pages;
  private final char[] characters;

  private static final class Holder {
    static final WordDictionary INSTANCE = read("smartcn.words");
  }

  /** Returns the dictionary; the first call reads it. */
  static WordDictionary get() {
    return Holder.INSTANCE;
  }

  private static WordDictionary read(String name) {
    try (InputStream input = WordDictionary.class.getResourceAsStream(name)) {
      if (input == null) {
        throw new IllegalStateException(
            "the dictionary " + name + " is missing: the build makes it, run mvn package");
      }
      ByteBuffer header = read(input, Integer.BYTES * (1 + ELEMENTS.length));
      if (header.getInt() != FORMAT) {
        throw new IllegalStateException(
            "the dictionary " + name + " is of another version: run mvn clean package");
      }
      int[] lengths = new int[ELEMENTS.length];
      int size = 0;
      for (int i = 0; i < lengths.length; i++) {
        lengths[i] = header.getInt();
        size += lengths[i] * ELEMENTS[i];
      }
      return new WordDictionary(lengths, read(input, size));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the dictionary " + name, e);
    }
  }

  /** Reads at once into an array of the right size: twice as fast as into one that grows. */
  private static ByteBuffer read(InputStream input, int size) throws IOException {
    byte[] bytes = new byte[size];
    if (input.readNBytes(bytes, 0, size) < size) {
      throw new EOFException("the file is cut short");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private WordDictionary(int[] lengths, ByteBuffer file) {
    words = longs(file, lengths[0]);
    trie = longs(file, lengths[1]);
    unseen = doubles(file, lengths[2]);
    seen = doubles(file, lengths[3]);
    extras = ints(file, lengths[4]);
    int[] numbers = ints(file, lengths[5]);
    pairs = chars(file, lengths[6]);
    pairCosts = chars(file, lengths[7]);
    pages = chars(file, lengths[8]);
    characters = chars(file, lengths[9]);
    paired = numbers[0];
    shippedFingerprint = (long) numbers[1] << 32 | numbers[2] & 0xFFFFFFFFL;
  }

  private static long[] longs(ByteBuffer file, int length) {
    long[] section = new long[length];
    file.asLongBuffer().get(section);
    file.position(file.position() + length * Long.BYTES);
    return section;
  }

  private static double[] doubles(ByteBuffer file, int length) {
    double[] section = new double[length];
    file.asDoubleBuffer().get(section);
    file.position(file.position() + length * Double.BYTES);
    return section;
  }

  private static int[] ints(ByteBuffer file, int length) {
    int[] section = new int[length];
    file.asIntBuffer().get(section);
    file.position(file.position() + length * Integer.BYTES);
    return section;
  }

  private static char[] chars(ByteBuffer file, int length) {
    char[] section = new char[length];
    file.asCharBuffer().get(section);
    file.position(file.position() + length * Character.BYTES);
    return section;
  }

  /** A character's kind and code. */
  char character(char c) {
    return characters[pages[c >> 8] + (c & 0xFF)];
  }

  static int kind(char character) {
    return character >>> 13;
  }

  static int code(char character) {
    return character & 0x1FFF;
  }

  /** The node that a character leads to from a node, or from 0, the root; 0 for none. */
  long step(long node, int code) {
    long next = trie[(int) (node >>> 31) + code];
    return (next & 0x1FFF) == code ? next : 0;
  }

  /** Whether longer words go on from a node. */
  static boolean hasMore(long node) {
    return node >>> 31 != 0;
  }

  /** The id of the word that ends at a node; {@link #UNKNOWN} for none. */
  static int id(long node) {
    return (int) (node >>> 13) & 0x3FFFF;
  }

  /** Whether an id is none of SmartCN's own. */
  boolean isExtra(int id) {
    return id >= words.length;
  }

  /** Whether an extra word is one of those that come with the program. */
  boolean isShipped(int extra) {
    return (extras[extra - words.length] & SHIPPED) != 0;
  }

  /** What tells the words that come with the program from those of another version. */
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
    return id < paired ? id * 0x9E37 & 0xFFFF : -1;
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
    int slots = (int) (word >>> 30) & 0x3FFF;
    int end = start + slots;
    for (int i = start + (key * (slots - (slots >> 3)) >>> 16); i < end; i++) {
      int pair = pairs[i];
      if (pair >= key) {
        return pair == key ? seen[pairCosts[i]] : unseen;
      }
    }
    return unseen;
  }
}
