package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.ArticleText;
import dev.kaiyuan.document.text.Characters;
import org.commonmark.parser.InlineParserContext;
import org.jspecify.annotations.Nullable;

/**
 * Overwrites the markup in one block of Markdown, in one pass from left to right: escapes, code,
 * entities, tags, links and images, emphasis, templates' tags.
 *
 * <p>For use once. Takes time in proportion to the block, whatever it holds.
 */
final class InlineScanner {
  /** A longer label is no footnote's. */
  private static final int MAX_FOOTNOTE_LENGTH = 33;

  private static final boolean[] SPECIAL = new boolean[0x7F];

  static {
    for (char c : "\\`&<*_~![]{#\n".toCharArray()) {
      SPECIAL[c] = true;
    }
  }

  private final char[] chars;
  private final String source;
  private final CodeSpans code;
  private final TagScanner tags;
  private final TemplateScanner templates;
  private final LinkScanner links;
  private final Brackets brackets = new Brackets();
  private final EmphasisDelimiters delimiters;
  private final InlineFinds finds;

  /**
   * Makes a scanner.
   *
   * @param chars the block, which is changed
   * @param context knows the labels that links may have, null if there are none
   * @param finds takes addresses, tags, and words that stand beside the text
   */
  InlineScanner(char[] chars, @Nullable InlineParserContext context, InlineFinds finds) {
    this.chars = chars;
    this.finds = finds;
    this.source = new String(chars);
    this.code = new CodeSpans(source);
    this.tags = new TagScanner(source);
    this.templates = new TemplateScanner(source);
    this.links = new LinkScanner(source, templates, context);
    this.delimiters = new EmphasisDelimiters(chars, finds);
  }

  /** Tells whether a block needs to be scanned. */
  static boolean hasMarkup(char[] chars) {
    return nextSpecial(chars, 0) < chars.length;
  }

  /**
   * Overwrites the markup.
   *
   * @param mayBeTask whether the block is a list's item, which may begin with a box to tick
   */
  void erase(boolean mayBeTask) {
    int i = nextSpecial(chars, mayBeTask ? dropTaskMark() : 0);
    while (i < chars.length) {
      i = nextSpecial(chars, readSpecial(i));
    }
    delimiters.pair(-1);
    delimiters.dropLooseStrong();
  }

  private static int nextSpecial(char[] chars, int from) {
    int i = from;
    while (i < chars.length && (chars[i] > '~' || !SPECIAL[chars[i]])) {
      i++;
    }
    return i;
  }

  private int readSpecial(int i) {
    return switch (chars[i]) {
      case '\\' -> readEscape(i);
      case '`' -> readCode(i);
      case '&' -> readEntity(i);
      case '<' -> readTag(i);
      case '*', '_', '~' -> delimiters.add(i);
      case '[' -> {
        brackets.push(i, false, delimiters.top());
        yield i + 1;
      }
      case '!' -> {
        if (peek(i + 1) == '[') {
          brackets.push(i + 1, true, delimiters.top());
          yield i + 2;
        }
        yield i + 1;
      }
      case ']' -> readBracketEnd(i);
      case '{' -> readTemplateTag(i);
      case '#' -> HashTag.read(source, i, finds.mentions);
      default -> readLineBreak(i);
    };
  }

  private int readEscape(int i) {
    if (peek(i + 1) == '\n') {
      chars[i] = ArticleText.DROPPED;
      chars[i + 1] = ArticleText.HARD_BREAK;
      return i + 2;
    }
    if (Characters.isAsciiPunctuation(peek(i + 1))) {
      chars[i] = ArticleText.DROPPED;
      return i + 2;
    }
    return i + 1;
  }

  private int readLineBreak(int i) {
    if (i >= 2 && chars[i - 1] == ' ' && chars[i - 2] == ' ') {
      chars[i] = ArticleText.HARD_BREAK;
    }
    return i + 1;
  }

  private int readCode(int start) {
    int contentStart = code.runEnd(start);
    int end = code.contentEnd(contentStart, contentStart - start);
    if (end < 0) {
      return contentStart;
    }
    int behind = code.runEnd(end);
    drop(start, contentStart);
    drop(end, behind);
    if (end - contentStart > 2 && isSpace(contentStart) && isSpace(end - 1)) {
      drop(contentStart, contentStart + 1);
      drop(end - 1, end);
    }
    finds.span(Span.Kind.CODE, start, behind);
    return behind;
  }

  private boolean isSpace(int i) {
    return source.charAt(i) == ' ' || source.charAt(i) == '\n';
  }

  private int readEntity(int start) {
    int limit = Math.min(source.length(), start + Entities.MAX_LENGTH);
    int end = start + 1;
    while (end < limit && source.charAt(end) != ';') {
      char c = source.charAt(end);
      if (!Characters.isAsciiLetter(c) && !Characters.isAsciiDigit(c) && c != '#') {
        return start + 1;
      }
      end++;
    }
    if (end == limit) {
      return start + 1;
    }
    String decoded = Entities.decode(source.substring(start, end + 1));
    if (decoded == null) {
      return start + 1;
    }
    drop(start, end + 1);
    decoded.getChars(0, decoded.length(), chars, start);
    return end + 1;
  }

  private int readTag(int start) {
    int end = links.autolinkEnd(start);
    if (end >= 0) {
      String address = source.substring(start + 1, end - 1);
      finds.mentions.addAddress(address);
      boolean mail = address.indexOf(':') < 0;
      finds.span(Span.Kind.LINK, start, end, mail ? "mailto:" + address : address, null);
      drop(start, start + 1);
      drop(end - 1, end);
      return end;
    }
    end = tags.end(start);
    if (end < 0) {
      return start + 1;
    }
    int readingEnd = tags.readingEnd(start, end);
    if (finds.takesSpans()) {
      int behind = Math.max(end, readingEnd);
      finds.span(Span.Kind.TAG, start, behind, source.substring(start, behind), null);
    }
    if (readingEnd >= 0) {
      if (source.charAt(start + 2) == 't' || source.charAt(start + 2) == 'T') {
        finds.readings.add(source.substring(end, source.indexOf('<', end)));
      }
      drop(start, readingEnd);
      return readingEnd;
    }
    TagAttributes.read(source, start, end, finds);
    drop(start, end);
    if (tags.breaksWords(start, end)) {
      chars[start] = ' ';
    }
    return end;
  }

  private int readBracketEnd(int close) {
    Brackets.Bracket opener = brackets.pop();
    if (opener == null) {
      return close + 1;
    }
    int open = opener.position;
    if (isFootnoteMark(open, close)) {
      boolean note = peek(close + 1) == ':' && (open == 0 || source.charAt(open - 1) == '\n');
      int behind = note ? close + 2 : close + 1;
      drop(open, behind);
      finds.span(Span.Kind.FOOTNOTE, open, behind, source.substring(open + 2, close), null);
      return behind;
    }
    boolean image = opener.isImage;
    int end = -1;
    if (brackets.isActive(opener)) {
      end = links.end(open, close, image, opener.hasInner);
    }
    if (end < 0) {
      return close + 1;
    }
    links.report(image ? open - 1 : open, end, image, finds);
    delimiters.pair(opener.delimiterMark);
    drop(open, open + 1);
    drop(close, end);
    if (image) {
      dropImage(open, close);
    } else {
      brackets.deactivate();
    }
    return end;
  }

  private boolean isFootnoteMark(int open, int close) {
    if (peek(open + 1) != '^' || close - open < 3 || close - open > MAX_FOOTNOTE_LENGTH) {
      return false;
    }
    for (int i = open + 2; i < close; i++) {
      if (Characters.isWhitespace(source.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** An image's description is text of its own, unless it is only a name for the file. */
  private void dropImage(int open, int close) {
    drop(open - 1, open);
    if (ImageDescription.says(source, open + 1, close)) {
      chars[open] = ' ';
      chars[close] = ' ';
    } else {
      drop(open + 1, close);
    }
  }

  private int readTemplateTag(int start) {
    int end = templates.end(start);
    if (end < 0) {
      return start + 1;
    }
    drop(start, end);
    return end;
  }

  /** Drops the box of a task: {@code [ ]} or {@code [x]}. */
  private int dropTaskMark() {
    boolean task =
        chars.length > 3
            && chars[0] == '['
            && (chars[1] == ' ' || chars[1] == 'x' || chars[1] == 'X')
            && chars[2] == ']'
            && chars[3] == ' ';
    if (task) {
      finds.span(Span.Kind.TASK, 0, 3, source.substring(0, 3), null);
      drop(0, 3);
    }
    return task ? 3 : 0;
  }

  private void drop(int start, int end) {
    for (int i = start; i < end; i++) {
      boolean lineBreak = source.charAt(i) == '\n';
      chars[i] = lineBreak ? ArticleText.DROPPED_BREAK : ArticleText.DROPPED;
    }
  }

  private char peek(int i) {
    return i < chars.length ? chars[i] : '\0';
  }
}
