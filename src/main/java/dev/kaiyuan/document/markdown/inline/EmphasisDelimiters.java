package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.ArticleText;
import dev.kaiyuan.document.text.Characters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs the runs of {@code *}, {@code _} and {@code ~~} in one block by CommonMark's rules, and
 * drops the pairs from the text.
 *
 * <p>One rule is wider than CommonMark's, which was made for text with spaces and leaves the
 * asterisks of {@code **“开源”**是} standing: a Chinese character or full-width punctuation beside a
 * run does not keep it from opening or closing. This follows the <a
 * href="https://github.com/tats-u/markdown-cjk-friendly">CJK-friendly amendments</a> to the
 * specification. An asterisk between digits, as in {@code 2**3}, is never markup.
 *
 * <p>Takes time in proportion to the number of runs, whatever they are.
 */
final class EmphasisDelimiters {
  private static final int NONE = -1;

  /** Kinds of closing runs that look for the same openers: character, can open, length mod 3. */
  private static final int KINDS = 3 * 2 * 3;

  private final char[] chars;
  private final InlineFinds finds;
  private final List<Run> runs = new ArrayList<>();
  private int top = NONE;
  private final List<Asterisks> strong = new ArrayList<>();

  /** A run of one delimiter, linked to its neighbours that still wait for their other half. */
  private static final class Run {
    final int originalLength;
    final boolean canOpen;
    final boolean canClose;
    int start;
    int length;
    int previous;
    int next = NONE;

    Run(int start, int length, boolean canOpen, boolean canClose, int previous) {
      this.start = start;
      this.length = length;
      this.originalLength = length;
      this.canOpen = canOpen;
      this.canClose = canClose;
      this.previous = previous;
    }
  }

  /** Two asterisks or more. */
  private record Asterisks(int start, int end) {}

  /**
   * Makes an empty list of runs.
   *
   * @param chars the block's characters, in which pairs are overwritten
   * @param finds takes the span of each pair
   */
  EmphasisDelimiters(char[] chars, InlineFinds finds) {
    this.chars = chars;
    this.finds = finds;
  }

  /** The last run that waits for its other half, as a mark for {@link #pair}. */
  int top() {
    return top;
  }

  /**
   * Adds the run that starts at an index, if it can be markup.
   *
   * @return the index after the run
   */
  int add(int start) {
    char delimiter = chars[start];
    int end = start + 1;
    while (end < chars.length && chars[end] == delimiter) {
      end++;
    }
    if (delimiter == '*' && end - start > 1) {
      strong.add(new Asterisks(start, end));
    }
    int before = start == 0 ? '\n' : Character.codePointBefore(chars, start);
    int after = end == chars.length ? '\n' : Character.codePointAt(chars, end);
    boolean numeric = Characters.isAsciiDigit(before) && Characters.isAsciiDigit(after);
    if (numeric || (delimiter == '~' && end - start != 2)) {
      return end;
    }
    boolean spaceBefore = isSpace(before);
    boolean spaceAfter = isSpace(after);
    boolean spacelessBefore = Characters.isSpaceless(before);
    boolean spacelessAfter = Characters.isSpaceless(after);
    boolean punctuationBefore = !spacelessBefore && isBoundary(before);
    boolean punctuationAfter = !spacelessAfter && isBoundary(after);
    boolean leftFlanking =
        !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore || spacelessBefore);
    boolean rightFlanking =
        !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter || spacelessAfter);
    boolean opens = leftFlanking;
    boolean closes = rightFlanking;
    if (delimiter == '_') {
      opens = leftFlanking && (!rightFlanking || isBoundary(before));
      closes = rightFlanking && (!leftFlanking || isBoundary(after));
    }
    if (opens || closes) {
      push(start, end - start, opens, closes);
    }
    return end;
  }

  /** Pairs the runs above a mark from {@link #top}, and forgets them. */
  void pair(int mark) {
    int closer = top;
    if (closer == mark) {
      return;
    }
    int[] bottoms = new int[KINDS];
    Arrays.fill(bottoms, mark);
    while (runs.get(closer).previous != mark) {
      closer = runs.get(closer).previous;
    }
    while (closer != NONE) {
      if (!runs.get(closer).canClose) {
        closer = runs.get(closer).next;
        continue;
      }
      int kind = kind(closer);
      int opener = runs.get(closer).previous;
      while (opener > bottoms[kind] && !matches(opener, closer)) {
        opener = runs.get(opener).previous;
      }
      if (opener <= bottoms[kind]) {
        bottoms[kind] = runs.get(closer).previous;
        int following = runs.get(closer).next;
        if (!runs.get(closer).canOpen) {
          remove(closer);
        }
        closer = following;
      } else {
        closer = dropPair(opener, closer);
      }
    }
    top = mark;
    runs.subList(mark + 1, runs.size()).clear();
    if (mark != NONE) {
      runs.get(mark).next = NONE;
    }
  }

  /**
   * Drops what is left of strong emphasis that a Chinese writer spaced in a way no rule allows, as
   * in {@code ** 注意： **请}: two asterisks, twice, with the boundary of a word outside and Chinese
   * beside them.
   */
  void dropLooseStrong() {
    int open = NONE;
    for (Asterisks asterisks : strong) {
      int start = asterisks.start();
      while (start < asterisks.end() && chars[start] != '*') {
        start++;
      }
      if (start + 2 > asterisks.end() || (start + 2 < chars.length && chars[start + 2] == '*')) {
        continue;
      }
      if (open != NONE && endsLoosely(open, start)) {
        finds.span(Span.Kind.STRONG, open, start + 2);
        drop(open, open + 2);
        drop(start, start + 2);
        open = NONE;
      } else {
        open = start;
      }
    }
  }

  private boolean endsLoosely(int open, int close) {
    int outerBefore = open == 0 ? '\n' : Character.codePointBefore(chars, open);
    int outerAfter = close + 2 == chars.length ? '\n' : Character.codePointAt(chars, close + 2);
    if (Character.isLetterOrDigit(outerBefore) && !Characters.isSpaceless(outerBefore)
        || Character.isLetterOrDigit(outerAfter) && !Characters.isSpaceless(outerAfter)) {
      return false;
    }
    boolean blank = true;
    boolean chinese =
        isChineseAt(isSpace(outerBefore) ? open - 2 : open - 1)
            || isChineseAt(isSpace(outerAfter) ? close + 3 : close + 2);
    for (int i = open + 2; i < close; i++) {
      blank &= isSpace(chars[i]) || chars[i] == ArticleText.DROPPED;
      chinese |= Characters.isSpaceless(chars[i]);
    }
    return blank || chinese;
  }

  private boolean isChineseAt(int index) {
    return index >= 0 && index < chars.length && Characters.isSpaceless(chars[index]);
  }

  private int dropPair(int opener, int closer) {
    int used = runs.get(opener).length >= 2 && runs.get(closer).length >= 2 ? 2 : 1;
    runs.get(opener).length -= used;
    int from = runs.get(opener).start + runs.get(opener).length;
    finds.span(kind(chars[from], used), from, runs.get(closer).start + used);
    drop(from, from + used);
    drop(runs.get(closer).start, runs.get(closer).start + used);
    runs.get(closer).start += used;
    runs.get(closer).length -= used;
    runs.get(opener).next = closer;
    runs.get(closer).previous = opener;
    if (runs.get(opener).length == 0) {
      remove(opener);
    }
    if (runs.get(closer).length > 0) {
      return closer;
    }
    int following = runs.get(closer).next;
    remove(closer);
    return following;
  }

  private static Span.Kind kind(char delimiter, int used) {
    if (delimiter == '~') {
      return Span.Kind.DELETED;
    }
    return used == 2 ? Span.Kind.STRONG : Span.Kind.EMPHASIS;
  }

  private boolean matches(int opener, int closer) {
    if (!runs.get(opener).canOpen
        || chars[runs.get(opener).start] != chars[runs.get(closer).start]) {
      return false;
    }
    boolean ambiguous = runs.get(opener).canClose || runs.get(closer).canOpen;
    return !ambiguous
        || runs.get(closer).originalLength % 3 == 0
        || (runs.get(opener).originalLength + runs.get(closer).originalLength) % 3 != 0;
  }

  private int kind(int run) {
    int character =
        chars[runs.get(run).start] == '*' ? 0 : chars[runs.get(run).start] == '_' ? 1 : 2;
    return (character * 2 + (runs.get(run).canOpen ? 1 : 0)) * 3 + runs.get(run).originalLength % 3;
  }

  private static boolean isSpace(int c) {
    return c != ArticleText.DROPPED && c != ArticleText.DROPPED_BREAK && Characters.isWhitespace(c);
  }

  /** Markup that was dropped counts as the punctuation it was. */
  private static boolean isBoundary(int c) {
    return c == ArticleText.DROPPED
        || c == ArticleText.DROPPED_BREAK
        || Characters.isPunctuation(c);
  }

  private void push(int start, int length, boolean opens, boolean closes) {
    runs.add(new Run(start, length, opens, closes, top));
    if (top != NONE) {
      runs.get(top).next = runs.size() - 1;
    }
    top = runs.size() - 1;
  }

  private void drop(int start, int end) {
    Arrays.fill(chars, start, end, ArticleText.DROPPED);
  }

  private void remove(int run) {
    if (runs.get(run).previous != NONE) {
      runs.get(runs.get(run).previous).next = runs.get(run).next;
    }
    if (runs.get(run).next != NONE) {
      runs.get(runs.get(run).next).previous = runs.get(run).previous;
    }
  }
}
