package dev.kaiyuan.document;

/** Finds where the parts of a Markdown link end: its target, title and label. */
final class LinkScanner {
  private static final int MAX_NESTED_PARENTHESES = 32;
  private static final int MAX_LABEL_LENGTH = 999;
  private static final int MAX_TEMPLATE_LENGTH = 500;

  private final String source;

  LinkScanner(String source) {
    this.source = source;
  }

  /** Returns the index behind {@code (target "title")} from an index, or -1 if there is none. */
  int targetEnd(int start) {
    if (peek(start) != '(') {
      return -1;
    }
    int i = skipWhitespace(start + 1);
    i = peek(i) == '<' ? bracketedDestinationEnd(i + 1) : destinationEnd(i);
    if (i < 0) {
      return -1;
    }
    int next = skipWhitespace(i);
    if (next > i) {
      int titleEnd = titleEnd(next);
      next = titleEnd < 0 ? next : skipWhitespace(titleEnd);
    }
    return peek(next) == ')' ? next + 1 : -1;
  }

  /** Returns the index behind {@code [label]} from an index, or -1 if there is none. */
  int labelEnd(int start) {
    if (peek(start) != '[') {
      return -1;
    }
    int limit = Math.min(source.length(), start + 2 + MAX_LABEL_LENGTH);
    for (int i = start + 1; i < limit; i++) {
      switch (source.charAt(i)) {
        case '\\' -> i++;
        case '[' -> {
          return -1;
        }
        case ']' -> {
          return i + 1;
        }
        default -> {}
      }
    }
    return -1;
  }

  /** Returns the index behind {@code <address>} from an index, or -1 if there is none. */
  int autolinkEnd(int start) {
    int i = start + 1;
    while (i < source.length() && isSchemePart(source.charAt(i))) {
      i++;
    }
    boolean mail = i > start + 1 && peek(i) == '@';
    boolean scheme =
        peek(i) == ':'
            && i > start + 2
            && i <= start + 33
            && Characters.isAsciiLetter(peek(start + 1));
    if (!mail && !scheme) {
      return -1;
    }
    while (i < source.length() && source.charAt(i) > ' ' && source.charAt(i) != '<') {
      if (source.charAt(i) == '>') {
        return i + 1;
      }
      i++;
    }
    return -1;
  }

  /**
   * Returns the index behind a template's tag ({@code {{< note >}}}, {@code {{% note %}}}, {@code
   * {% raw %}}) from an index, or -1 if there is none. It stands on one line.
   */
  int shortcodeEnd(int start) {
    String close;
    if (source.startsWith("{{<", start)) {
      close = ">}}";
    } else if (source.startsWith("{{%", start)) {
      close = "%}}";
    } else if (source.startsWith("{%", start)) {
      close = "%}";
    } else {
      return -1;
    }
    return closeOnLine(start + 2, close);
  }

  /**
   * Returns the index behind attributes for a heading or block ({@code {#id}}, {@code {: .class}})
   * at the end of a line, or -1 if there are none.
   */
  int attributesEnd(int start) {
    int end = closeOnLine(start + 2, "}");
    return end == source.length() || (end >= 0 && source.charAt(end) == '\n') ? end : -1;
  }

  private int destinationEnd(int start) {
    int open = 0;
    int i = start;
    while (i < source.length()) {
      char c = source.charAt(i);
      if (c == '\\' && Characters.isAsciiPunctuation(peek(i + 1))) {
        i++;
      } else if (c == '(') {
        open++;
        if (open > MAX_NESTED_PARENTHESES) {
          return -1;
        }
      } else if (c == ')') {
        if (open == 0) {
          return i;
        }
        open--;
      } else if (c == '{' && peek(i + 1) == '{') {
        // A template's expression has spaces in it: [text]({{< ref "page" >}}).
        int end = closeOnLine(i + 2, "}}");
        if (end >= 0) {
          i = end;
          continue;
        }
      } else if (c <= ' ' || c == 0x7F) {
        break;
      }
      i++;
    }
    return i;
  }

  private int bracketedDestinationEnd(int start) {
    for (int i = start; i < source.length(); i++) {
      switch (source.charAt(i)) {
        case '\\' -> i++;
        case '<', '\n' -> {
          return -1;
        }
        case '>' -> {
          return i + 1;
        }
        default -> {}
      }
    }
    return -1;
  }

  private int titleEnd(int start) {
    char open = peek(start);
    if (open != '"' && open != '\'' && open != '(') {
      return -1;
    }
    char close = open == '(' ? ')' : open;
    for (int i = start + 1; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == close) {
        return i + 1;
      }
      if (c == '(' && open == '(') {
        return -1;
      }
      if (c == '\\') {
        i++;
      }
    }
    return -1;
  }

  private int closeOnLine(int start, String close) {
    int limit = Math.min(source.length(), start + MAX_TEMPLATE_LENGTH);
    for (int i = start; i < limit && source.charAt(i) != '\n'; i++) {
      if (source.startsWith(close, i)) {
        return i + close.length();
      }
    }
    return -1;
  }

  private int skipWhitespace(int start) {
    int i = start;
    while (i < source.length() && source.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  private static boolean isSchemePart(char c) {
    return Characters.isAsciiLetter(c)
        || Characters.isAsciiDigit(c)
        || c == '+'
        || c == '.'
        || c == '-'
        || c == '_';
  }

  private char peek(int i) {
    return i < source.length() ? source.charAt(i) : '\0';
  }
}
