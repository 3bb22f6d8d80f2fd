package dev.kaiyuan.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds words in a text without an index, by the same rules under which the index holds them.
 *
 * <p>Cheaper than analysing the text: Han words are compared in place, and other words are cut only
 * where one is looked for. Not thread-safe; made for one search.
 */
public final class TermFinder {
  /** Is told of a word that was found. */
  public interface Sink {
    /**
     * A word stands in the text.
     *
     * @param term which of the words given, by its number
     * @param start where it begins in the text
     * @param end where it ends in the text
     * @param across whether it begins or ends within a word of the text and reaches into another:
     *     开源 in 公开源码, which are likely not the word at all
     */
    void found(int term, int start, int end, boolean across);
  }

  private final char[][] terms;
  private final boolean[] han;
  private final long[] firstCharacters = new long[16];
  private final boolean anyHan;
  private final boolean anyOther;
  private final UserDictionary known;
  private final FoldedText text = new FoldedText();
  private final CompoundWord compound = new CompoundWord(text);

  /** Where the words of one Han run begin and end, up to {@link #runEnd}. */
  private final BitSet boundaries = new BitSet();

  private @Nullable WordLattice lattice;
  private int runStart;
  private int runEnd;

  /**
   * Makes a finder.
   *
   * @param terms the words to find: Han words folded, others in the form a field of grams holds
   * @param known the words for the segmenter to know, the same as the index was made with
   */
  public TermFinder(List<String> terms, UserDictionary known) {
    this.known = known;
    this.terms = new char[terms.size()][];
    this.han = new boolean[terms.size()];
    boolean hanSeen = false;
    boolean otherSeen = false;
    for (int i = 0; i < this.terms.length; i++) {
      this.terms[i] = terms.get(i).toCharArray();
      han[i] = Character.isIdeographic(terms.get(i).codePointAt(0));
      hanSeen |= han[i];
      otherSeen |= !han[i];
      int low = this.terms[i][0] & 1023;
      firstCharacters[low >> 6] |= 1L << low;
    }
    anyHan = hanSeen;
    anyOther = otherSeen;
  }

  /**
   * Finds all places of all words, ordered by their start.
   *
   * @param searched the text
   * @param sink is told of each place
   */
  public void find(CharSequence searched, Sink sink) {
    text.set(searched);
    runStart = 0;
    runEnd = 0;
    char[] folded = text.folded();
    int length = text.length();
    for (int p = 0; p < length; ) {
      char c = folded[p];
      if (c >= 0x4E00 && c <= 0x9FFF) {
        if (anyHan && mayBegin(c)) {
          findHan(folded, p, length, sink);
        }
        p++;
        continue;
      }
      if (c == ' ' || c == '\n') {
        p++;
        continue;
      }
      int codePoint = text.codePoint(p);
      switch (CharacterClass.of(codePoint)) {
        case WORD -> {
          compound.parse(p);
          if (anyOther) {
            findPieces(sink);
          }
          p = compound.end();
        }
        case RUN -> {
          int end = text.runEnd(p, CharacterClass.RUN);
          findWhole(p, end, sink);
          p = end;
        }
        case EMOJI -> {
          int end = text.emojiEnd(p);
          findWhole(p, end, sink);
          p = end;
        }
        case OTHER, IGNORED -> p += Character.charCount(codePoint);
        case HAN -> {
          if (mayBegin(c)) {
            findHan(folded, p, length, sink);
          }
          p += Character.charCount(codePoint);
        }
      }
    }
  }

  private boolean mayBegin(char c) {
    int low = c & 1023;
    return (firstCharacters[low >> 6] & 1L << low) != 0;
  }

  private void findHan(char[] folded, int p, int length, Sink sink) {
    for (int t = 0; t < terms.length; t++) {
      char[] term = terms[t];
      if (term[0] == folded[p] && p + term.length <= length && equal(folded, p, term)) {
        sink.found(t, p, p + term.length, isAcross(p, p + term.length));
      }
    }
  }

  private boolean isAcross(int start, int end) {
    if (end - start < 2) {
      return false;
    }
    if (start >= runEnd) {
      cutRun(start);
    }
    boolean whole = boundaries.get(start - runStart) && boundaries.get(end - runStart);
    int inside = boundaries.nextSetBit(start - runStart + 1);
    return !whole && inside >= 0 && inside < end - runStart;
  }

  private void cutRun(int inside) {
    runStart = inside;
    while (runStart > 0 && text.classAt(runStart - 1) == CharacterClass.HAN) {
      runStart--;
    }
    runEnd = text.runEnd(inside, CharacterClass.HAN);
    boundaries.clear();
    if (lattice == null) {
      lattice = new WordLattice(known);
    }
    lattice.setText(text.folded(), runStart, runEnd);
    while (lattice.next()) {
      for (int i = 0; i < lattice.size(); i++) {
        if (lattice.isOnPath(i)) {
          boundaries.set(lattice.start(i) - runStart);
          boundaries.set(lattice.end(i) - runStart);
        }
      }
    }
  }

  private static boolean equal(char[] folded, int p, char[] term) {
    for (int i = 1; i < term.length; i++) {
      if (folded[p + i] != term[i]) {
        return false;
      }
    }
    return true;
  }

  private void findWhole(int start, int end, Sink sink) {
    if (!anyOther) {
      return;
    }
    char[] word = text.term(start, end).toCharArray();
    for (int t = 0; t < terms.length; t++) {
      if (!han[t] && Arrays.equals(terms[t], word)) {
        sink.found(t, start, end, false);
      }
    }
  }

  private void findPieces(Sink sink) {
    for (int piece = 0; piece < compound.size(); piece++) {
      if (!mayBegin(text.folded(compound.start(piece)))
          && compound.kind(piece) != CompoundWord.Kind.NUMBER) {
        continue;
      }
      int length = compound.writeTerm(piece);
      CompoundWord.Kind kind = compound.kind(piece);
      if (kind == CompoundWord.Kind.SEGMENT || kind == CompoundWord.Kind.PART) {
        length = EnglishStemmer.stem(compound.term(), length);
      }
      for (int t = 0; t < terms.length; t++) {
        if (!han[t] && Arrays.equals(terms[t], 0, terms[t].length, compound.term(), 0, length)) {
          sink.found(t, compound.start(piece), compound.end(piece), false);
        }
      }
    }
  }
}
