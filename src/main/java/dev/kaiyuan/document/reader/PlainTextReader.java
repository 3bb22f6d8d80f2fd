package dev.kaiyuan.document.reader;

import dev.kaiyuan.document.text.ArticleText;
import dev.kaiyuan.document.text.Characters;

/**
 * Reads text without markup. A short first line that is alone is the title; a line over a row of
 * {@code =} or {@code -} is a heading. Lines broken to fit a page are put together again.
 */
final class PlainTextReader {
  private static final int LONGEST_TITLE = 100;

  /** Lines broken to fit are about this wide, in columns; a Chinese character takes two. */
  private static final int NARROWEST_FULL_LINE = 50;

  private static final int WIDEST_FULL_LINE = 130;

  private final String source;
  private final ArticleText text;

  private PlainTextReader(String source) {
    this.source = source;
    this.text = new ArticleText(source.length());
  }

  /**
   * Reads a whole file.
   *
   * @param source the text, its lines ended by {@code '\n'}
   */
  static ArticleText read(String source) {
    var reader = new PlainTextReader(source);
    reader.read();
    return reader.text;
  }

  private void read() {
    boolean first = true;
    int line = 1;
    int start = 0;
    while (start < source.length()) {
      int end = lineEnd(start);
      int next = end + 1;
      int level = isBlank(start, end) ? 0 : underlineLevel(next);
      text.at(line++);
      if (isBlank(start, end)) {
        text.endBlock();
      } else if (level > 0 || (first && isTitle(start, end))) {
        first = false;
        text.beginHeading();
        text.put(source, start, end);
        text.endHeading(Math.max(1, level));
        if (level > 0) {
          next = lineEnd(next) + 1;
          line++;
        }
      } else {
        first = false;
        text.put(source, start, end);
        if (next < source.length() && runsOn(start, end, next)) {
          text.put('\n');
        } else {
          text.endBlock();
        }
      }
      start = next;
    }
    text.endBlock();
  }

  private boolean isTitle(int start, int end) {
    int next = end + 1;
    return end - start <= LONGEST_TITLE
        && next < source.length()
        && isBlank(next, lineEnd(next))
        && !endsSentence(end);
  }

  /** Returns the level a heading gets from the row of signs under it, or 0 if there is none. */
  private int underlineLevel(int start) {
    int end = start < source.length() ? lineEnd(start) : start;
    while (end > start && source.charAt(end - 1) <= ' ') {
      end--;
    }
    if (end - start < 3) {
      return 0;
    }
    char sign = source.charAt(start);
    for (int i = start; i < end; i++) {
      if (source.charAt(i) != sign) {
        return 0;
      }
    }
    return sign == '=' ? 1 : sign == '-' ? 2 : 0;
  }

  private boolean runsOn(int start, int end, int next) {
    char first = source.charAt(next);
    if (Characters.isWhitespace(first) || (Characters.isAsciiPunctuation(first) && first != '(')) {
      return false;
    }
    int width = 0;
    for (int i = start; i < end && width <= WIDEST_FULL_LINE; i++) {
      width += source.charAt(i) >= 0x2E80 ? 2 : 1;
    }
    return width >= NARROWEST_FULL_LINE && width <= WIDEST_FULL_LINE && !endsSentence(end);
  }

  private boolean endsSentence(int end) {
    int last = end;
    while (last > 0 && Characters.isWhitespace(source.charAt(last - 1))) {
      last--;
    }
    return last > 0 && "。！？；：.!?;:".indexOf(source.charAt(last - 1)) >= 0;
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Characters.isWhitespace(source.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int lineEnd(int start) {
    int end = source.indexOf('\n', start);
    return end < 0 ? source.length() : end;
  }
}
