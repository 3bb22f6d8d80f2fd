package dev.kaiyuan.document.html;

/**
 * Finds comments and elements of code that a file opens and does not close, which would take all
 * words after them away.
 */
public final class UnclosedMarkup {
  private static final String[] OPENING = {
    "<!--", "<?", "<![CDATA[", "<script", "<style", "<textarea"
  };
  private static final String[] CLOSING = {"-->", "?>", "]]>", "</script", "</style", "</textarea"};

  private final String source;
  private final NextMarks marks;

  public UnclosedMarkup(String source, NextMarks marks) {
    this.source = source;
    this.marks = marks;
  }

  /** Tells whether markup that is never closed begins at an index. */
  public boolean beginsAt(int start) {
    for (int i = 0; i < OPENING.length; i++) {
      if (source.regionMatches(true, start, OPENING[i], 0, OPENING[i].length())) {
        int close = marks.next(CLOSING[i], start + OPENING[i].length());
        return close < 0 || (i == 0 && reopens(start, close));
      }
    }
    return false;
  }

  /**
   * Returns HTML in which the mark of a comment that is never closed is overwritten, as long as it
   * was.
   */
  static String withoutOpenComment(String html) {
    int closed = Math.max(html.lastIndexOf("-->"), html.lastIndexOf("--!>"));
    // A comment may be nothing but "<!-->".
    int open = html.indexOf("<!--", Math.max(0, closed - 1));
    if (open < 0) {
      return html;
    }
    return html.substring(0, open) + html.substring(open).replace("<!--", "    ");
  }

  /** A comment in which another begins was not closed. */
  private boolean reopens(int start, int close) {
    int again = marks.next("<!--", start + 4);
    return again >= 0 && again < close;
  }
}
