package dev.kaiyuan.document.markup;

import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.ArticleWriter.LimitException;
import java.text.Normalizer;

/** A file of LaTeX: its words in their order, with what it does to their look left out. */
final class LatexText {
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
    if (LatexCommands.SECTIONS.containsKey(name)) {
      skipOption();
      String title = plain(argument());
      endParagraph();
      to.line(line);
      to.heading(LatexCommands.SECTIONS.get(name), title);
    } else if (LatexCommands.SYMBOLS.containsKey(name)) {
      words.append(LatexCommands.SYMBOLS.get(name));
      skipSpaces();
    } else if (LatexCommands.SILENT.containsKey(name)) {
      for (int i = 0; i < LatexCommands.SILENT.get(name); i++) {
        skipOption();
        skipOption();
        argument();
      }
    } else if (name.length() == 1 && LatexCommands.isAccent(name.charAt(0))) {
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
    if (name.equals("minted") || LatexCommands.WITH_ARGUMENT.contains(name)) {
      argument();
    }
    if (LatexCommands.CODE.contains(name)) {
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
        if (LatexCommands.isAccent(c)) {
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
      String both = "" + source.charAt(letter) + LatexCommands.combining(sign);
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

  /** Passes over an argument in braces and returns what is in it. */
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
