package dev.kaiyuan.document;

/**
 * Finds comments and elements of code that a file opens and does not close, which would take all
 * words behind them away.
 */
final class UnclosedMarkup {
  private static final String[] OPENING = {
    "<!--", "<?", "<![CDATA[", "<script", "<style", "<textarea"
  };
  private static final String[] CLOSING = {"-->", "?>", "]]>", "</script", "</style", "</textarea"};

  private final String source;
  private final NextMarks marks;

  UnclosedMarkup(String source, NextMarks marks) {
    this.source = source;
    this.marks = marks;
  }

  /** Tells whether markup that is never closed begins at an index. */
  boolean beginsAt(int start) {
    for (int i = 0; i < OPENING.length; i++) {
      if (source.regionMatches(true, start, OPENING[i], 0, OPENING[i].length())) {
        int close = marks.next(CLOSING[i], start + OPENING[i].length());
        return close < 0 || (i == 0 && reopens(start, close));
      }
    }
    return false;
  }

  /** A comment in which another begins was not closed. */
  private boolean reopens(int start, int close) {
    int again = marks.next("<!--", start + 4);
    return again >= 0 && again < close;
  }
}
