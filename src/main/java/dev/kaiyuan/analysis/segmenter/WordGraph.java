package dev.kaiyuan.analysis.segmenter;

import java.util.Arrays;

/**
 * The words of a sentence as nodes, and the cheapest path through them by the Viterbi algorithm.
 *
 * <p>Words are added in order of their start, and only then are costs computed: the look-ups of the
 * first pass do not wait for each other. Node 0 is what is before: the start of the sentence, or
 * the word at which the sentence is taken up again. Positions count from the start of the stretch.
 * For one thread.
 */
final class WordGraph {
  static final byte USER_WORD = 8;

  private static final int NONE = -1;

  private final WordDictionary dictionary;

  // For each position a list of the words after which a word may start there, longest first.
  private int[] firstBefore = new int[256];
  private int[] lastBefore = new int[firstBefore.length];
  private int[] nextBefore = new int[512];

  private int[] starts = new int[nextBefore.length];
  private int[] ends = new int[nextBefore.length];
  private int[] keys = new int[nextBefore.length];
  private int[] left = new int[nextBefore.length];
  private long[] words = new long[nextBefore.length];
  private double[] unseen = new double[nextBefore.length];
  private double[] costs = new double[nextBefore.length];
  private byte[] kinds = new byte[nextBefore.length];
  private boolean[] onPath = new boolean[nextBefore.length];

  private int size;
  private int cheapest;
  private long previous;
  private double previousUnseen;

  WordGraph(WordDictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** Makes the next stretch the start of a sentence. */
  void startSentence() {
    size = 0;
    previous = dictionary.word(WordDictionary.SENTENCE_START);
    previousUnseen = dictionary.unseen(previous);
  }

  /**
   * Begins a stretch.
   *
   * @param length how many characters it has
   * @param first where its first word starts
   */
  void begin(int length, int first) {
    if (firstBefore.length <= length) {
      firstBefore = new int[Math.max(length + 1, firstBefore.length * 2)];
      lastBefore = new int[firstBefore.length];
    }
    Arrays.fill(firstBefore, 0, length + 1, NONE);
    size = 0;
    append(0, 0, first, NONE, previous, previousUnseen, (byte) 0);
  }

  /**
   * Adds a word.
   *
   * @param start where it starts
   * @param end where it ends
   * @param next where the next word starts: {@code end}, or behind white space
   * @param id its id in the dictionary
   * @param kind the ordinal of its kind
   */
  void add(int start, int end, int next, int id, int kind) {
    long word = dictionary.word(id);
    append(start, end, next, dictionary.key(id), word, dictionary.unseen(word), (byte) kind);
  }

  /**
   * Adds a word of the user's, which costs as much after any word as any word costs after it, or
   * less where the dictionary knows better.
   */
  void addUserWord(int start, int end, int next, int id, int kind, double ownCost) {
    long word = dictionary.word(id);
    double cost = Math.min(ownCost, dictionary.unseen(word));
    append(start, end, next, dictionary.key(id), word, cost, (byte) (kind | USER_WORD));
  }

  private void append(
      int start, int end, int next, int key, long word, double unseenAfter, byte kind) {
    int node = size++;
    if (node == starts.length) {
      grow();
    }
    starts[node] = start;
    ends[node] = end;
    keys[node] = key;
    words[node] = word;
    unseen[node] = unseenAfter;
    kinds[node] = kind;
    onPath[node] = false;
    nextBefore[node] = NONE;
    if (firstBefore[next] == NONE) {
      firstBefore[next] = node;
    } else {
      nextBefore[lastBefore[next]] = node;
    }
    lastBefore[next] = node;
  }

  private void grow() {
    int capacity = starts.length * 2;
    nextBefore = Arrays.copyOf(nextBefore, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    keys = Arrays.copyOf(keys, capacity);
    left = Arrays.copyOf(left, capacity);
    words = Arrays.copyOf(words, capacity);
    unseen = Arrays.copyOf(unseen, capacity);
    costs = Arrays.copyOf(costs, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    onPath = Arrays.copyOf(onPath, capacity);
  }

  /**
   * Computes for each word, in order, its cheapest left neighbour and the cost of the path there.
   */
  private void computeCosts() {
    costs[0] = 0;
    for (int node = 1; node < size; node++) {
      double most = kinds[node] >= USER_WORD ? unseen[node] : Double.MAX_VALUE;
      costs[node] = cheapestLeft(keys[node], starts[node], most);
      left[node] = cheapest;
    }
  }

  /**
   * Finds the {@link #cheapest} left neighbour of a word, of equal ones the first as SmartCN does.
   * The longest comes first and mostly is the cheapest, and the others then cost too much before
   * their pair is even looked up.
   *
   * @param key the word's key in the dictionary
   * @param start where it starts
   * @param most what it costs at most after any word
   * @return the cost of the path up to and including the word
   */
  private double cheapestLeft(int key, int start, double most) {
    double least = Double.MAX_VALUE;
    for (int node = firstBefore[start]; node != NONE; node = nextBefore[node]) {
      double cost = costs[node];
      long word = words[node];
      if (cost + WordDictionary.bound(word) < least) {
        double after = unseen[node];
        if (key >= 0) {
          after = dictionary.cost(word, key, after);
        }
        cost += Math.min(after, most);
        if (cost < least) {
          least = cost;
          cheapest = node;
        }
      }
    }
    return least;
  }

  /** Marks the cheapest path to the end of the sentence, after which another starts. */
  void finish(int end) {
    computeCosts();
    cheapestLeft(dictionary.key(WordDictionary.SENTENCE_END), end, Double.MAX_VALUE);
    markPath(cheapest);
    previous = dictionary.word(WordDictionary.SENTENCE_START);
    previousUnseen = dictionary.unseen(previous);
  }

  /**
   * Marks the cheapest path to a position in the middle of a sentence, all but what lies so near
   * that the words to come may change it. The next stretch goes on behind.
   *
   * @param end the position
   * @param undecided how many characters before it to leave open
   * @return where the marked path ends
   */
  int suspend(int end, int undecided) {
    computeCosts();
    int word = firstBefore[end];
    for (int other = word; other != NONE; other = nextBefore[other]) {
      if (costs[other] < costs[word]) {
        word = other;
      }
    }
    while (ends[word] > end - undecided && left[word] > 0) {
      word = left[word];
    }
    markPath(word);
    previous = words[word];
    previousUnseen = unseen[word];
    return ends[word];
  }

  private void markPath(int last) {
    for (int word = last; word > 0; word = left[word]) {
      onPath[word] = true;
    }
  }

  /** Forgets the words from a position on. */
  void forgetFrom(int start) {
    while (size > 1 && starts[size - 1] >= start) {
      size--;
    }
  }

  int size() {
    return size;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  double cost(int word) {
    return costs[word];
  }

  int kind(int word) {
    return kinds[word];
  }

  boolean isOnPath(int word) {
    return onPath[word];
  }
}
