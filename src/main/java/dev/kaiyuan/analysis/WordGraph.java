package dev.kaiyuan.analysis;

import java.util.Arrays;

/**
 * The words of a sentence as nodes, each knowing its cheapest left neighbour: one forward pass of
 * the Viterbi algorithm, as words are added in order of their start.
 *
 * <p>Node 0 is what stands before: the start of the sentence, or the word at which the sentence is
 * taken up again. Positions count from the start of the stretch. For one thread.
 */
final class WordGraph {
  static final byte USER_WORD = 8;

  private static final int NONE = -1;

  private final WordDictionary dictionary;
  private final int paired;

  /** For each position the last of the nodes that the next word there may follow. */
  private int[] lastBefore = new int[1024];

  /** For each node the one before it that the same word may follow. */
  private int[] nextBefore = new int[4096];

  private int[] starts = new int[nextBefore.length];
  private int[] ends = new int[nextBefore.length];
  private int[] ids = new int[nextBefore.length];
  private int[] left = new int[nextBefore.length];
  private double[] costs = new double[nextBefore.length];
  private double[] unseen = new double[nextBefore.length];
  private byte[] kinds = new byte[nextBefore.length];
  private boolean[] onPath = new boolean[nextBefore.length];

  private int size;
  private int cheapest;
  private int previousId;
  private double previousUnseen;

  WordGraph(WordDictionary dictionary) {
    this.dictionary = dictionary;
    this.paired = dictionary.paired;
  }

  /** Makes the next stretch the start of a sentence. */
  void startSentence() {
    size = 0;
    previousId = WordDictionary.SENTENCE_START;
    previousUnseen = dictionary.unseen(previousId);
  }

  /**
   * Begins a stretch.
   *
   * @param length how many characters it has
   * @param first where its first word starts
   */
  void begin(int length, int first) {
    if (lastBefore.length <= length) {
      lastBefore = new int[Math.max(length + 1, lastBefore.length * 2)];
    }
    Arrays.fill(lastBefore, 0, length + 1, NONE);
    size = 0;
    append(0, 0, first, previousId, previousUnseen, (byte) 0, 0);
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
    double cost = cheapestLeft(id, start);
    append(start, end, next, id, dictionary.unseen(id), (byte) kind, cost);
  }

  /**
   * Adds a word of the user's, which costs as much after any word as any word costs after it, or
   * less where the dictionary knows better.
   */
  void addUserWord(int start, int end, int next, int id, int kind, double ownCost) {
    double cost = cheapestLeft(id, start);
    int best = cheapest;
    for (int word = lastBefore[start]; word != NONE; word = nextBefore[word]) {
      if (costs[word] + ownCost < cost) {
        cost = costs[word] + ownCost;
        best = word;
      }
    }
    cheapest = best;
    double leaving = Math.min(ownCost, dictionary.unseen(id));
    append(start, end, next, id, leaving, (byte) (kind | USER_WORD), cost);
  }

  private void append(
      int start, int end, int next, int id, double unseenAfter, byte kind, double cost) {
    int word = size++;
    if (word == starts.length) {
      grow();
    }
    starts[word] = start;
    ends[word] = end;
    ids[word] = id;
    left[word] = cheapest;
    costs[word] = cost;
    unseen[word] = unseenAfter;
    kinds[word] = kind;
    onPath[word] = false;
    nextBefore[word] = lastBefore[next];
    lastBefore[next] = word;
  }

  private void grow() {
    int capacity = starts.length * 2;
    nextBefore = Arrays.copyOf(nextBefore, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    ids = Arrays.copyOf(ids, capacity);
    left = Arrays.copyOf(left, capacity);
    costs = Arrays.copyOf(costs, capacity);
    unseen = Arrays.copyOf(unseen, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    onPath = Arrays.copyOf(onPath, capacity);
  }

  /**
   * Finds the {@link #cheapest} left neighbour of a word. Runs from the last neighbour to the
   * first, where SmartCN runs from the first to the last; of equal ones the first wins in both.
   *
   * @return the cost of the path up to and including the word
   */
  private double cheapestLeft(int id, int start) {
    double least = Double.MAX_VALUE;
    int best = 0;
    if (id >= paired || id == WordDictionary.UNKNOWN) {
      for (int word = lastBefore[start]; word != NONE; word = nextBefore[word]) {
        double cost = costs[word] + unseen[word];
        if (cost <= least) {
          least = cost;
          best = word;
        }
      }
    } else {
      int right = WordDictionary.mix(id);
      for (int word = lastBefore[start]; word != NONE; word = nextBefore[word]) {
        double after = unseen[word];
        if (ids[word] < paired) {
          after = dictionary.cost(ids[word], right, after);
        }
        double cost = costs[word] + after;
        if (cost <= least) {
          least = cost;
          best = word;
        }
      }
    }
    cheapest = best;
    return least;
  }

  /** Marks the cheapest path to the end of the sentence, behind which another starts. */
  void finish(int end) {
    cheapestLeft(WordDictionary.SENTENCE_END, end);
    markPath(cheapest);
    previousId = WordDictionary.SENTENCE_START;
    previousUnseen = dictionary.unseen(previousId);
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
    int word = lastBefore[end];
    for (int other = word; other != NONE; other = nextBefore[other]) {
      if (costs[other] < costs[word]) {
        word = other;
      }
    }
    while (ends[word] > end - undecided && left[word] > 0) {
      word = left[word];
    }
    markPath(word);
    previousId = ids[word];
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
