package dev.kaiyuan.document.markdown;

import dev.kaiyuan.document.html.NextMarks;
import dev.kaiyuan.document.html.UnclosedMarkup;
import dev.kaiyuan.document.markdown.inline.ImageDescription;
import dev.kaiyuan.document.text.AddressShape;
import dev.kaiyuan.document.text.Characters;

/** Writes one line of what note programs make of Markdown in plain Markdown. */
final class InlineDialect {
  /** What is longer is no link and no tag. */
  private static final int LONGEST_LINK = 1000;

  private static final boolean[] SPECIAL = new boolean[0x7F];

  static {
    for (char c : "`[!]=<{^%$\\".toCharArray()) {
      SPECIAL[c] = true;
    }
  }

  private final String source;
  private final NextMarks marks;
  private final UnclosedMarkup unclosed;
  private final StringBuilder plain;
  private int end;
  private int copied;
  private boolean code;

  InlineDialect(String source, NextMarks marks, StringBuilder plain) {
    this.source = source;
    this.marks = marks;
    this.unclosed = new UnclosedMarkup(source, marks);
    this.plain = plain;
  }

  void write(int start, int lineEnd) {
    end =
        lineEnd < source.length() && source.charAt(lineEnd) != '\n'
            ? lineEnd
            : withoutName(start, lineEnd);
    copied = start;
    code = source.startsWith("    ", start) || source.startsWith("\t", start);
    int i = start;
    while (i < end) {
      char c = source.charAt(i);
      i = c > '~' || !SPECIAL[c] ? i + 1 : special(c, i);
    }
    plain.append(source, copied, end);
  }

  /** Copies what is before an index as it is, and leaves out what stands up to another. */
  private void replace(int start, int behind) {
    plain.append(source, copied, start);
    copied = behind;
  }

  /** The line without {@code ^name} at its end. */
  private int withoutName(int start, int lineEnd) {
    int i = lineEnd;
    while (i > start && (isNamePart(source.charAt(i - 1)))) {
      i--;
    }
    boolean named =
        lineEnd - i >= 4
            && i > start
            && source.charAt(i - 1) == '^'
            && (i - 1 == start || source.charAt(i - 2) == ' ');
    return named ? i - 1 : lineEnd;
  }

  private static boolean isNamePart(char c) {
    return Characters.isAsciiLetter(c) || Characters.isAsciiDigit(c) || c == '-';
  }

  /** Writes what begins at an index; returns where to look on. */
  private int special(char c, int i) {
    return switch (c) {
      case '\\' -> Math.min(end, i + 2);
      case '`' -> codeEnd(i);
      case '[' -> wikiLink(i, i, false);
      case '!' -> source.startsWith("![[", i) ? wikiLink(i, i + 1, true) : i + 1;
      case ']' -> target(i);
      case '=' -> highlight(i);
      case '<' -> tag(i);
      case '{' -> template(i);
      case '%' -> comment(i);
      case '$' -> formula(i);
      default -> i + 1;
    };
  }

  private int codeEnd(int start) {
    int i = start;
    while (i < end && source.charAt(i) == '`') {
      i++;
    }
    String ticks = source.substring(start, i);
    int close = ticks.length() > 32 ? -1 : marks.next(ticks, i, end);
    return close < 0 ? i : close + ticks.length();
  }

  private int wikiLink(int start, int open, boolean embedded) {
    if (!source.startsWith("[[", open) || (start > 0 && isNamePart(source.charAt(start - 1)))) {
      return start + 1;
    }
    int close = marks.next("]]", open + 2, end);
    if (close <= open + 2
        || close > open + LONGEST_LINK
        || source.charAt(open + 2) <= ' '
        || source.charAt(close - 1) <= ' ') {
      return open + 2;
    }
    for (int i = open + 2; i < close; i++) {
      if (source.charAt(i) == '[' || source.charAt(i) == ']') {
        return open + 2;
      }
    }
    if (source.startsWith("](", close + 1) && isTarget(close + 2)) {
      return open + 2;
    }
    replace(start, close + 2);
    String inside = source.substring(open + 2, close).replace("\\|", "|");
    int bar = inside.indexOf('|');
    String target = (bar < 0 ? inside : inside.substring(0, bar)).strip();
    String shown = bar < 0 ? shown(target) : inside.substring(bar + 1).strip();
    if (embedded && isImage(target)) {
      shown = bar < 0 || shown.matches("[0-9x ]*") ? "" : shown;
      plain.append('!');
    }
    if (target.equalsIgnoreCase("toc") || target.equalsIgnoreCase("_toc_")) {
      return close + 2;
    }
    plain.append('[').append(shown).append("](<").append(target.replaceAll("[<>]", ""));
    plain.append(">)");
    return close + 2;
  }

  /** What is shown of {@code page#heading} and {@code page#^block}. */
  private static String shown(String target) {
    int block = target.indexOf("#^");
    String shown = block > 0 ? target.substring(0, block) : target;
    return shown.startsWith("#") ? shown.substring(1) : shown;
  }

  private static boolean isImage(String target) {
    int place = target.indexOf('#');
    return ImageDescription.hasImageEnding(place < 0 ? target : target.substring(0, place));
  }

  private boolean isTarget(int open) {
    int close = marks.next(")", open, end);
    return close > open
        && close < open + LONGEST_LINK
        && !AddressShape.isProse(source, open + 1, close);
  }

  /** Parentheses behind brackets that say something are no target. */
  private int target(int i) {
    if (i + 1 < end && source.charAt(i + 1) == '(') {
      int close = marks.next(")", i + 2, end);
      if (close > i + 2 && close < i + LONGEST_LINK && AddressShape.isProse(source, i + 2, close)) {
        replace(i, i + 2);
        plain.append("]\\(");
        return i + 2;
      }
    }
    return i + 1;
  }

  private int highlight(int i) {
    int close = marks.next("==", i + 2, end);
    boolean opens =
        source.startsWith("==", i)
            && i + 2 < end
            && source.charAt(i + 2) > ' '
            && source.charAt(i + 2) != '='
            && (i == 0 || source.charAt(i - 1) != '=');
    if (!opens || close <= i + 2 || source.charAt(close - 1) <= ' ') {
      int run = i;
      while (run < end && source.charAt(run) == '=') {
        run++;
      }
      return run;
    }
    replace(i, close + 2);
    new InlineDialect(source, marks, plain).write(i + 2, close);
    return close + 2;
  }

  /** {@code %%comment%%}: the signs are not shown. */
  private int comment(int i) {
    boolean opens = source.startsWith("%%", i) && !isBehindWord(i) && !code;
    int close = opens ? marks.next("%%", i + 2, end) : -1;
    if (close <= i + 2) {
      return opens ? i + 2 : i + 1;
    }
    replace(i, close + 2);
    new InlineDialect(source, marks, plain).write(i + 2, close);
    return close + 2;
  }

  private boolean isBehindWord(int i) {
    return i > 0 && isNamePart(source.charAt(i - 1));
  }

  /** {@code $formula$}: every sign is itself. */
  private int formula(int i) {
    int close = formulaEnd(i);
    if (close < 0) {
      return i + 1;
    }
    replace(i, close + 1);
    plain.append('$');
    for (char c : source.substring(i + 1, close).toCharArray()) {
      if (Characters.isAsciiPunctuation(c)) {
        plain.append('\\');
      }
      plain.append(c);
    }
    plain.append('$');
    return close + 1;
  }

  /** As Pandoc tells formulas from prices: no space within the signs, no digit after them. */
  private int formulaEnd(int i) {
    int close = code || isBehindWord(i) ? -1 : marks.next("$", i + 1, end);
    boolean formula =
        close > i + 1
            && source.charAt(i + 1) > ' '
            && source.charAt(close - 1) > ' '
            && source.charAt(close - 1) != '\\'
            && (close + 1 == end || !isNamePart(source.charAt(close + 1)))
            && !(close + 1 < end && source.charAt(close + 1) == '$');
    String inside = formula ? source.substring(i + 1, close) : "`";
    return inside.contains("`") || inside.contains("](") ? -1 : close;
  }

  private int tag(int i) {
    if (unclosed.beginsAt(i)) {
      replace(i, i + 1);
      plain.append("\\<");
      return i + 1;
    }
    return i + 1;
  }

  private int template(int i) {
    String close =
        source.startsWith("{{<", i)
            ? ">}}"
            : source.startsWith("{{%", i) ? "%}}" : source.startsWith("{%", i) ? "%}" : "";
    int closing = close.isEmpty() ? -1 : marks.next(close, i + 2, end);
    if (closing < 0 || closing > i + LONGEST_LINK) {
      return i + 1;
    }
    int open = close.length();
    if (i >= 2 && source.startsWith("](", i - 2)) {
      return closing + open;
    }
    replace(i, closing + open);
    String caption = ContainerTitle.caption(source.substring(i + open, closing));
    if (!caption.isEmpty()) {
      plain.append(' ').append(caption).append(' ');
    }
    return closing + open;
  }
}
