package dev.kaiyuan.analysis.segmenter;

import dev.kaiyuan.analysis.folding.CharacterFolding;
import java.util.Arrays;

/**
 * Every word that the dictionary knows in a text, and the likeliest way through them.
 *
 * <pre>{@code
 * var lattice = new WordLattice(UserDictionary.none());
 * lattice.setText(text, 0, text.length);
 * while (lattice.next()) {
 *   for (int i = 0; i < lattice.size(); i++) {
 *     if (lattice.isOnPath(i)) {
 *       print(text, lattice.start(i), lattice.end(i));
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>The model is SmartCN's, from Zhang Huaping's ICTCLAS (2003): the words of a sentence are nodes
 * of a graph, a word's cost after its left neighbour is the negated logarithm of a probability
 * smoothed from the count of the pair and that of the left word, and the path of least cost wins
 * (Viterbi). Costs are added in SmartCN's order, and the earliest of equal paths wins as there.
 *
 * <p>It differs from SmartCN where that gets in the way of a search: no word is cut in two because
 * 1,024 characters are over, an empty line ends a sentence so that no word reaches from a heading
 * into the text below, a full stop between Latin words does not end one, and a mark is itself
 * instead of a comma. {@link SmartcnTokenizer} has SmartCN's words exactly.
 *
 * <p>For one thread and many texts: its arrays are kept, and nothing is allocated for a word.
 */
public final class WordLattice {
  /** What lies so near to the end of a stretch may depend on what follows. */
  private static final int UNDECIDED = 64;

  private static final int HAN = WordKind.HAN.ordinal();
  private static final int LETTERS = WordKind.LETTERS.ordinal();
  private static final int DIGITS = WordKind.DIGITS.ordinal();
  private static final int MARK = WordKind.MARK.ordinal();
  private static final int OTHER = WordKind.OTHER.ordinal();
  private static final int SUPPLEMENTARY = WordKind.SUPPLEMENTARY.ordinal();

  private final WordDictionary dictionary = WordDictionary.get();
  private final UserDictionary userWords;
  private final boolean knowsFolded;
  private final SentenceReader reader = new SentenceReader(dictionary);
  private final WordGraph graph = new WordGraph(dictionary);

  // The user's words that start at the character in hand.
  private int matches;
  private int[] matchEnds = new int[8];
  private double[] matchCosts = new double[matchEnds.length];

  /**
   * Creates a lattice.
   *
   * @param userWords the words to know besides SmartCN's
   */
  public WordLattice(UserDictionary userWords) {
    this(userWords, true);
  }

  private WordLattice(UserDictionary userWords, boolean knowsFolded) {
    this.userWords = userWords;
    this.knowsFolded = knowsFolded;
  }

  /** Returns a lattice that knows what SmartCN knows and no more. */
  static WordLattice ofSmartcn() {
    return new WordLattice(UserDictionary.none(), false);
  }

  /**
   * Starts on a text.
   *
   * @param text the characters, {@linkplain CharacterFolding folded}; read, not copied, by each
   *     {@link #next}
   * @param start the first character
   * @param end after the last
   */
  public void setText(char[] text, int start, int end) {
    reader.setText(text, start, end);
    graph.startSentence();
  }

  /**
   * Reads the next stretch of the text, mostly a sentence.
   *
   * @return false when there is none, and then there are no words
   */
  public boolean next() {
    if (!reader.hasNext()) {
      graph.startSentence();
      return false;
    }
    boolean ended = reader.read();
    addAll();
    if (ended) {
      graph.finish(reader.length());
    } else {
      int decided = reader.skipSpace(graph.suspend(reader.length(), UNDECIDED));
      graph.forgetFrom(decided);
      reader.unreadFrom(decided);
    }
    return true;
  }

  /** Reads a text as the one sentence that it is to SmartCN, instead of by {@link #next}. */
  void setSentence(char[] text, int start, int end) {
    setText(text, start, end);
    reader.readAll();
    addAll();
    graph.finish(reader.length());
  }

  /** Returns how many words the stretch has; they are in order of their start. */
  public int size() {
    return Math.max(0, graph.size() - 1);
  }

  /** Returns where word {@code i} of the stretch starts in the text. */
  public int start(int i) {
    return reader.offset(graph.start(i + 1));
  }

  /**
   * Returns where word {@code i} ends in the text. White space may be inside a Han word, as when a
   * line ends within it.
   */
  public int end(int i) {
    return reader.offset(graph.end(i + 1));
  }

  /** Returns what word {@code i} is made of; a word with a Han character is of that kind. */
  public WordKind kind(int i) {
    return WordKind.of(graph.kind(i + 1) & (WordGraph.USER_WORD - 1));
  }

  /** Returns whether word {@code i} is on the likeliest way through the text. */
  public boolean isOnPath(int i) {
    return graph.isOnPath(i + 1);
  }

  /** Returns whether word {@code i} is of the user's dictionary. */
  public boolean isUserWord(int i) {
    return graph.kind(i + 1) >= WordGraph.USER_WORD;
  }

  /** Returns the cost of the cheapest way from the start of the sentence through word {@code i}. */
  public double cost(int i) {
    return graph.cost(i + 1);
  }

  private void addAll() {
    int length = reader.length();
    int first = reader.skipSpace(0);
    graph.begin(length, first);
    for (int i = first; i < length; ) {
      if (userWords.startsWith(reader.charAt(i))) {
        matchUserWords(i);
      }
      int next = addWords(i);
      if (matches > 0) {
        addUserWords(i);
      }
      i = reader.skipSpace(next);
    }
  }

  /** Adds the dictionary's words that start with a character; answers where the shortest ends. */
  private int addWords(int start) {
    int kind = reader.kind(start);
    int end = start + 1;
    int id;
    if (kind == HAN) {
      addHan(start);
      return end;
    } else if (kind == LETTERS || kind == DIGITS) {
      while (end < reader.length() && reader.isInRun(end)) {
        end++;
      }
      id = kind == LETTERS ? WordDictionary.LETTERS : WordDictionary.DIGITS;
    } else if (kind == SUPPLEMENTARY) {
      if (end < reader.length()
          && Character.isSurrogatePair(reader.charAt(start), reader.charAt(end))) {
        end++;
      }
      id = WordDictionary.UNKNOWN;
    } else if (kind == OTHER) {
      id = WordDictionary.LETTERS;
    } else {
      id = mark(start);
      kind = MARK;
    }
    add(start, end, reader.skipSpace(end), id, kind);
    return end;
  }

  private int mark(int start) {
    int id = dictionary.id(dictionary.step(0, reader.code(start)));
    int plain = dictionary.isExtra(id) ? dictionary.plain(id, knowsFolded) : id;
    return plain == WordDictionary.UNKNOWN ? WordDictionary.MARK : plain;
  }

  /** Adds the character and each longer word that starts with it. */
  private void addHan(int start) {
    int node = dictionary.step(0, reader.code(start));
    int next = reader.skipSpace(start + 1);
    add(start, start + 1, next, node);
    while (dictionary.hasMore(node) && next < reader.length()) {
      // Only Han characters lead from one node to another.
      node = dictionary.step(node, reader.code(next));
      if (node != 0) {
        int end = next + 1;
        next = reader.skipSpace(end);
        add(start, end, next, node);
      }
    }
  }

  /** Adds the word that ends at a node of the trie, if one does. */
  private void add(int start, int end, int next, int node) {
    int id = dictionary.id(node);
    if (dictionary.isExtra(id)) {
      boolean shipped = userWords.hasShipped() && dictionary.isShipped(id);
      id = dictionary.plain(id, knowsFolded);
      if (shipped && !isMatch(end)) {
        graph.addUserWord(start, end, next, id, HAN, UserDictionary.DEFAULT_COST);
        return;
      }
    }
    if (id != WordDictionary.UNKNOWN || end - start == 1) {
      add(start, end, next, id, HAN);
    }
  }

  private void add(int start, int end, int next, int id, int kind) {
    for (int i = 0; i < matches; i++) {
      if (matchEnds[i] == end) {
        graph.addUserWord(start, end, next, id, kind, matchCosts[i]);
        matchEnds[i] = matchEnds[--matches];
        matchCosts[i] = matchCosts[matches];
        return;
      }
    }
    graph.add(start, end, next, id, kind);
  }

  private boolean isMatch(int end) {
    for (int i = 0; i < matches; i++) {
      if (matchEnds[i] == end) {
        return true;
      }
    }
    return false;
  }

  private void matchUserWords(int start) {
    int node = 0;
    for (int i = start; i < reader.length(); i++) {
      node = userWords.step(node, reader.charAt(i));
      if (node == 0) {
        return;
      }
      double cost = userWords.cost(node);
      if (cost > 0 && (i + 1 == reader.length() || !reader.isInRun(i + 1))) {
        if (matches == matchEnds.length) {
          matchEnds = Arrays.copyOf(matchEnds, matches * 2);
          matchCosts = Arrays.copyOf(matchCosts, matches * 2);
        }
        matchEnds[matches] = i + 1;
        matchCosts[matches++] = cost;
      }
    }
  }

  /** Adds the user's words that the dictionary does not know. */
  private void addUserWords(int start) {
    while (matches > 0) {
      int end = matchEnds[matches - 1];
      int kind = reader.kind(start);
      for (int i = start; i < end; i++) {
        kind = reader.kind(i) == HAN ? HAN : kind;
      }
      add(start, end, reader.skipSpace(end), WordDictionary.UNKNOWN, Math.min(kind, OTHER));
    }
  }
}
