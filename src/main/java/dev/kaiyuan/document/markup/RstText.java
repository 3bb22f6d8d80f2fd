package dev.kaiyuan.document.markup;

import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.ArticleWriter.LimitException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of reStructuredText. */
final class RstText {
  private static final Pattern ADORNMENT = Pattern.compile("([=\\-`:.'\"~^_*+#<>])\\1{2,}\\s*");
  private static final Pattern DIRECTIVE =
      Pattern.compile("(\\s*)\\.\\.\\s+(?:\\|[^|]+\\|\\s+)?([\\w-]+(?::[\\w-]+)?)::\\s*(.*)");
  private static final Pattern FOOTNOTE = Pattern.compile("\\s*\\.\\.\\s+\\[[^]]+]\\s+(.*)");
  private static final Pattern COMMENT = Pattern.compile("\\s*\\.\\.(?:\\s.*|)");
  private static final Pattern FIELD = Pattern.compile("\\s*:([^:`\\s][^:`]*):(?:\\s+(.*)|)");
  private static final Pattern ITEM =
      Pattern.compile("\\s*(?:[-*+•‣]|\\(?(?:\\d+|#|[a-zA-Z])[.)])\\s+(.*)");
  private static final Pattern TABLE_BORDER =
      Pattern.compile("\\s*(?:\\+[-=+]+\\+|=+(?:\\s+=+)+)\\s*");

  private static final Set<String> CODE =
      Set.of(
          "code-block",
          "code",
          "sourcecode",
          "parsed-literal",
          "literalinclude",
          "math",
          "highlight",
          "prompt",
          "doctest",
          "testcode",
          "productionlist");
  private static final Set<String> NOTHING =
      Set.of(
          "toctree",
          "contents",
          "raw",
          "include",
          "meta",
          "index",
          "only",
          "default-role",
          "role",
          "highlightlang",
          "tabularcolumns",
          "currentmodule",
          "module",
          "image");

  private static final Pattern LITERAL = Pattern.compile("``(.+?)``");
  private static final Pattern ROLE =
      Pattern.compile("(?::[\\w:+.-]+:)?`([^`<]*[^`<\\s])?\\s*(?:<([^`>]*)>)?`(?:__?)?");
  private static final Pattern STRONG = Pattern.compile("(\\*\\*?)(?=\\S)(.+?)(?<=\\S)\\1");
  private static final Pattern REFERENCE =
      Pattern.compile("\\s?\\[[#*\\w]+]_|\\|([^|\\s][^|]*)\\|_?");

  private final ArticleWriter to;
  private final Lines lines;
  private final List<String> levels = new ArrayList<>();
  private boolean begun;
  private boolean inTable;

  RstText(String text, ArticleWriter to) {
    this.to = to;
    lines = new Lines(text, to, RstText::inline);
  }

  void read() throws LimitException {
    lines.forEach(this::line);
  }

  private void line(String line) throws LimitException {
    Matcher directive = DIRECTIVE.matcher(line);
    Matcher footnote = FOOTNOTE.matcher(line);
    Matcher field = FIELD.matcher(line);
    if (line.isBlank()) {
      lines.endParagraph();
    } else if (TABLE_BORDER.matcher(line).matches()) {
      lines.endParagraph();
      inTable = !lines.near(1).isBlank();
    } else if (inTable) {
      row(line.strip());
    } else if (ADORNMENT.matcher(line).matches() && isTitle(lines.near(1), lines.near(2))) {
      lines.skip(1);
      heading("over" + line.charAt(0), lines.line());
      lines.skip(1);
    } else if (ADORNMENT.matcher(line).matches()) {
      lines.endParagraph();
    } else if (isTitle(line, lines.near(1))) {
      heading(lines.near(1).substring(0, 1), line);
      lines.skip(1);
    } else if (directive.matches()) {
      lines.endParagraph();
      directive(directive.group(2).toLowerCase(Locale.ROOT), directive.group(3));
    } else if (footnote.matches()) {
      lines.endParagraph();
      lines.prose(footnote.group(1));
    } else if (COMMENT.matcher(line).matches()) {
      lines.endParagraph();
      lines.skipIndented();
    } else if (field.matches()) {
      lines.endParagraph();
      field(field.group(1).toLowerCase(Locale.ROOT), field.group(2) == null ? "" : field.group(2));
    } else {
      prose(line);
    }
  }

  private static boolean isTitle(String title, String underline) {
    return !title.isBlank()
        && ADORNMENT.matcher(underline).matches()
        && !ADORNMENT.matcher(title).matches()
        && underline.strip().length() >= Math.min(title.strip().length(), 4);
  }

  private void heading(String style, String title) throws LimitException {
    if (!levels.contains(style)) {
      levels.add(style);
    }
    lines.heading(levels.indexOf(style) + 1, title);
  }

  private void directive(String name, String argument) throws LimitException {
    if (CODE.contains(name)) {
      lines.indentedCode();
    } else if (NOTHING.contains(name)) {
      lines.skipIndented();
    } else if (!name.equals("figure")) {
      lines.prose(argument);
    }
  }

  /** At the beginning a field says something of the file, elsewhere it is text. */
  private void field(String name, String value) throws LimitException {
    switch (begun ? "" : name) {
      case "author", "authors" -> to.authors(value);
      case "date" -> to.date(value);
      case "language", "lang" -> to.language(value);
      case "keywords", "tags" -> to.tags(value);
      case "title" -> to.title(value);
      default -> lines.prose(value);
    }
  }

  private void prose(String line) throws LimitException {
    Matcher item = ITEM.matcher(line);
    begun = true;
    String words = item.matches() ? item.group(1) : line.replaceFirst("^\\s*\\|\\s", "");
    if (item.matches() || !words.equals(line)) {
      lines.endParagraph();
    }
    boolean code = words.stripTrailing().endsWith("::");
    if (code) {
      words = words.stripTrailing();
      words = words.substring(0, words.length() - (words.equals("::") ? 2 : 1));
    }
    lines.prose(words);
    if (code && lines.near(1).isBlank()) {
      lines.indentedCode();
    }
  }

  private void row(String line) throws LimitException {
    if (line.startsWith("|")) {
      lines.row(Arrays.asList(line.replaceFirst("^\\|", "").replaceFirst("\\|$", "").split("\\|")));
    } else {
      lines.row(Arrays.asList(line.split("\\s{2,}")));
    }
  }

  private static String inline(String line) {
    String words = line;
    if (words.indexOf('`') >= 0) {
      words = LITERAL.matcher(words).replaceAll("$1");
      words = ROLE.matcher(words).replaceAll(RstText::roleText);
    }
    if (words.indexOf('*') >= 0) {
      words = STRONG.matcher(words).replaceAll("$2");
    }
    words =
        REFERENCE
            .matcher(words)
            .replaceAll(
                found -> Matcher.quoteReplacement(found.group(1) == null ? "" : found.group(1)));
    return words.replaceAll("(?<=\\p{L})__?(?=[\\s\\p{P}]|$)", "").replaceAll("\\\\(.)", "$1");
  }

  private static String roleText(java.util.regex.MatchResult role) {
    String text = role.group(1) == null ? role.group(2) : role.group(1);
    return Matcher.quoteReplacement(text == null ? "" : text.replaceFirst("^[!~]", ""));
  }
}
