package dev.kaiyuan.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * SmartCN's words and how often one follows another, in the form the build compiles them to.
 *
 * <p>A word is known by an id. Words that are in a pair have ids below {@link #paired}. The file is
 * arrays that are copied to memory as they lie:
 *
 * <ul>
 *   <li>{@link #characters}: for each character its {@link WordKind} (three bits) and its code in
 *       the trie (13 bits; 0 where no word has it), in pages of 256 that {@link #pages} points to.
 *   <li>{@link #trie}: a double-array trie. A slot holds the code that leads to it (13 bits),
 *       whether it is a leaf (one bit), and the id of the leaf or the base of the node's children
 *       (18 bits). The child by code {@code c} is at {@code base + c}. A node that is a word and
 *       has children has its id in a leaf of code 0 at its base.
 *   <li>{@link #counts}: for each id an index to {@link #unseen}, the cost of any word after this
 *       one that was never seen there.
 *   <li>{@link #aliases}: the ids of the words for which ids above {@code counts.length} stand.
 *   <li>{@link #pairs}: for each left word, from {@link #groups}[id] to {@link #groups}[id + 1],
 *       the words seen after it: the {@linkplain #mix mixed} id (16 bits) and an index to {@link
 *       #seen}, the cost. A group is in order of the mixed id, each entry at its proportional place
 *       in the group or as soon after as there was room, so that a search looks at one or two
 *       neighbours. Its integers are signed to be in order; {@link Integer#MAX_VALUE} is an empty
 *       place.
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

  private static final int FORMAT = 0x4B570001;
  private static final int LEAF = 1 << 18;

  final double[] unseen;
  final double[] seen;
  final int[] groups;
  final int[] pairs;
  final int[] trie;
  final int[] aliases;
  final char[] counts;
  final char[] pages;
  final char[] characters;

  /** The number of ids that can be in a pair; those above never are. */
  final int paired;

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
      return new WordDictionary(
          ByteBuffer.wrap(input.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the dictionary " + name, e);
    }
  }

  private WordDictionary(ByteBuffer file) {
    if (file.getInt(0) != FORMAT) {
      throw new IllegalStateException(
          "the dictionary is of another version: run mvn clean package");
    }
    file.position(4 * 10);
    unseen = doubles(file, file.getInt(4));
    seen = doubles(file, file.getInt(8));
    groups = ints(file, file.getInt(12));
    pairs = ints(file, file.getInt(16));
    trie = ints(file, file.getInt(20));
    aliases = ints(file, file.getInt(24));
    counts = chars(file, file.getInt(28));
    pages = chars(file, file.getInt(32));
    characters = chars(file, file.getInt(36));
    paired = groups.length - 1;
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
  int step(int node, int code) {
    if ((node & LEAF) != 0 || code == 0) {
      return 0;
    }
    int next = trie[(node & (LEAF - 1)) + code];
    return next >>> 19 == code ? next : 0;
  }

  /** The id of the word that ends at a node; {@link #UNKNOWN} for none. */
  int id(int node) {
    if ((node & LEAF) != 0) {
      return node & (LEAF - 1);
    }
    int leaf = trie[node & (LEAF - 1)];
    return leaf >>> 18 == 1 ? leaf & (LEAF - 1) : UNKNOWN;
  }

  /**
   * Whether an id of the trie stands for a word as {@link CharacterFolding} writes it (着名) where
   * SmartCN has it otherwise (著名).
   */
  boolean isAlias(int id) {
    return id >= counts.length;
  }

  /** The id of the word that an alias stands for. */
  int aliased(int alias) {
    return aliases[alias - counts.length];
  }

  /** The cost of a word never seen after this one. */
  double unseen(int id) {
    return unseen[counts[id]];
  }

  /** A word's id as the groups of pairs are ordered by it: spread evenly over 16 bits. */
  static int mix(int id) {
    return id * 0x9E37 & 0xFFFF;
  }

  /**
   * The cost of a word after another.
   *
   * @param left a word's id below {@link #paired}
   * @param right another's, mixed
   * @param unseen the answer where the two were never seen together
   * @return the negated natural logarithm of the probability
   */
  double cost(int left, int right, double unseen) {
    int from = groups[left];
    int to = groups[left + 1];
    int span = to - from;
    int wanted = right << 16 ^ Integer.MIN_VALUE;
    for (int i = from + (right * (span - (span >> 3)) >>> 16); i < to; i++) {
      int pair = pairs[i];
      if (pair >= wanted) {
        return pair >>> 16 == wanted >>> 16 && pair != Integer.MAX_VALUE
            ? seen[pair & 0xFFFF]
            : unseen;
      }
    }
    return unseen;
  }
}
