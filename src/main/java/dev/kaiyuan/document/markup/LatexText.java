package dev.kaiyuan.document.markup;

import dev.kaiyuan.document.ArticleWriter;
import dev.kaiyuan.document.ArticleWriter.LimitException;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;

/** A file of LaTeX: its words in their order, with what it does to their look left out. */
final class LatexText {
  private static final Map<String, Integer> SECTIONS =
      Map.of(
          "part",
          1,
          "chapter",
          1,
          "section",
          2,
          "subsection",
          3,
          "subsubsection",
          4,
          "paragraph",
          5,
          "subparagraph",
          6,
          "frametitle",
          2);

  /** Commands whose first arguments are no text, with the number of those. */
  private static final Map<String, Integer> SILENT =
      Map.ofEntries(
          Map.entry("label", 1),
          Map.entry("ref", 1),
          Map.entry("cite", 1),
          Map.entry("citep", 1),
          Map.entry("citet", 1),
          Map.entry("eqref", 1),
          Map.entry("pageref", 1),
          Map.entry("autoref", 1),
          Map.entry("cref", 1),
          Map.entry("Cref", 1),
          Map.entry("bibliography", 1),
          Map.entry("bibliographystyle", 1),
          Map.entry("includegraphics", 1),
          Map.entry("input", 1),
          Map.entry("include", 1),
          Map.entry("usepackage", 1),
          Map.entry("RequirePackage", 1),
          Map.entry("documentclass", 1),
          Map.entry("newcommand", 2),
          Map.entry("renewcommand", 2),
          Map.entry("newenvironment", 3),
          Map.entry("DeclareMathOperator", 2),
          Map.entry("newtheorem", 2),
          Map.entry("vspace", 1),
          Map.entry("hspace", 1),
          Map.entry("setlength", 2),
          Map.entry("addtolength", 2),
          Map.entry("setcounter", 2),
          Map.entry("color", 1),
          Map.entry("textcolor", 1),
          Map.entry("href", 1),
          Map.entry("hypersetup", 1),
          Map.entry("pagestyle", 1),
          Map.entry("thispagestyle", 1),
          Map.entry("bibitem", 1),
          Map.entry("index", 1),
          Map.entry("fontsize", 2),
          Map.entry("raisebox", 1),
          Map.entry("resizebox", 2),
          Map.entry("multicolumn", 2),
          Map.entry("hyphenation", 1),
          Map.entry("geometry", 1),
          Map.entry("colorbox", 1),
          Map.entry("lstset", 1),
          Map.entry("nocite", 1));

  private static final Set<String> CODE =
      Set.of(
          "verbatim",
          "Verbatim",
          "lstlisting",
          "minted",
          "alltt",
          "equation",
          "align",
          "gather",
          "multline",
          "eqnarray",
          "displaymath",
          "math");

  /** Environments whose first argument is no text. */
  private static final Set<String> WITH_ARGUMENT =
      Set.of(
          "tabular",
          "tabularx",
          "longtable",
          "array",
          "minipage",
          "thebibliography",
          "multicols",
          "wrapfigure");

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("ldots", "…"),
          Map.entry("dots", "…"),
          Map.entry("LaTeX", "LaTeX"),
          Map.entry("TeX", "TeX"),
          Map.entry("LaTeXe", "LaTeX2e"),
          Map.entry("ss", "ß"),
          Map.entry("ae", "æ"),
          Map.entry("AE", "Æ"),
          Map.entry("oe", "œ"),
          Map.entry("OE", "Œ"),
          Map.entry("o", "ø"),
          Map.entry("O", "Ø"),
          Map.entry("aa", "å"),
          Map.entry("AA", "Å"),
          Map.entry("l", "ł"),
          Map.entry("L", "Ł"),
          Map.entry("i", "i"),
          Map.entry("j", "j"),
          Map.entry("copyright", "©"),
          Map.entry("textbackslash", "\\"),
          Map.entry("quad", " "),
          Map.entry("qquad", " "),
          Map.entry("newline", " "),
          Map.entry("linebreak", " "),
          Map.entry("textendash", "–"),
          Map.entry("textemdash", "—"),
          Map.entry("euro", "€"));

  private static final String ACCENTS = "'`^\"~=.uvHcdbrk";
  private static final String COMBINING =
      "\u0301\u0300\u0302\u0308\u0303\u0304\u0307\u0306\u030C\u030B\u0327\u0323\u0331\u030A\u0328";

  private final String source;
  private final ArticleWriter to;
  private final StringBuilder words = new StringBuilder();
  private int at;
  private int line = 1;

  LatexText(String source, ArticleWriter to) {
    this.source = source;
    this.to = to;
  }

  void read() throws LimitException {
    int begin = source.indexOf("\\begin{document}");
    if (begin >= 0) {
      preamble(source.substring(0, begin));
      moveTo(begin + "\\begin{document}".length());
    }
    while (at < source.length()) {
      step();
    }
    endParagraph();
  }

  private void preamble(String preamble) {
    for (String name : new String[] {"title", "author", "date"}) {
      int found = preamble.indexOf("\\" + name + "{");
      if (found >= 0) {
        int open = found + name.length() + 1;
        give(name, plain(preamble.substring(open + 1, Math.max(open + 1, close(preamble, open)))));
      }
    }
  }

  private void give(String name, String value) {
    switch (name) {
      case "title" -> to.title(value);
      case "author" -> to.authors(value.replace(" and ", ";"));
      default -> to.date(value);
    }
  }

  private void moveTo(int end) {
    for (; at < Math.min(end, source.length()); at++) {
      line += source.charAt(at) == '\n' ? 1 : 0;
    }
  }

  private void step() throws LimitException {
    to.work(1);
    char c = source.charAt(at);
    switch (c) {
      case '%' -> moveTo(lineEnd());
      case '\n' -> {
        at++;
        boolean blank = source.substring(at, lineEnd()).isBlank();
        endLine();
        line++;
        if (blank) {
          to.paragraph("");
        }
      }
      case '\\' -> command();
      case '{', '}', '$' -> at++;
      case '~' -> add(" ");
      case '&' -> add("\t");
      case '`', '\'' -> quote(c);
      case '-' -> {
        boolean two = source.startsWith("--", at);
        boolean three = source.startsWith("---", at);
        at += three ? 2 : two ? 1 : 0;
        add(three ? "—" : two ? "–" : "-");
      }
      default -> add(String.valueOf(c));
    }
  }

  private void add(String characters) {
    words.append(characters);
    at++;
  }

  private void quote(char c) {
    boolean two = at + 1 < source.length() && source.charAt(at + 1) == c;
    at += two ? 1 : 0;
    add(c == '`' ? (two ? "“" : "‘") : two ? "”" : "’");
  }

  private int lineEnd() {
    int end = source.indexOf('\n', at);
    return end < 0 ? source.length() : end;
  }

  private void endLine() throws LimitException {
    if (!words.toString().isBlank()) {
      to.line(line);
      to.words(words + "\n");
    }
    words.setLength(0);
  }

  private void endParagraph() throws LimitException {
    endLine();
    to.paragraph("");
  }

  private void command() throws LimitException {
    at++;
    int start = at;
    while (at < source.length() && isLetter(source.charAt(at))) {
      at++;
    }
    String name = source.substring(start, at);
    if (name.isEmpty()) {
      symbol();
      return;
    }
    moveTo(at + (at < source.length() && source.charAt(at) == '*' ? 1 : 0));
    if (SECTIONS.containsKey(name)) {
      skipOption();
      String title = plain(argument());
      endParagraph();
      to.line(line);
      to.heading(SECTIONS.get(name), title);
    } else if (SYMBOLS.containsKey(name)) {
      words.append(SYMBOLS.get(name));
      skipSpaces();
    } else if (SILENT.containsKey(name)) {
      for (int i = 0; i < SILENT.get(name); i++) {
        skipOption();
        skipOption();
        argument();
      }
    } else if (name.length() == 1 && ACCENTS.indexOf(name) >= 0) {
      accent(name.charAt(0));
    } else {
      structure(name);
    }
  }

  private void structure(String name) throws LimitException {
    switch (name) {
      case "begin" -> begin(argument());
      case "end" -> {
        argument();
        endParagraph();
      }
      case "item", "par", "maketitle", "caption" -> {
        endParagraph();
        if (name.equals("caption")) {
          skipOption();
        }
      }
      case "title", "author", "date" -> give(name, plain(argument()));
      case "verb" -> verb();
      case "footnote" -> words.append(" ");
      default -> {
        skipOption();
        skipSpaces();
      }
    }
  }

  private void begin(String environment) throws LimitException {
    endParagraph();
    String name = environment.replace("*", "");
    if (name.equals("comment")) {
      int end = source.indexOf("\\end{comment}", at);
      moveTo(end < 0 ? source.length() : end);
      return;
    }
    skipOption();
    if (name.equals("minted") || WITH_ARGUMENT.contains(name)) {
      argument();
    }
    if (CODE.contains(name)) {
      int end = source.indexOf("\\end{" + environment + "}", at);
      int stop = end < 0 ? source.length() : end;
      String code = source.substring(at, stop);
      int blank = code.startsWith("\n") ? 1 : 0;
      to.line(line + blank);
      to.code(code.substring(blank));
      moveTo(stop);
    }
  }

  private void verb() {
    if (at < source.length()) {
      int end = source.indexOf(source.charAt(at), at + 1, lineEnd());
      if (end > 0) {
        words.append(source, at + 1, end);
        at = end + 1;
      }
    }
  }

  private void symbol() throws LimitException {
    if (at == source.length()) {
      return;
    }
    char c = source.charAt(at);
    switch (c) {
      case '\\' -> {
        at++;
        skipOption();
        endLine();
        to.paragraph("");
      }
      case '&', '%', '$', '#', '_', '{', '}' -> add(String.valueOf(c));
      case ',', ';', ':', ' ', '~', '/' -> add(" ");
      case '\n' -> words.append(' ');
      default -> {
        at++;
        if (ACCENTS.indexOf(c) >= 0) {
          accent(c);
        }
      }
    }
  }

  /** Puts an accent over the next letter. */
  private void accent(char sign) {
    skipSpaces();
    boolean braced = at < source.length() && source.charAt(at) == '{';
    int letter = at + (braced ? 1 : 0);
    letter += letter + 1 < source.length() && source.charAt(letter) == '\\' ? 1 : 0;
    if (letter < source.length() && isLetter(source.charAt(letter))) {
      String both =
          source.charAt(letter) + COMBINING.substring(ACCENTS.indexOf(sign)).substring(0, 1);
      words.append(Normalizer.normalize(both, Normalizer.Form.NFC));
      at = letter + 1;
    }
  }

  private void skipSpaces() {
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
  }

  private void skipOption() {
    if (at < source.length() && source.charAt(at) == '[') {
      int end = source.indexOf(']', at);
      if (end > 0 && end - at < 400) {
        moveTo(end + 1);
      }
    }
  }

  /** Passes over an argument in braces and returns what stands in it. */
  private String argument() {
    skipSpaces();
    if (at >= source.length() || source.charAt(at) != '{') {
      return "";
    }
    int end = close(source, at);
    String argument = source.substring(at + 1, Math.max(at + 1, end));
    moveTo(end + 1);
    return argument;
  }

  private static int close(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** A short text without its commands. */
  private static String plain(String text) {
    return text.replaceAll("%[^\\n]*", "")
        .replaceAll("\\\\(?:thanks|label|footnote|inst)\\*?\\{[^{}]*}", "")
        .replaceAll("\\\\and\\b", ";")
        .replaceAll("\\\\\\\\", " ")
        .replaceAll("\\\\[A-Za-z]+\\*?\\s*", "")
        .replaceAll("\\\\([&%$#_{}])", "$1")
        .replaceAll("[{}$]", "")
        .replace("~", " ");
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
