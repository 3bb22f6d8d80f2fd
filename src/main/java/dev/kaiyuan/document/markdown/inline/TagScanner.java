package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.Characters;
import java.util.Locale;
import java.util.Set;

/**
 * Finds where a tag, comment or other piece of inline HTML ends, by CommonMark's rules.
 *
 * <p>Remembers which closing marks the rest of the text lacks, so that a text of nothing but
 * beginnings takes linear time.
 */
final class TagScanner {
  /** Tags whose place in a line of text is a boundary of words. */
  private static final Set<String> BREAKS =
      Set.of(
          "br",
          "p",
          "div",
          "hr",
          "li",
          "ul",
          "ol",
          "tr",
          "td",
          "th",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "dd",
          "dt",
          "dl",
          "summary",
          "details",
          "section",
          "pre",
          "rt",
          "figure",
          "figcaption",
          "img",
          "video",
          "iframe");

  private final String source;
  private boolean noMoreComments;
  private boolean noMoreInstructions;
  private boolean noMoreCharacterData;
  private boolean noMoreTagEnds;
  private boolean noMoreSingleQuotes;
  private boolean noMoreDoubleQuotes;

  TagScanner(String source) {
    this.source = source;
  }

  /** Returns the index after the piece of HTML that starts at an index, or -1 if none does. */
  int end(int start) {
    char c = peek(start + 1);
    if (Characters.isAsciiLetter(c)) {
      return openTagEnd(start + 1);
    }
    return switch (c) {
      case '/' -> closingTagEnd(start + 2);
      case '?' -> {
        int end = noMoreInstructions ? -1 : behind("?>", start + 2);
        noMoreInstructions = end < 0;
        yield end;
      }
      case '!' -> declarationEnd(start);
      default -> -1;
    };
  }

  /**
   * Returns the index after the reading, or the bracket around it, that a tag begins above a word,
   * or -1 if it begins none.
   */
  int readingEnd(int start, int end) {
    boolean reading =
        end - start == 4
            && (source.startsWith("<rt>", start)
                || source.startsWith("<rp>", start)
                || source.startsWith("<RT>", start)
                || source.startsWith("<RP>", start));
    int close = reading ? source.indexOf('<', end, Math.min(source.length(), end + 200)) : -1;
    if (close < 0) {
      return -1;
    }
    boolean closed = source.regionMatches(true, close, "</r", 0, 3) && peek(close + 4) == '>';
    return closed ? close + 5 : close;
  }

  /** Tells whether words before and after a tag stand apart. */
  boolean breaksWords(int start, int end) {
    int nameStart = peek(start + 1) == '/' ? start + 2 : start + 1;
    int nameEnd = nameEnd(nameStart);
    return nameEnd < end
        && nameEnd - nameStart <= 10
        && BREAKS.contains(source.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT));
  }

  private int openTagEnd(int nameStart) {
    int i = nameEnd(nameStart);
    int next = skipWhitespace(i);
    while (next > i && isAttributeStart(peek(next))) {
      i = next + 1;
      while (isAttributePart(peek(i))) {
        i++;
      }
      next = skipWhitespace(i);
      if (peek(next) == '=') {
        i = attributeValueEnd(skipWhitespace(next + 1));
        if (i < 0) {
          return -1;
        }
        next = skipWhitespace(i);
      }
    }
    if (peek(next) == '/') {
      next++;
    }
    return peek(next) == '>' ? next + 1 : -1;
  }

  private int attributeValueEnd(int start) {
    char c = peek(start);
    if (c == '\'') {
      int end = noMoreSingleQuotes ? -1 : behind("'", start + 1);
      noMoreSingleQuotes = end < 0;
      return end;
    }
    if (c == '"') {
      int end = noMoreDoubleQuotes ? -1 : behind("\"", start + 1);
      noMoreDoubleQuotes = end < 0;
      return end;
    }
    int i = start;
    while (i < source.length() && source.charAt(i) > ' ' && "\"'=<>`".indexOf(peek(i)) < 0) {
      i++;
    }
    return i > start ? i : -1;
  }

  private int closingTagEnd(int nameStart) {
    if (!Characters.isAsciiLetter(peek(nameStart))) {
      return -1;
    }
    int i = skipWhitespace(nameEnd(nameStart));
    return peek(i) == '>' ? i + 1 : -1;
  }

  private int declarationEnd(int start) {
    if (source.startsWith("<!--", start)) {
      if (peek(start + 4) == '>') {
        return start + 5;
      }
      if (source.startsWith("->", start + 4)) {
        return start + 6;
      }
      int end = noMoreComments ? -1 : behind("-->", start + 4);
      noMoreComments = end < 0;
      return end;
    }
    if (source.startsWith("<![CDATA[", start)) {
      int end = noMoreCharacterData ? -1 : behind("]]>", start + 9);
      noMoreCharacterData = end < 0;
      return end;
    }
    if (Characters.isAsciiLetter(peek(start + 2))) {
      int end = noMoreTagEnds ? -1 : behind(">", start + 2);
      noMoreTagEnds = end < 0;
      return end;
    }
    return -1;
  }

  private int behind(String mark, int from) {
    int found = source.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length();
  }

  private int nameEnd(int start) {
    int i = start;
    while (Characters.isAsciiLetter(peek(i))
        || Characters.isAsciiDigit(peek(i))
        || peek(i) == '-') {
      i++;
    }
    return i;
  }

  private int skipWhitespace(int start) {
    int i = start;
    while (i < source.length() && source.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  private char peek(int i) {
    return i < source.length() ? source.charAt(i) : '\0';
  }

  private static boolean isAttributeStart(char c) {
    return Characters.isAsciiLetter(c) || c == '_' || c == ':';
  }

  private static boolean isAttributePart(char c) {
    return isAttributeStart(c) || Characters.isAsciiDigit(c) || c == '.' || c == '-';
  }
}
