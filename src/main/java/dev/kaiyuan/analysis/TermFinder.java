package dev.kaiyuan.analysis;

import dev.kaiyuan.analysis.english.EnglishStemmer;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.segmenter.WordDictionary;
import dev.kaiyuan.analysis.segmenter.WordKind;
import dev.kaiyuan.analysis.segmenter.WordLattice;
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
  private static final int FIRST_CHARACTERS = 1 << 10;
  private static final int SHORT = 100;

  /** No word of the dictionary has more characters. */
  static final int LONGEST_WORD = 16;

  private static final int HAN = WordKind.HAN.ordinal();

  private static final boolean[] BEHIND_WORDS = new boolean[0x80];

  static {
    for (char c : " \n,:;!?()\"".toCharArray()) {
      BEHIND_WORDS[c] = true;
    }
  }

  private final char[][] terms;
  private final boolean[] han;
  private final SideBySide sideBySide;

  /** For each of the low bits of a word's first character 1 and the number of a word, or 0. */
  private final int[] firstTerms = new int[FIRST_CHARACTERS];

  /** The same for the next word after each. */
  private final int[] nextTerms;

  /** For each first letter the second letters of words to find, in the bits of {@code 1 << c}. */
  private final int[] secondLetters = new int[26];

  private final boolean anyOther;
  private final UserDictionary known;
  private final FoldedText text = new FoldedText();
  private final CompoundWord compound = new CompoundWord(text);
  private final CompoundParser parser = new CompoundParser(text, compound);

  /** Where the words of one Han run begin and end, up to {@link #runEnd}. */
  private final BitSet boundaries = new BitSet();

  private final WordDictionary dictionary = WordDictionary.get();
  private @Nullable WordLattice lattice;
  private int runStart;
  private int runEnd;

  /**
   * Makes a finder.
   *
   * @param words the words to find: Han words folded, others in the form a field of grams holds;
   *     such words with spaces between them are found where they stand side by side, with at most
   *     one sign or space between two: {@code iphone 14} in iPhone14
   * @param known the words for the segmenter to know, the same as the index was made with
   */
  public TermFinder(List<String> words, UserDictionary known) {
    this.known = known;
    this.sideBySide = new SideBySide(words);
    List<String> terms = sideBySide.terms();
    this.terms = new char[terms.size()][];
    this.han = new boolean[terms.size()];
    this.nextTerms = new int[this.terms.length];
    boolean otherSeen = false;
    for (int i = this.terms.length - 1; i >= 0; i--) {
      this.terms[i] = terms.get(i).toCharArray();
      han[i] = Character.isIdeographic(terms.get(i).codePointAt(0));
      otherSeen |= !han[i];
      int first = this.terms[i][0] & FIRST_CHARACTERS - 1;
      nextTerms[i] = firstTerms[first];
      firstTerms[first] = i + 1;
      addSecondLetter(this.terms[i]);
    }
    anyOther = otherSeen;
  }

  private void addSecondLetter(char[] term) {
    if (!isLetter(term[0])) {
      return;
    }
    secondLetters[term[0] - 'a'] |=
        term.length > 1 && isLetter(term[1])
            ? 1 << term[1] - 'a' | EnglishStemmer.changedSecondLetters(term[0])
            : -1;
  }

  /**
   * Finds all places of all words, ordered by their start, or by their last word's.
   *
   * @param searched the text
   * @param sink is told of each place
   */
  public void find(CharSequence searched, TermSink sink) {
    text.set(searched);
    sideBySide.clear();
    runStart = 0;
    runEnd = 0;
    char[] folded = text.folded();
    int length = text.length();
    for (int p = 0; p < length; ) {
      char c = folded[p];
      if (c >= 0x4E00 && c <= 0x9FFF) {
        if (mayBegin(c)) {
          findHan(folded, p, length, sink);
        }
        p++;
        continue;
      }
      if (c == ' ' || c == '\n') {
        p++;
        continue;
      }
      int skipped = skipWords(folded, p, length);
      if (skipped > p) {
        p = skipped;
        continue;
      }
      int codePoint = text.codePoint(p);
      switch (CharacterClass.of(codePoint)) {
        case WORD -> {
          int end = parser.parse(p);
          if (anyOther) {
            findPieces(sink);
          }
          p = end;
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
    return firstTerms[c & FIRST_CHARACTERS - 1] != 0;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** Whether a word to find may begin at an offset. */
  private boolean mayBegin(char[] folded, int p, int length) {
    return isLetter(folded[p])
        ? mayBegin(folded[p], p + 1 < length ? folded[p + 1] : ' ')
        : mayBegin(folded[p]);
  }

  /** Whether a word to find may begin with two characters, the first of them a letter. */
  private boolean mayBegin(char letter, char second) {
    int seconds = secondLetters[letter - 'a'];
    return seconds == -1 || seconds != 0 && !isLetter(second) || (seconds & 1 << second - 'a') != 0;
  }

  /**
   * Skips letters, digits and signs up to the next space or Han character if no word to find may
   * begin among them, as is true of nearly all, without parsing them.
   *
   * @return where they end, or where they start if that can't be told so cheaply
   */
  private int skipWords(char[] folded, int start, int length) {
    if (start > 0 && "-.@$".indexOf(folded[start - 1]) >= 0 && mayBegin(folded[start - 1])) {
      return start;
    }
    boolean inside = false;
    int p = start;
    for (; p < length && !standsBehindWords(folded[p]); p++) {
      char c = folded[p];
      boolean letter = isLetter(c);
      boolean begins = !letter || !inside || text.original(p) != c;
      if (c >= 0x80 || p - start > SHORT || begins && anyOther && mayBegin(folded, p, length)) {
        return start;
      }
      inside = letter;
    }
    boolean mayGoOn = p < length && folded[p] == ',' && p > start && text.isDigit(p - 1);
    return mayGoOn ? start : p;
  }

  /** Whether a character surely is no part of a run of letters and their joints. */
  private static boolean standsBehindWords(char c) {
    return c < BEHIND_WORDS.length
        ? BEHIND_WORDS[c]
        : c >= 0x4E00 && c <= 0x9FFF || c == '、' || c == '。';
  }

  private void findHan(char[] folded, int p, int length, TermSink sink) {
    for (int t = firstTerms[folded[p] & FIRST_CHARACTERS - 1] - 1; t >= 0; t = nextTerms[t] - 1) {
      char[] term = terms[t];
      if (p + term.length <= length && equal(folded, p, term)) {
        sink.found(t, p, p + term.length);
      }
    }
  }

  /**
   * Whether characters of the text searched last begin or end within a Han word of it and reach
   * into another: 开源 in 公开源码, which are likely not the word at all. Cheapest when asked in order of
   * their start.
   *
   * @param start where they begin
   * @param end where they end
   */
  public boolean isAcross(int start, int end) {
    if (end - start < 2 || text.classAt(start) != CharacterClass.HAN) {
      return false;
    }
    if (!isCut(start)) {
      if (!known.hasOwn() && isFree(start) && isFree(end)) {
        return false;
      }
      cutRun(start);
    }
    boolean whole = boundaries.get(start - runStart) && boundaries.get(end - runStart);
    int inside = boundaries.nextSetBit(start - runStart + 1);
    return !whole && inside >= 0 && inside < end - runStart;
  }

  private boolean isCut(int offset) {
    return offset >= runStart && offset < runEnd;
  }

  /**
   * Whether no word of the dictionary goes over an offset, so that every way has a cut there. Words
   * of one's own are not looked for.
   */
  private boolean isFree(int offset) {
    char[] folded = text.folded();
    for (int start = offset - 1; start >= Math.max(0, offset - LONGEST_WORD); start--) {
      if (WordDictionary.kind(dictionary.character(folded[start])) != HAN) {
        return text.classAt(start) != CharacterClass.HAN;
      }
      int node = 0;
      for (int p = start; p < text.length(); p++) {
        node = dictionary.step(node, WordDictionary.code(dictionary.character(folded[p])));
        if (node == 0) {
          break;
        }
        if (p >= offset && dictionary.id(node) != WordDictionary.UNKNOWN) {
          return false;
        }
        if (!dictionary.hasMore(node)) {
          break;
        }
      }
    }
    return true;
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
    for (int i = 0; i < term.length; i++) {
      if (folded[p + i] != term[i]) {
        return false;
      }
    }
    return true;
  }

  private void findWhole(int start, int end, TermSink sink) {
    if (!anyOther) {
      return;
    }
    char[] word = text.term(start, end).toCharArray();
    for (int t = 0; t < terms.length; t++) {
      if (!han[t] && Arrays.equals(terms[t], word)) {
        sink.found(t, start, end);
      }
    }
  }

  private void findPieces(TermSink sink) {
    for (int piece = 0; piece < compound.size(); piece++) {
      if (!mayBegin(text.folded(compound.start(piece))) && !compound.kind(piece).isNumber()) {
        continue;
      }
      int length = compound.writeTerm(piece);
      if (compound.kind(piece).inflects()) {
        char[] word = compound.term();
        if (length > 1 && isLetter(word[0]) && !mayBegin(word[0], word[1])) {
          continue;
        }
        length = EnglishStemmer.stem(word, length);
      }
      for (int t = 0; t < terms.length; t++) {
        if (!han[t] && Arrays.equals(terms[t], 0, terms[t].length, compound.term(), 0, length)) {
          sideBySide.found(t, compound.start(piece), compound.end(piece), sink);
        }
      }
    }
  }
}
