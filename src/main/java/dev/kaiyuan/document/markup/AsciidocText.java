package dev.kaiyuan.document.markup;

import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.ArticleWriter.LimitException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of AsciiDoc. */
final class AsciidocText {
  private static final Pattern HEADING =
      Pattern.compile("(={1,6}|#{1,6})\\s+(\\S.*?)(?:\\s+\\1)?\\s*");
  private static final Pattern ATTRIBUTE = Pattern.compile(":(!?[\\w-]+!?):(?:\\s+(.*)|)");
  private static final Pattern AUTHOR =
      Pattern.compile("([\\p{L}][^<>:;]*?)(?:\\s*<[^<>]*>)?(?:;.*)?");
  private static final Pattern REVISION =
      Pattern.compile("(?:v?[\\d.]+,\\s*)?(\\d{4}-\\d{2}-\\d{2}).*");
  private static final Pattern CODE = Pattern.compile("-{4,}|\\.{4,}|```.*");
  private static final Pattern WRAPPER =
      Pattern.compile("={4,}|\\*{4,}|_{4,}|--|\\+|'{3,}|<{3,}|~{4,}");
  private static final Pattern UNDERLINE = Pattern.compile("={3,}|-{3,}|~{3,}|\\^{3,}|\\+{3,}");
  private static final Pattern ITEM =
      Pattern.compile(
          "\\s*(?:\\*{1,6}|-|\\.{1,6}|\\d+\\.|<\\d+>|<\\.>)\\s+(?:\\[[ xX*]]\\s+)?(\\S.*)");
  private static final Pattern MACRO_LINE =
      Pattern.compile("(?:include|ifdef|ifndef|ifeval|endif|toc)::.*");
  private static final Pattern BLOCK_IMAGE =
      Pattern.compile("(?:image|video|audio)::[^\\[]*\\[([^],]*).*");

  private static final Pattern LINK =
      Pattern.compile("(?:link:|xref:|mailto:|https?://|image:)[^\\s\\[\\]]*\\[([^\\]]*)\\]");
  private static final Pattern CROSS = Pattern.compile("<<([^,<>]+)(?:,\\s*([^<>]+))?>>");
  private static final Pattern MACRO =
      Pattern.compile("(?:footnote|kbd|btn|menu|pass|stem):[^\\s\\[]*\\[([^\\]]*)\\]");
  private static final Pattern INDEX =
      Pattern.compile(
          "\\(\\(\\([^)]*\\)\\)\\)|\\[\\[[^]]*]]|\\[#[^]]*](?=\\S)|\\[\\.[^]]*](?=\\S)");
  private static final Pattern VISIBLE_INDEX = Pattern.compile("\\(\\(([^()]+)\\)\\)");
  private static final Pattern DOUBLE = Pattern.compile("(\\*\\*|__|``|##)(.+?)\\1");
  private static final Pattern SINGLE =
      Pattern.compile("(?<![\\p{L}\\p{N}*_`#+^~])([*_`#+^~])(?=\\S)(.*?\\S)\\1(?![a-zA-Z0-9])");
  private static final Pattern REFERENCE = Pattern.compile("\\{([\\w-]+)}");

  private final ArticleWriter to;
  private final Lines lines;
  private final Map<String, String> attributes = new HashMap<>();
  private boolean begun;
  private boolean inHead;
  private boolean inTable;

  AsciidocText(String text, ArticleWriter to) {
    this.to = to;
    lines = new Lines(text, to, this::inline);
  }

  void read() throws LimitException {
    lines.forEach(this::line);
  }

  private void line(String line) throws LimitException {
    Matcher heading = HEADING.matcher(line);
    Matcher attribute = ATTRIBUTE.matcher(line);
    if (inHead && head(line)) {
      return;
    }
    inHead = false;
    if (line.isBlank()) {
      lines.endParagraph();
    } else if (line.matches("/{4,}\\s*")) {
      lines.skipUntil(other -> other.strip().equals(line.strip()));
    } else if (line.startsWith("//") || MACRO_LINE.matcher(line).matches()) {
      return;
    } else if (line.matches("[|,:!]={3,}\\s*")) {
      lines.endParagraph();
      inTable = !inTable;
    } else if (inTable) {
      cells(line);
    } else if (heading.matches()) {
      inHead = !begun && heading.group(1).length() == 1;
      begun = true;
      lines.heading(heading.group(1).length(), heading.group(2));
    } else if (attribute.matches()) {
      attribute(attribute.group(1), attribute.group(2));
    } else if (CODE.matcher(line.strip()).matches() && !isUnderline(lines.near(-1), line)) {
      String fence = line.startsWith("```") ? "```" : line.strip();
      lines.codeUntil(other -> other.strip().equals(fence));
    } else if (line.matches("\\+{4,}\\s*")) {
      lines.skipUntil(other -> other.strip().equals(line.strip()));
    } else if (isUnderline(line, lines.near(1)) && lines.near(-1).isBlank()) {
      begun = true;
      lines.heading("=-~^+".indexOf(lines.near(1).charAt(0)) + 1, line);
      lines.skip(1);
    } else if (WRAPPER.matcher(line.strip()).matches() || line.matches("\\[.*]\\s*")) {
      lines.endParagraph();
    } else {
      begun = true;
      text(line);
    }
  }

  /** The lines under the title say who wrote the file, and when, until one is empty. */
  private boolean head(String line) {
    Matcher attribute = ATTRIBUTE.matcher(line);
    Matcher revision = REVISION.matcher(line);
    Matcher author = AUTHOR.matcher(line);
    if (attribute.matches()) {
      attribute(attribute.group(1), attribute.group(2));
    } else if (revision.matches()) {
      to.date(revision.group(1));
    } else if (!line.isBlank() && author.matches()) {
      to.authors(author.group(1));
    } else {
      return line.startsWith("//");
    }
    return true;
  }

  private void attribute(String name, String value) {
    String said = value == null ? "" : value.strip();
    attributes.put(name, said);
    switch (name) {
      case "author", "authors" -> to.authors(said);
      case "date", "revdate" -> to.date(said);
      case "lang" -> to.language(said);
      case "keywords", "page-tags" -> to.tags(said);
      case "doctitle", "title" -> to.title(said);
      default -> {}
    }
  }

  /** In the older syntax a title is underlined, about as long as it is. */
  private static boolean isUnderline(String title, String underline) {
    int columns = title.strip().chars().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    int length = underline.strip().length();
    return !title.isBlank()
        && Character.isLetterOrDigit(title.strip().codePointAt(0))
        && UNDERLINE.matcher(underline.strip()).matches()
        && (Math.abs(length - columns) <= 2 || Math.abs(length - title.strip().length()) <= 2);
  }

  private void text(String line) throws LimitException {
    Matcher item = ITEM.matcher(line);
    Matcher image = BLOCK_IMAGE.matcher(line);
    if (image.matches()) {
      lines.endParagraph();
      lines.prose(image.group(1));
      lines.endParagraph();
    } else if (item.matches()) {
      lines.endParagraph();
      lines.prose(item.group(1));
    } else if (line.matches("\\.[^\\s.].*")) {
      lines.endParagraph();
      lines.prose(line.substring(1));
      lines.endParagraph();
    } else {
      lines.prose(
          line.replaceFirst("(\\S)::\\s+", "$1: ")
              .replaceFirst("::$", ":")
              .replaceFirst(" \\+$", ""));
    }
  }

  private void cells(String line) throws LimitException {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split("(?:(?<=^|\\s)[\\d.+*<>^]*[adehlmsv]?)?\\|")) {
      if (!cell.isBlank()) {
        cells.add(cell);
      }
    }
    lines.row(cells);
  }

  private String inline(String line) {
    String words = line;
    if (words.indexOf('{') >= 0) {
      words = REFERENCE.matcher(words).replaceAll(this::value);
    }
    words = LINK.matcher(words).replaceAll(AsciidocText::linkText);
    words = CROSS.matcher(words).replaceAll(AsciidocText::crossText);
    words = MACRO.matcher(words).replaceAll(" $1");
    words = INDEX.matcher(words).replaceAll("");
    words = VISIBLE_INDEX.matcher(words).replaceAll("$1");
    words = DOUBLE.matcher(words).replaceAll("$2");
    return SINGLE.matcher(words).replaceAll("$2");
  }

  private String value(MatchResult reference) {
    String value = attributes.get(reference.group(1));
    return Matcher.quoteReplacement(value == null ? reference.group() : value);
  }

  /** The text of a link ends where its attributes begin; without text the address is shown. */
  private static String linkText(MatchResult link) {
    String text = link.group(1).replaceFirst("\\^?(?:,.*)?$", "");
    String address = link.group().substring(0, link.group().indexOf('['));
    return Matcher.quoteReplacement(
        text.isBlank() ? address.replaceFirst("^(?:link|xref|mailto):", "") : text);
  }

  private static String crossText(MatchResult cross) {
    return Matcher.quoteReplacement(cross.group(2) == null ? cross.group(1) : cross.group(2));
  }
}
