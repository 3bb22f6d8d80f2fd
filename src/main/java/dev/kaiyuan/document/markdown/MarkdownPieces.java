package dev.kaiyuan.document.markdown;

/**
 * Cuts a long document into pieces. The library's memory grows with the text, and its time with the
 * square of a paragraph's lines (it copies a list of them for each line). Nearly all files are one
 * piece.
 */
final class MarkdownPieces {
  /** A piece ends at the first blank line after this many characters. */
  private static final int LONG_PIECE = 1 << 20;

  /** A piece ends after this many lines without a blank one. */
  private static final int MANY_LINES = 4000;

  private final String text;
  private int start;
  private int end;
  private int line;
  private int nextLine;

  /**
   * Starts before the first piece.
   *
   * @param firstLine the line of the file on which the text begins
   */
  MarkdownPieces(String text, int firstLine) {
    this.text = text;
    this.nextLine = firstLine;
  }

  /** Moves to the next piece; returns whether there is one. */
  boolean next() {
    start = end;
    line = nextLine;
    if (start == text.length()) {
      return false;
    }
    end = text.length() - start <= MANY_LINES ? text.length() : findEnd();
    return true;
  }

  String source() {
    return text.substring(start, end);
  }

  /** The line of the file on which the piece begins. */
  int line() {
    return line;
  }

  private int findEnd() {
    char fence = 0;
    int run = 0;
    int lineStart = start;
    while (lineStart < text.length()) {
      int first = lineStart;
      while (first < text.length() && text.charAt(first) == ' ') {
        first++;
      }
      boolean blank = first == text.length() || text.charAt(first) == '\n';
      run = blank ? 0 : run + 1;
      if (fence == 0 && (run > MANY_LINES || (blank && lineStart - start > LONG_PIECE))) {
        return lineStart;
      }
      if (text.startsWith("```", first) || text.startsWith("~~~", first)) {
        char mark = text.charAt(first);
        fence = fence == 0 ? mark : fence == mark ? 0 : fence;
      }
      int lineEnd = text.indexOf('\n', first);
      lineStart = lineEnd < 0 ? text.length() : lineEnd + 1;
      nextLine++;
    }
    return text.length();
  }
}
