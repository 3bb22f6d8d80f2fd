package dev.kaiyuan.document.office;

import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An RTF: control words, groups and characters, by Microsoft's specification 1.9.1. By hand: the
 * one reader in the JDK takes all bytes for Latin letters.
 */
final class RtfDocument {
  /** Groups that say something of the document instead of what it says. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "fonttbl",
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "object",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "filetbl",
          "revtbl",
          "rsidtbl",
          "listtable",
          "listoverridetable",
          "generator",
          "themedata",
          "xmlnstbl",
          "colorschememapping",
          "datastore",
          "latentstyles",
          "fldinst",
          "listtext",
          "pntext",
          "bkmkstart",
          "bkmkend",
          "datafield",
          "operator",
          "shpinst",
          "nonshppict",
          "ftnsep",
          "xe",
          "tc",
          "atnid",
          "atnauthor",
          "atndate",
          "atrfstart",
          "atrfend",
          "pgptbl");

  /** Groups that are passed over unless they are known, of which these are text. */
  private static final Set<String> TEXT = Set.of("shptxt", "footnote", "annotation", "shprslt");

  /** What one group sets, until it ends. */
  private record State(boolean text, String group, int fallback, Charset charset) {
    State in(String word) {
      return new State(text, word, fallback, charset);
    }

    State silent(String word) {
      return new State(false, word, fallback, charset);
    }

    State with(Charset other) {
      return new State(text, group, fallback, other);
    }

    State withFallback(int characters) {
      return new State(text, group, characters, charset);
    }
  }

  private final byte[] content;
  private final ArticleWriter to;
  private final Blocks blocks;
  private final Deque<State> outer = new ArrayDeque<>();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final Map<Integer, Charset> fonts = new HashMap<>();
  private final Map<Integer, Integer> styles = new HashMap<>();
  private final RtfProperties properties = new RtfProperties();
  private State state = new State(true, "rtf", 1, RtfCharsets.ofPage(1252));
  private Charset standard = RtfCharsets.ofPage(1252);
  private int at;
  private int skip;
  private int font;
  private int style;
  private boolean optional;

  RtfDocument(byte[] content, ArticleWriter to) {
    this.content = content;
    this.to = to;
    blocks = new Blocks(to);
  }

  void read() throws IOException {
    blocks.begin(Blocks.NO_HEADING);
    while (at < content.length) {
      to.work(1);
      byte b = content[at++];
      switch (b) {
        case '{' -> {
          flush();
          outer.push(state);
        }
        case '}' -> {
          flush();
          endGroup();
        }
        case '\\' -> control();
        case '\r', '\n' -> {}
        default -> character(b);
      }
    }
    flush();
    blocks.end();
    properties.give(to);
  }

  private void endGroup() throws IOException {
    boolean note = TEXT.contains(state.group);
    if (!outer.isEmpty()) {
      State before = outer.pop();
      if (note && !TEXT.contains(before.group)) {
        blocks.end();
      }
      state = before;
    }
  }

  private void control() throws IOException {
    if (at == content.length) {
      return;
    }
    byte b = content[at];
    if (!isLetter(b)) {
      at++;
      symbol(b);
      return;
    }
    int start = at;
    while (at < content.length && isLetter(content[at]) && at - start < 32) {
      at++;
    }
    String word = new String(content, start, at - start, StandardCharsets.US_ASCII);
    boolean negative = at < content.length && content[at] == '-';
    at += negative ? 1 : 0;
    int digits = at;
    int value = 0;
    while (at < content.length && content[at] >= '0' && content[at] <= '9' && at - digits < 9) {
      value = 10 * value + content[at++] - '0';
    }
    boolean given = at > digits;
    if (at < content.length && content[at] == ' ') {
      at++;
    }
    word(word, given ? (negative ? -value : value) : -1, given);
  }

  private static boolean isLetter(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
  }

  private void symbol(byte b) throws IOException {
    switch (b) {
      case '\'' -> {
        int high = at + 1 < content.length ? Character.digit(content[at], 16) : -1;
        int low = at + 1 < content.length ? Character.digit(content[at + 1], 16) : -1;
        if (high >= 0 && low >= 0) {
          at += 2;
          character((byte) (high << 4 | low));
        }
      }
      case '*' -> optional = true;
      case '~' -> text(" ");
      case '_' -> text("-");
      case '\r', '\n' -> paragraph();
      case '\\', '{', '}' -> character(b);
      default -> {}
    }
  }

  private void word(String word, int value, boolean given) throws IOException {
    boolean passed = optional;
    optional = false;
    if (NO_TEXT.contains(word) || passed && !TEXT.contains(word)) {
      flush();
      state = state.silent(word);
      return;
    }
    if (!state.text && properties.isField(word)) {
      flush();
      properties.begin(word);
      state = state.in(word);
      return;
    }
    switch (word) {
      case "par", "sect", "page", "column" -> paragraph();
      case "pard" -> {
        flush();
        style(0);
      }
      case "cell", "nestcell" -> {
        flush();
        blocks.text("\t");
      }
      case "row", "nestrow" -> paragraph();
      case "tab", "line", "lbr", "enspace", "emspace", "qmspace" -> text(" ");
      case "emdash" -> text("—");
      case "endash" -> text("–");
      case "lquote" -> text("‘");
      case "rquote" -> text("’");
      case "ldblquote" -> text("“");
      case "rdblquote" -> text("”");
      case "bullet" -> text("•");
      case "u" -> unicode(value);
      case "uc" -> state = state.withFallback(Math.clamp(value, 0, 16));
      case "bin" -> at = (int) Math.min(content.length, (long) at + Math.max(0, value));
      case "ansicpg" -> {
        standard = RtfCharsets.ofPage(value);
        state = state.with(standard);
      }
      case "mac" -> standard = RtfCharsets.ofPage(10000);
      case "f" -> font(value);
      case "fcharset" -> fonts.put(font, RtfCharsets.ofFont(value, standard));
      case "s" -> style(value);
      case "outlinelevel" -> outline(value, given);
      case "footnote", "annotation", "shptxt" -> {
        flush();
        state = new State(true, word, state.fallback, state.charset);
        blocks.begin(Blocks.NO_HEADING);
      }
      case "deleted" -> {
        flush();
        state = value == 0 ? state : state.silent(word);
      }
      default -> {}
    }
  }

  private void font(int number) {
    font = number;
    if (state.text) {
      flushQuietly();
      state = state.with(fonts.getOrDefault(number, standard));
    }
  }

  private void style(int number) {
    style = number;
    if (state.text) {
      blocks.heading(styles.getOrDefault(number, Blocks.NO_HEADING));
    }
  }

  /** Within the table of styles it says what a style is, elsewhere what a paragraph is. */
  private void outline(int value, boolean given) {
    if (!given || value < 0 || value > 8) {
      return;
    }
    if (state.group.equals("stylesheet")) {
      styles.put(style, value + 1);
    } else if (state.text) {
      blocks.heading(value + 1);
    }
  }

  private void unicode(int value) throws IOException {
    flush();
    text(String.valueOf((char) value));
    skip = state.fallback;
  }

  private void character(byte b) {
    if (skip > 0) {
      skip--;
    } else {
      pending.write(b);
    }
  }

  private void text(String characters) {
    flushQuietly();
    put(characters);
  }

  private void put(String characters) {
    if (state.text) {
      blocks.text(characters);
    } else if (state.group.equals("stylesheet")) {
      nameStyle(characters.strip().toLowerCase(Locale.ROOT));
    } else {
      properties.add(state.group, characters);
    }
  }

  private void nameStyle(String name) {
    if (name.matches("(?:heading|标题|標題) ?[1-9];?")) {
      styles.put(style, name.replaceAll("[^1-9]", "").charAt(0) - '0');
    }
  }

  private void flush() {
    skip = 0;
    flushQuietly();
  }

  /** Hands on the bytes that stand for characters in an encoding. */
  private void flushQuietly() {
    if (pending.size() > 0) {
      put(pending.toString(state.charset));
      pending.reset();
    }
  }

  private void paragraph() throws IOException {
    flush();
    if (!state.text) {
      return;
    }
    blocks.end();
    blocks.begin(styles.getOrDefault(style, Blocks.NO_HEADING));
  }
}
