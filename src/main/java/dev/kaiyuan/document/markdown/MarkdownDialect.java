package dev.kaiyuan.document.markdown;

import dev.kaiyuan.document.html.NextMarks;
import dev.kaiyuan.document.text.AddressShape;
import dev.kaiyuan.document.text.Characters;

/**
 * Writes what note programs and site generators add to Markdown in plain Markdown, line for line,
 * so that every line keeps its number and all who read Markdown here read the same: wiki links,
 * callouts, containers, highlights, blocks' names, formulas, templates' tags. What only looks like
 * markup, and would take words away, is written as text.
 *
 * <p>For use once. Takes time in proportion to the text.
 */
public final class MarkdownDialect {
  /** A formula has no more lines than this, so that a stray sign costs no more. */
  private static final int LONGEST_FORMULA = 200;

  private final String source;
  private final NextMarks marks;
  private final StringBuilder plain;
  private int at;
  private char fence;
  private int fenceLength;
  private int formulaEnd;

  private MarkdownDialect(String source) {
    this.source = source;
    this.marks = new NextMarks(source);
    this.plain = new StringBuilder(source.length() + 64);
  }

  /**
   * Returns the text in plain Markdown.
   *
   * @param source the text, its lines ended by {@code '\n'}
   */
  public static String plain(String source) {
    return new MarkdownDialect(source).write();
  }

  private String write() {
    while (at < source.length()) {
      int newline = source.indexOf('\n', at);
      int end = newline < 0 ? source.length() : newline;
      line(at, end);
      if (newline >= 0) {
        plain.append('\n');
      }
      at = end + 1;
    }
    return plain.toString();
  }

  private void line(int start, int end) {
    int first = contentStart(start, end);
    if (start < formulaEnd) {
      formula(start, first, end);
    } else if (fence == '%') {
      if (source.startsWith("{%", first)) {
        codeOfTemplate(start, first, end);
      } else {
        plain.append(source, start, end);
      }
    } else if (fence == '<') {
      plain.append(source, start, end);
      fence = contains("</pre", start, end) ? 0 : fence;
    } else if (fence != 0 || isFence(first, end)) {
      readFence(first, end);
      plain.append(source, start, end);
    } else if (first == end) {
      plain.append(source, start, end);
    } else {
      switch (source.charAt(first)) {
        case ':', '!', '?' -> container(start, first, end);
        case '[' -> callout(start, first, end);
        case '$' -> beginFormula(start, first, end);
        case '{' -> codeOfTemplate(start, first, end);
        case '<' -> preformatted(start, first, end);
        case '%' -> comment(start, first, end);
        default -> property(start, first, end);
      }
    }
  }

  /** Where a line's content begins, after the marks of quotes and items of lists. */
  private int contentStart(int start, int end) {
    int i = start;
    while (i < end) {
      char c = source.charAt(i);
      boolean item =
          (c == '-' || c == '*' || c == '+') && i + 1 < end && source.charAt(i + 1) == ' ';
      if (c != ' ' && c != '\t' && c != '>' && !item) {
        break;
      }
      i++;
    }
    return i;
  }

  private boolean isFence(int first, int end) {
    return runLength(first, end, '`') >= 3 || runLength(first, end, '~') >= 3;
  }

  private int runLength(int start, int end, char c) {
    int i = start;
    while (i < end && source.charAt(i) == c) {
      i++;
    }
    return i - start;
  }

  private void readFence(int first, int end) {
    if (first == end) {
      return;
    }
    char c = source.charAt(first);
    int length = runLength(first, end, c);
    if (fence == 0) {
      boolean inline = c == '`' && source.indexOf('`', first + length, end) >= 0;
      fence = inline ? 0 : c;
      fenceLength = length;
    } else if (c == fence && length >= fenceLength && isBlank(first + length, end)) {
      fence = 0;
    }
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Characters.isWhitespace(source.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Makes what comes next stand apart from the line before. */
  private void breakBefore() {
    int end = plain.length() - 1;
    if (end > 0 && plain.charAt(end) == '\n' && plain.charAt(end - 1) != '\n') {
      plain.insert(end, "  ");
    }
  }

  /**
   * {@code ::: tip Title}, {@code :::}, {@code !!! note "Title"}: the title has a line of its own.
   */
  private void container(int start, int first, int end) {
    char mark = source.charAt(first);
    int marks = runLength(first, end, mark);
    boolean spaced = first + marks < end && source.charAt(first + marks) == ' ';
    if (marks < 3 || (mark != ':' && !(marks == 3 && spaced))) {
      inline(start, end);
      return;
    }
    breakBefore();
    plain.append(source, start, first);
    String title = ContainerTitle.of(source.substring(first + marks, end));
    if (!title.isEmpty()) {
      plain.append(title).append("  ");
    }
  }

  /** {@code > [!warning]- Title}: the title has a line of its own. */
  private void callout(int start, int first, int end) {
    int close = source.indexOf(']', first, end);
    boolean callout =
        source.startsWith("[!", first)
            && close > first + 2
            && source.indexOf('>', start, first) >= 0;
    for (int i = first + 2; callout && i < close; i++) {
      char c = source.charAt(i);
      callout = Characters.isAsciiLetter(c) || Characters.isAsciiDigit(c) || "-_| ".indexOf(c) >= 0;
    }
    if (!callout) {
      definition(start, first, end);
      return;
    }
    int title = close + 1;
    if (title < end && (source.charAt(title) == '-' || source.charAt(title) == '+')) {
      title++;
    }
    plain.append(source, start, first);
    if (!isBlank(title, end)) {
      inline(title, end);
      plain.append("  ");
    }
  }

  /** A link's definition whose target is no address is something a person says. */
  private void definition(int start, int first, int end) {
    int close = source.indexOf("]:", first, end);
    boolean prose =
        close > first
            && source.charAt(first + 1) != '^'
            && AddressShape.isProse(source, close + 2, end);
    if (prose) {
      plain.append(source, start, first).append('\\');
      inline(first, end);
    } else {
      inline(start, end);
    }
  }

  /** {@code name:: value} of Logseq; those that its program writes are nothing to read. */
  private void property(int start, int first, int end) {
    int colons = source.indexOf("::", first, end);
    boolean property = colons > first && colons + 2 < end && source.charAt(colons + 2) == ' ';
    for (int i = first; property && i < colons; i++) {
      char c = source.charAt(i);
      property = Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }
    if (!property) {
      inline(start, end);
      return;
    }
    switch (source.substring(first, colons)) {
      case "id",
          "collapsed",
          "heading",
          "background-color",
          "created-at",
          "updated-at",
          "ls-type",
          "hl-page",
          "hl-color",
          "hl-type",
          "query-table",
          "file-path" ->
          plain.append(source, start, first);
      default -> {
        breakBefore();
        inline(start, end);
        plain.append("  ");
      }
    }
  }

  /** The code between {@code {% highlight %}} and its end is code. */
  private void codeOfTemplate(int start, int first, int end) {
    String tag = source.substring(first, Math.min(end, first + 100));
    boolean begins = tag.matches("\\{% *(?:highlight|codeblock)\\b[\\p{ASCII}]*%} *");
    boolean ends = tag.matches("\\{% *end(?:highlight|codeblock) *%} *");
    if (fence == '%' && !ends) {
      plain.append(source, start, end);
    } else if (begins || ends) {
      plain.append(source, start, first).append("```");
      fence = begins ? '%' : 0;
    } else {
      property(start, first, end);
    }
  }

  private boolean contains(String mark, int start, int end) {
    return marks.next(mark, start, end) >= 0;
  }

  /** Code between {@code <pre>} and its end is code. */
  private void preformatted(int start, int first, int end) {
    boolean begins = source.regionMatches(true, first, "<pre", 0, 4);
    if (begins && marks.next("</pre", first) >= 0) {
      fence = contains("</pre", first, end) ? 0 : '<';
      plain.append(source, start, end);
    } else {
      property(start, first, end);
    }
  }

  /** {@code %%} alone begins or ends a comment, which stands apart. */
  private void comment(int start, int first, int end) {
    if (source.startsWith("%%", first) && isBlank(first + 2, end)) {
      plain.append(source, start, first);
    } else {
      inline(start, end);
    }
  }

  private void beginFormula(int start, int first, int end) {
    if (!source.startsWith("$$", first)) {
      inline(start, end);
      return;
    }
    int from = first + 2;
    int lineEnd = end;
    for (int lines = 0; lines < LONGEST_FORMULA; lines++) {
      int last = lineEnd;
      while (last > from && source.charAt(last - 1) <= ' ') {
        last--;
      }
      if (last - 2 >= from && source.startsWith("$$", last - 2)) {
        breakBefore();
        formulaEnd = lineEnd + 1;
        formula(start, first, end);
        return;
      }
      if (lineEnd >= source.length()) {
        break;
      }
      from = lineEnd + 1;
      int newline = source.indexOf('\n', from);
      lineEnd = newline < 0 ? source.length() : newline;
    }
    inline(start, end);
  }

  /** A line of a formula: every sign is itself, and the line is alone. */
  private void formula(int start, int first, int end) {
    int content = start;
    while (content < first
        && source.charAt(content) != '-'
        && source.charAt(content) != '*'
        && source.charAt(content) != '+') {
      content++;
    }
    plain.append(source, start, content);
    for (int i = content; i < end; i++) {
      char c = source.charAt(i);
      if (Characters.isAsciiPunctuation(c)) {
        plain.append('\\');
      }
      plain.append(c);
    }
    if (content < end) {
      plain.append("  ");
    }
  }

  private void inline(int start, int end) {
    new InlineDialect(source, marks, plain).write(start, end);
  }
}
