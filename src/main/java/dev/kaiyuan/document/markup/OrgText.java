package dev.kaiyuan.document.markup;

import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.ArticleWriter.LimitException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of Emacs Org mode. */
final class OrgText {
  private static final Pattern HEADING =
      Pattern.compile(
          "(\\*+)\\s+(?:(?:TODO|DONE|NEXT|WAITING|HOLD|CANCELLED|CANCELED|STARTED)\\s+)?"
              + "(?:\\[#[A-Z0-9]]\\s+)?(.*?)(?:\\s+:([\\p{L}\\p{N}_@#%:]+):)?\\s*");
  private static final Pattern KEYWORD =
      Pattern.compile("\\s*#\\+([A-Za-z_]+)(?:\\[[^]]*])?:\\s*(.*)");
  private static final Pattern BEGIN = Pattern.compile("(?i)\\s*#\\+begin_(\\w+).*");
  private static final Pattern DRAWER = Pattern.compile("\\s*:[A-Za-z][\\w-]*:\\s*");
  private static final Pattern ITEM =
      Pattern.compile("(?:\\s*(?:[-+]|\\d+[.)])|\\s+\\*)\\s+(?:\\[[ xX-]]\\s+)?(.*)");
  private static final Pattern PLANNING =
      Pattern.compile("\\s*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):.*");

  private static final Pattern LINK = Pattern.compile("\\[\\[([^\\[\\]]+)](?:\\[([^\\[\\]]+)])?]");
  private static final Pattern NOTE = Pattern.compile("\\[fn:[^\\[\\]:]*]");
  private static final Pattern EMPHASIS =
      Pattern.compile(
          "(?<=^|[\\s\\p{P}\\p{IsHan}])([*/_=~+])(?=\\S)([^\\n]*?\\S)\\1(?=$|[\\s\\p{P}\\p{IsHan}])");

  private final ArticleWriter to;
  private final Lines lines;

  OrgText(String text, ArticleWriter to) {
    this.to = to;
    lines = new Lines(text, to, OrgText::inline);
  }

  void read() throws LimitException {
    lines.forEach(this::line);
  }

  private void line(String line) throws LimitException {
    Matcher heading = HEADING.matcher(line);
    Matcher begin = BEGIN.matcher(line);
    Matcher keyword = KEYWORD.matcher(line);
    if (line.isBlank()) {
      lines.endParagraph();
    } else if (line.startsWith("*") && heading.matches()) {
      if (heading.group(3) != null) {
        to.tags(heading.group(3).replace(':', ','));
      }
      lines.heading(heading.group(1).length(), heading.group(2));
    } else if (begin.matches()) {
      block(begin.group(1).toLowerCase(Locale.ROOT));
    } else if (keyword.matches()) {
      keyword(keyword.group(1).toLowerCase(Locale.ROOT), keyword.group(2).strip());
    } else if (line.matches("\\s*#(?:\\s.*|\\+.*|)") || PLANNING.matcher(line).matches()) {
      return;
    } else if (DRAWER.matcher(line).matches() && lines.isBefore(OrgText::isEnd)) {
      lines.skipUntil(OrgText::isEnd);
    } else if (line.stripLeading().startsWith("|")) {
      row(line.strip());
    } else if (line.matches("\\s*:(?: .*|)")) {
      lines.endParagraph();
      lines.prose(line.strip().substring(1));
      lines.endParagraph();
    } else {
      Matcher item = ITEM.matcher(line);
      if (item.matches()) {
        lines.endParagraph();
        lines.prose(item.group(1).replaceFirst("\\s+::(?:\\s+|$)", ": "));
      } else {
        lines.prose(line);
      }
    }
  }

  private static boolean isEnd(String line) {
    return line.strip().equalsIgnoreCase(":end:");
  }

  private void block(String kind) throws LimitException {
    String end = "#+end_" + kind;
    switch (kind) {
      case "src", "example" -> lines.codeUntil(line -> line.strip().equalsIgnoreCase(end));
      case "comment", "export" -> lines.skipUntil(line -> line.strip().equalsIgnoreCase(end));
      default -> lines.endParagraph();
    }
  }

  private void keyword(String name, String value) throws LimitException {
    switch (name) {
      case "title" -> to.title(inline(value));
      case "author" -> to.authors(value);
      case "date" -> to.date(value.replaceFirst("^[<\\[]", ""));
      case "language" -> to.language(value);
      case "filetags" -> to.tags(value.replace(':', ','));
      case "keywords" -> to.tags(value);
      case "caption", "subtitle", "description" -> {
        lines.endParagraph();
        lines.prose(value);
        lines.endParagraph();
      }
      default -> {}
    }
  }

  private void row(String line) throws LimitException {
    lines.endParagraph();
    if (!line.startsWith("|-")) {
      String cells =
          line.substring(
              1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
      lines.row(Arrays.asList(cells.split("\\|", -1)));
    }
  }

  private static String inline(String line) {
    String words = line;
    if (words.indexOf('[') >= 0) {
      words = LINK.matcher(words).replaceAll(OrgText::linkText);
      words = NOTE.matcher(words).replaceAll("");
    }
    return EMPHASIS.matcher(words).replaceAll("$2");
  }

  private static String linkText(java.util.regex.MatchResult link) {
    return Matcher.quoteReplacement(link.group(2) == null ? link.group(1) : link.group(2));
  }
}
