package dev.kaiyuan.analysis;

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
  /** A sentence without an end is worked through in stretches of about so many characters. */
  private static final int STRETCH = 2048;

  /** What lies so near to the end of a stretch may depend on what follows. */
  private static final int UNDECIDED = 64;

  private final WordDictionary dictionary = WordDictionary.get();
  private final UserDictionary userWords;
  private final WordGraph graph = new WordGraph(dictionary);
  private final boolean aliases;

  private char[] text = new char[0];
  private int at;
  private int textEnd;
  private int base;
  private int length;

  /** The kind and code of each character of the stretch. */
  private char[] characters = new char[1024];

  private int previousId;
  private double previousUnseen;

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

  private WordLattice(UserDictionary userWords, boolean aliases) {
    this.userWords = userWords;
    this.aliases = aliases;
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
   * @param end behind the last
   */
  public void setText(char[] text, int start, int end) {
    this.text = text;
    at = start;
    textEnd = end;
    startSentence();
    base = start;
    build(0);
  }

  /**
   * Reads the next stretch of the text, mostly a sentence.
   *
   * @return false when there is none
   */
  public boolean next() {
    if (at >= textEnd) {
      return false;
    }
    base = at;
    length = 0;
    boolean ended = readSentence();
    build(length);
    if (ended) {
      graph.finish(length);
      at = base + length;
      startSentence();
    } else {
      int last = graph.suspend(length, UNDECIDED);
      int stop = skipSpace(graph.end(last));
      previousId = graph.id(last);
      previousUnseen = graph.unseen(last);
      graph.forgetFrom(stop);
      at = base + stop;
    }
    return true;
  }

  /** Reads a text as the one sentence that it is to SmartCN, instead of by {@link #next}. */
  void setSentence(char[] text, int start, int end) {
    this.text = text;
    base = start;
    at = end;
    textEnd = end;
    startSentence();
    for (length = 0; length < end - start; length++) {
      readCharacter();
    }
    build(length);
    graph.finish(length);
  }

  /** Returns how many words the stretch has; they are in order of their start, then of length. */
  public int size() {
    return graph.size() - 1;
  }

  /** Returns where word {@code i} of the stretch starts in the text. */
  public int start(int i) {
    return base + graph.start(i + 1);
  }

  /**
   * Returns where word {@code i} ends in the text. White space may stand inside a Han word, as when
   * a line ends within it.
   */
  public int end(int i) {
    return base + graph.end(i + 1);
  }

  /** Returns what word {@code i} is made of. */
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

  private void startSentence() {
    previousId = WordDictionary.SENTENCE_START;
    previousUnseen = dictionary.unseen(previousId);
  }

  private int readCharacter() {
    if (length == characters.length) {
      characters = Arrays.copyOf(characters, length * 2);
    }
    char character = dictionary.character(text[base + length]);
    characters[length] = character;
    return WordDictionary.kind(character);
  }

  /** Reads characters to the end of the sentence; false when it is too long to be read at once. */
  private boolean readSentence() {
    int available = textEnd - base;
    for (; length < available; length++) {
      int kind = readCharacter();
      if (kind >= WordKind.SPACE) {
        if (kind == WordKind.SENTENCE_END) {
          length++;
          readClosing(available);
          return true;
        }
        if (text[base + length] == '\n' && isEmptyLine(base + length + 1)) {
          length++;
          return true;
        }
      }
      if (length >= STRETCH && !isSameWord(kind)) {
        return false;
      }
    }
    return true;
  }

  /** Reads on through the quotation marks and white space behind the end of a sentence. */
  private void readClosing(int available) {
    while (length < available) {
      int kind = readCharacter();
      if (kind < WordKind.SPACE && !isClosing(text[base + length])) {
        return;
      }
      length++;
    }
  }

  private static boolean isClosing(char c) {
    if (c < 0x80) {
      return c == '"' || c == '\'' || c == ')' || c == ']' || c == '.';
    }
    int type = Character.getType(c);
    return type == Character.END_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION;
  }

  private boolean isEmptyLine(int i) {
    while (i < textEnd && (text[i] == ' ' || text[i] == '\r' || text[i] == '\t')) {
      i++;
    }
    return i < textEnd && text[i] == '\n';
  }

  private boolean isSameWord(int kind) {
    int before = WordDictionary.kind(characters[length - 1]);
    return kind == before
        && (kind == WordKind.LETTERS.ordinal()
            || kind == WordKind.DIGITS.ordinal()
            || kind == WordKind.SUPPLEMENTARY.ordinal());
  }

  private void build(int end) {
    length = end;
    graph.clear(length, skipSpace(0), previousId, previousUnseen);
    int i = 0;
    while (i < length) {
      int kind = WordDictionary.kind(characters[i]);
      matches = 0;
      if (userWords.startsWith(text[base + i])) {
        matchUserWords(i);
      }
      switch (kind) {
        case 0 -> {
          addHan(i);
          i++;
        }
        case 1 -> i = addRun(i, kind, WordDictionary.LETTERS);
        case 2 -> i = addRun(i, kind, WordDictionary.DIGITS);
        case 3, WordKind.SENTENCE_END -> {
          int id = word(dictionary.step(0, WordDictionary.code(characters[i])));
          int mark = id == WordDictionary.UNKNOWN ? WordDictionary.MARK : id;
          add(i, i + 1, mark, WordKind.MARK.ordinal());
          i++;
        }
        case 4 -> {
          add(i, i + 1, WordDictionary.LETTERS, kind);
          i++;
        }
        case 5 -> {
          int units =
              i + 1 < length && Character.isSurrogatePair(text[base + i], text[base + i + 1])
                  ? 2
                  : 1;
          add(i, i + units, WordDictionary.UNKNOWN, kind);
          i += units;
        }
        default -> i++;
      }
    }
  }

  private void matchUserWords(int start) {
    int node = 0;
    for (int i = start; i < length; i++) {
      node = userWords.step(node, text[base + i]);
      if (node == 0) {
        return;
      }
      double cost = userWords.cost(node);
      if (cost > 0 && (i + 1 == length || !isSameWord(i + 1))) {
        if (matches == matchEnds.length) {
          matchEnds = Arrays.copyOf(matchEnds, matches * 2);
          matchCosts = Arrays.copyOf(matchCosts, matches * 2);
        }
        matchEnds[matches] = i + 1;
        matchCosts[matches++] = cost;
      }
    }
  }

  private int addRun(int start, int kind, int id) {
    int end = start + 1;
    while (end < length && WordDictionary.kind(characters[end]) == kind) {
      end++;
    }
    add(start, end, id, kind);
    return end;
  }

  /** Adds the character and each longer word that starts with it. */
  private void addHan(int start) {
    int node = dictionary.step(0, WordDictionary.code(characters[start]));
    int end = start + 1;
    int next = skipSpace(end);
    graph.add(start, end, next, word(node), 0);
    while (node != 0 && next < length) {
      char character = characters[next];
      node = dictionary.step(node, WordDictionary.code(character));
      if (node != 0 && WordDictionary.kind(character) == 0) {
        end = next + 1;
        next = skipSpace(end);
        int id = word(node);
        if (id != WordDictionary.UNKNOWN) {
          graph.add(start, end, next, id, 0);
        }
      }
    }
  }

  /** The id of the word that ends at a node of the trie. */
  private int word(int node) {
    int id = node == 0 ? WordDictionary.UNKNOWN : dictionary.id(node);
    if (dictionary.isAlias(id)) {
      return aliases ? dictionary.aliased(id) : WordDictionary.UNKNOWN;
    }
    return id;
  }

  private void add(int start, int end, int id, int kind) {
    graph.add(start, end, skipSpace(end), id, kind);
  }

  private int skipSpace(int i) {
    int next = i;
    while (next < length && WordDictionary.kind(characters[next]) == WordKind.SPACE) {
      next++;
    }
    return next;
  }
}
