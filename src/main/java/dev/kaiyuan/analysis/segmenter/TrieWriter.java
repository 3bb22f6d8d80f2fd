package dev.kaiyuan.analysis.segmenter;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lays out the trie of a {@link WordDictionary}: a double-array trie (Aoe 1989) that checks the
 * character instead of the parent. Run by the build; not in the jar.
 */
public final class TrieWriter {
  static final int FREE = WordDictionary.MOST_CODES;
  public int[] slots = new int[1 << 18];
  public int[] ids = new int[1 << 18];
  private final boolean[] baseUsed = new boolean[1 << 18];
  private int firstFree = 1;
  private int end;

  private static final class Node {
    final TreeMap<Integer, Node> children = new TreeMap<>();
    int id;
  }

  public TrieWriter(Map<String, Integer> words, CharacterPagesWriter characters) {
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
      slots[base + child.getKey()] = nextBase << WordDictionary.CODE_BITS | child.getKey();
      ids[base + child.getKey()] = next.id;
    }
  }

  private int base(Node node) {
    while (slots[firstFree] != FREE) {
      firstFree++;
    }
    int[] codes = node.children.keySet().stream().mapToInt(code -> code).toArray();
    for (int base = Math.max(1, firstFree - codes[0]); ; base++) {
      if (!baseUsed[base] && fits(codes, base)) {
        return base;
      }
    }
  }

  private boolean fits(int[] codes, int base) {
    for (int code : codes) {
      if (slots[base + code] != FREE) {
        return false;
      }
    }
    return true;
  }
}
