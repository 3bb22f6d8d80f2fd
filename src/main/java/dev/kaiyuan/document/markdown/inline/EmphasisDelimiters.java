package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.ArticleText;
import dev.kaiyuan.document.text.Characters;
import java.util.Arrays;

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
  private int[] starts = new int[16];
  private int[] lengths = new int[16];
  private int[] originalLengths = new int[16];
  private int[] previous = new int[16];
  private int[] next = new int[16];
  private boolean[] canOpen = new boolean[16];
  private boolean[] canClose = new boolean[16];
  private int count;
  private int top = NONE;
  private int[] strong = new int[8];
  private int strongEnds;

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
   * @return the index behind the run
   */
  int add(int start) {
    char delimiter = chars[start];
    int end = start + 1;
    while (end < chars.length && chars[end] == delimiter) {
      end++;
    }
    if (delimiter == '*' && end - start > 1) {
      addStrong(start, end);
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
    while (previous[closer] != mark) {
      closer = previous[closer];
    }
    while (closer != NONE) {
      if (!canClose[closer]) {
        closer = next[closer];
        continue;
      }
      int kind = kind(closer);
      int opener = previous[closer];
      while (opener > bottoms[kind] && !matches(opener, closer)) {
        opener = previous[opener];
      }
      if (opener <= bottoms[kind]) {
        bottoms[kind] = previous[closer];
        int following = next[closer];
        if (!canOpen[closer]) {
          remove(closer);
        }
        closer = following;
      } else {
        closer = dropPair(opener, closer);
      }
    }
    top = mark;
    count = mark + 1;
    if (mark != NONE) {
      next[mark] = NONE;
    }
  }

  /**
   * Drops what is left of strong emphasis that a Chinese writer spaced in a way no rule allows, as
   * in {@code ** 注意： **请}: two asterisks, twice, with the boundary of a word outside and Chinese
   * beside them.
   */
  void dropLooseStrong() {
    int open = NONE;
    for (int i = 0; i < strongEnds; i += 2) {
      int start = strong[i];
      while (start < strong[i + 1] && chars[start] != '*') {
        start++;
      }
      if (start + 2 > strong[i + 1] || (start + 2 < chars.length && chars[start + 2] == '*')) {
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
    int used = lengths[opener] >= 2 && lengths[closer] >= 2 ? 2 : 1;
    lengths[opener] -= used;
    int from = starts[opener] + lengths[opener];
    finds.span(kind(chars[from], used), from, starts[closer] + used);
    drop(from, from + used);
    drop(starts[closer], starts[closer] + used);
    starts[closer] += used;
    lengths[closer] -= used;
    next[opener] = closer;
    previous[closer] = opener;
    if (lengths[opener] == 0) {
      remove(opener);
    }
    if (lengths[closer] > 0) {
      return closer;
    }
    int following = next[closer];
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
    if (!canOpen[opener] || chars[starts[opener]] != chars[starts[closer]]) {
      return false;
    }
    boolean ambiguous = canClose[opener] || canOpen[closer];
    return !ambiguous
        || originalLengths[closer] % 3 == 0
        || (originalLengths[opener] + originalLengths[closer]) % 3 != 0;
  }

  private int kind(int run) {
    int character = chars[starts[run]] == '*' ? 0 : chars[starts[run]] == '_' ? 1 : 2;
    return (character * 2 + (canOpen[run] ? 1 : 0)) * 3 + originalLengths[run] % 3;
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
    if (count == starts.length) {
      int size = count * 2;
      starts = Arrays.copyOf(starts, size);
      lengths = Arrays.copyOf(lengths, size);
      originalLengths = Arrays.copyOf(originalLengths, size);
      previous = Arrays.copyOf(previous, size);
      next = Arrays.copyOf(next, size);
      canOpen = Arrays.copyOf(canOpen, size);
      canClose = Arrays.copyOf(canClose, size);
    }
    starts[count] = start;
    lengths[count] = length;
    originalLengths[count] = length;
    canOpen[count] = opens;
    canClose[count] = closes;
    previous[count] = top;
    next[count] = NONE;
    if (top != NONE) {
      next[top] = count;
    }
    top = count++;
  }

  private void addStrong(int start, int end) {
    if (strongEnds == strong.length) {
      strong = Arrays.copyOf(strong, strongEnds * 2);
    }
    strong[strongEnds++] = start;
    strong[strongEnds++] = end;
  }

  private void drop(int start, int end) {
    Arrays.fill(chars, start, end, ArticleText.DROPPED);
  }

  private void remove(int run) {
    if (previous[run] != NONE) {
      next[previous[run]] = next[run];
    }
    if (next[run] != NONE) {
      previous[next[run]] = previous[run];
    }
  }
}
