package dev.kaiyuan.document;

import java.util.Arrays;
import java.util.List;
import org.commonmark.node.CustomNode;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.jspecify.annotations.Nullable;

/**
 * Reads the markup inside one block of Markdown (emphasis, links, code, HTML, entities) and leaves
 * the words.
 *
 * <p>It takes the place of the library's inline parser, which makes a tree of nodes where searching
 * needs none, nests as deep as the file tells it to, and takes quadratic time for some input. This
 * one overwrites markup where it stands with {@link ArticleText#DROPPED}: nothing moves, so every
 * character keeps its line, and one pass in linear time serves.
 */
final class InlineMarkup implements InlineParser {
  /** The words of a block, its markup overwritten, its line breaks those of the file. */
  static final class Words extends CustomNode {
    final char[] chars;

    Words(char[] chars) {
      this.chars = chars;
    }
  }

  private static final int MAX_CODE_TICKS = 32;
  private static final int MAX_LABEL_LENGTH = 999;
  private static final int MAX_ENTITY_LENGTH = 33;
  private static final boolean[] SPECIAL = new boolean[0x7F];

  static {
    for (char c : "\\`&<*_~![]{\n".toCharArray()) {
      SPECIAL[c] = true;
    }
  }

  private final @Nullable InlineParserContext context;
  private String source = "";
  private char[] chars = {};
  private EmphasisDelimiters delimiters = new EmphasisDelimiters(chars);
  private LinkScanner links = new LinkScanner(source);
  private TagScanner tags = new TagScanner(source);
  private int @Nullable [] lastTicks;
  private Brackets brackets = new Brackets();

  InlineMarkup(@Nullable InlineParserContext context) {
    this.context = context;
  }

  @Override
  public void parse(SourceLines lines, Node block) {
    List<SourceLine> all = lines.getLines();
    boolean item = block.getParent() instanceof ListItem && block.getPrevious() == null;
    int delimiterRow = block instanceof Paragraph ? TableRows.delimiterRow(all) : -1;
    char[] words;
    if (delimiterRow < 0) {
      words = read(join(all), item);
    } else {
      var table = new StringBuilder();
      if (delimiterRow > 1) {
        table.append(read(join(all.subList(0, delimiterRow - 1)), item));
        table.append(ArticleText.HARD_BREAK);
      }
      for (int i = delimiterRow - 1; i < all.size(); i++) {
        if (i == delimiterRow) {
          table.append(ArticleText.DROPPED_BREAK);
        } else {
          char[] row = join(all.subList(i, i + 1));
          TableRows.markCells(row);
          table.append(read(row, false)).append(ArticleText.HARD_BREAK);
        }
      }
      words = table.toString().toCharArray();
    }
    block.appendChild(new Words(words));
  }

  /** Returns the words of text outside any block, in which no label of a link is defined. */
  static char[] words(String text) {
    return new InlineMarkup(null).read(text.toCharArray(), false);
  }

  private static char[] join(List<SourceLine> lines) {
    int length = Math.max(0, lines.size() - 1);
    for (SourceLine line : lines) {
      length += line.getContent().length();
    }
    char[] joined = new char[length];
    int to = 0;
    for (SourceLine line : lines) {
      if (to > 0) {
        joined[to++] = '\n';
      }
      CharSequence content = line.getContent();
      for (int i = 0; i < content.length(); i++) {
        char c = content.charAt(i);
        joined[to++] = c < ' ' ? ' ' : c;
      }
    }
    return joined;
  }

  private char[] read(char[] block, boolean item) {
    chars = block;
    source = new String(chars);
    int start = item ? dropTaskMark() : 0;
    if (nextSpecial(start) < chars.length) {
      delimiters = new EmphasisDelimiters(chars);
      links = new LinkScanner(source);
      tags = new TagScanner(source);
      brackets = new Brackets();
      lastTicks = null;
      scan(start);
      delimiters.pair(-1);
      delimiters.dropLooseStrong();
    }
    return chars;
  }

  private void scan(int start) {
    int i = nextSpecial(start);
    while (i < chars.length) {
      i = nextSpecial(readSpecial(i));
    }
  }

  private int nextSpecial(int from) {
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
    int ticks = runEnd(start) - start;
    int contentStart = start + ticks;
    if (ticks > MAX_CODE_TICKS || lastTicks(ticks) < contentStart) {
      return contentStart;
    }
    int end = contentStart;
    while (true) {
      end = source.indexOf('`', end);
      int runEnd = runEnd(end);
      if (runEnd - end == ticks) {
        break;
      }
      end = runEnd;
    }
    drop(start, contentStart);
    drop(end, end + ticks);
    if (end - contentStart > 2 && isSpace(contentStart) && isSpace(end - 1)) {
      drop(contentStart, contentStart + 1);
      drop(end - 1, end);
    }
    return end + ticks;
  }

  private boolean isSpace(int i) {
    return source.charAt(i) == ' ' || source.charAt(i) == '\n';
  }

  /** Returns where the last run of so many ticks starts, -1 where there is none. */
  private int lastTicks(int ticks) {
    if (lastTicks == null) {
      lastTicks = new int[MAX_CODE_TICKS + 1];
      Arrays.fill(lastTicks, -1);
      for (int i = source.indexOf('`'); i >= 0; ) {
        int end = runEnd(i);
        if (end - i <= MAX_CODE_TICKS) {
          lastTicks[end - i] = i;
        }
        i = source.indexOf('`', end);
      }
    }
    return lastTicks[ticks];
  }

  private int readEntity(int start) {
    int limit = Math.min(source.length(), start + MAX_ENTITY_LENGTH);
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
      drop(start, start + 1);
      drop(end - 1, end);
      return end;
    }
    end = tags.end(start);
    if (end < 0) {
      return start + 1;
    }
    drop(start, end);
    if (tags.breaksWords(start, end)) {
      chars[start] = ' ';
    }
    return end;
  }

  private int readBracketEnd(int close) {
    int opener = brackets.pop();
    if (opener < 0) {
      return close + 1;
    }
    int open = brackets.position(opener);
    if (isFootnoteMark(open, close)) {
      boolean note = peek(close + 1) == ':' && (open == 0 || source.charAt(open - 1) == '\n');
      int behind = note ? close + 2 : close + 1;
      drop(open, behind);
      return behind;
    }
    int end = brackets.isActive(opener) ? linkEnd(opener, close) : -1;
    if (end < 0) {
      return close + 1;
    }
    delimiters.pair(brackets.delimiterMark(opener));
    drop(open, open + 1);
    drop(close, end);
    if (brackets.isImage(opener)) {
      dropImage(open, close);
    } else {
      brackets.deactivate();
    }
    return end;
  }

  private boolean isFootnoteMark(int open, int close) {
    if (peek(open + 1) != '^' || close - open < 3 || close - open > MAX_ENTITY_LENGTH) {
      return false;
    }
    for (int i = open + 2; i < close; i++) {
      if (Characters.isWhitespace(source.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int linkEnd(int opener, int close) {
    int targetEnd = links.targetEnd(close + 1);
    if (targetEnd >= 0) {
      return targetEnd;
    }
    int labelEnd = links.labelEnd(close + 1);
    if (labelEnd > close + 3) {
      boolean link = isDefined(close + 2, labelEnd - 1) || isLostLink(opener, close, labelEnd);
      return link ? labelEnd : -1;
    }
    if (brackets.hasInner(opener) || !isDefined(brackets.position(opener) + 1, close)) {
      return -1;
    }
    return Math.max(labelEnd, close + 1);
  }

  /** A link by number whose target was lost: {@code [许可证][1]}, but not {@code cell[row][1]}. */
  private boolean isLostLink(int opener, int close, int labelEnd) {
    int open = brackets.position(opener);
    int before = open - (brackets.isImage(opener) ? 2 : 1);
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

  private boolean isDefined(int labelStart, int labelEnd) {
    if (context == null || labelEnd - labelStart > MAX_LABEL_LENGTH) {
      return false;
    }
    String label = source.substring(labelStart, labelEnd);
    return context.getDefinition(LinkReferenceDefinition.class, label) != null;
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
    int end = links.shortcodeEnd(start);
    if (end < 0 && (peek(start + 1) == '#' || peek(start + 1) == ':')) {
      end = links.attributesEnd(start);
    }
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

  private int runEnd(int start) {
    int i = start;
    while (i < source.length() && source.charAt(i) == '`') {
      i++;
    }
    return i;
  }

  private char peek(int i) {
    return i < chars.length ? chars[i] : '\0';
  }
}
