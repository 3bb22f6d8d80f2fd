package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.Characters;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParserContext;
import org.jspecify.annotations.Nullable;

/** Finds where a Markdown link ends, by its target, its label, or an address in angle brackets. */
final class LinkScanner {
  private static final int MAX_NESTED_PARENTHESES = 32;
  private static final int MAX_LABEL_LENGTH = 999;

  private final String source;
  private final TemplateScanner templates;
  private final @Nullable InlineParserContext context;
  private boolean written;
  private @Nullable String destination;
  private @Nullable String title;

  /**
   * Makes a scanner.
   *
   * @param context knows the labels that links may have, null if there are none
   */
  LinkScanner(String source, TemplateScanner templates, @Nullable InlineParserContext context) {
    this.source = source;
    this.templates = templates;
    this.context = context;
  }

  /**
   * Returns the index after the link or image whose text is between two brackets, or -1 if they are
   * text themselves.
   *
   * @param hasInner whether other brackets are between, so that the text can be no label
   */
  int end(int open, int close, boolean image, boolean hasInner) {
    destination = null;
    title = null;
    int targetEnd = targetEnd(close + 1);
    written = targetEnd >= 0;
    if (written) {
      return targetEnd;
    }
    int labelEnd = labelEnd(close + 1);
    if (labelEnd > close + 3) {
      boolean link = define(close + 2, labelEnd - 1) || isLost(open, close, labelEnd, image);
      return link ? labelEnd : -1;
    }
    if (hasInner || !define(open + 1, close)) {
      return -1;
    }
    return Math.max(labelEnd, close + 1);
  }

  /**
   * Reports the last link or image that was found.
   *
   * @param start offset of its first character
   * @param end offset after its last one
   */
  void report(int start, int end, boolean image, InlineFinds finds) {
    if (destination == null) {
      return;
    }
    if (written) {
      finds.mentions.addAddress(destination);
      if (title != null) {
        finds.asides.add(title);
      }
    }
    finds.span(image ? Span.Kind.IMAGE : Span.Kind.LINK, start, end, destination, title);
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

  /** A link by number whose target was lost: {@code [许可证][1]}, but not {@code cell[row][1]}. */
  private boolean isLost(int open, int close, int labelEnd, boolean image) {
    int before = open - (image ? 2 : 1);
    char c = before < 0 ? ' ' : source.charAt(before);
    boolean index =
        Characters.isAsciiLetter(c) || Characters.isAsciiDigit(c) || "_])".indexOf(c) >= 0;
    if (index || close - open < 3 || labelEnd - close > 6) {
      return false;
    }
    for (int i = close + 2; i < labelEnd - 1; i++) {
      if (!Characters.isAsciiDigit(source.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Looks up the definition of a label; returns whether there is one. */
  private boolean define(int labelStart, int labelEnd) {
    if (context == null || labelEnd - labelStart > MAX_LABEL_LENGTH) {
      return false;
    }
    String label = source.substring(labelStart, labelEnd);
    var definition = context.getDefinition(LinkReferenceDefinition.class, label);
    if (definition == null) {
      return false;
    }
    destination = definition.getDestination();
    title = definition.getTitle();
    return true;
  }

  /** Returns the index behind {@code (target "title")} from an index, or -1 if there is none. */
  private int targetEnd(int start) {
    if (peek(start) != '(') {
      return -1;
    }
    int from = skipWhitespace(start + 1);
    boolean bracketed = peek(from) == '<';
    int behind = bracketed ? bracketedDestinationEnd(from + 1) : destinationEnd(from);
    if (behind < 0) {
      return -1;
    }
    int titleStart = skipWhitespace(behind);
    int titleEnd = titleStart > behind ? titleEnd(titleStart) : -1;
    int next = titleEnd < 0 ? titleStart : skipWhitespace(titleEnd);
    if (peek(next) != ')') {
      return -1;
    }
    destination =
        Entities.unescape(
            bracketed ? source.substring(from + 1, behind - 1) : source.substring(from, behind));
    if (titleEnd > titleStart + 2) {
      title = Entities.unescape(source.substring(titleStart + 1, titleEnd - 1));
    }
    return next + 1;
  }

  /** Returns the index behind {@code [label]} from an index, or -1 if there is none. */
  private int labelEnd(int start) {
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
      } else if (c == '{') {
        // A template's expression has spaces in it: [text]({{< ref "page" >}}).
        int end = templates.expressionEnd(i);
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
