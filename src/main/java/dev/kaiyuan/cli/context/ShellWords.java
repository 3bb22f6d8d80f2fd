package dev.kaiyuan.cli.context;

import java.util.ArrayList;
import java.util.List;

/** Quotes and splits words as a shell does. */
public final class ShellWords {
  private ShellWords() {}

  public static String quote(String word) {
    for (int p = 0; p < word.length(); p++) {
      char c = word.charAt(p);
      boolean plain = Character.isLetterOrDigit(c) || "-_./:=,+@%".indexOf(c) >= 0;
      if (!plain) {
        return "'" + word.replace("'", "'\\''") + "'";
      }
    }
    return word.isEmpty() ? "''" : word;
  }

  public static String join(List<String> words) {
    List<String> quoted = new ArrayList<>();
    for (String word : words) {
      quoted.add(quote(word));
    }
    return String.join(" ", quoted);
  }

  /**
   * Splits a line at spaces outside of quotes, which stay. An apostrophe in a word and an unclosed
   * quote are text.
   */
  public static List<String> quoted(String line) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int p = 0; p <= line.length(); p++) {
      char c = p == line.length() ? ' ' : line.charAt(p);
      boolean opens = c == '"' || c == '\'' && (p == start || line.charAt(p - 1) == '=');
      int close = opens ? line.indexOf(c, p + 1) : -1;
      if (close > 0) {
        p = close;
      } else if (c == ' ') {
        if (p > start) {
          words.add(line.substring(start, p));
        }
        start = p + 1;
      }
    }
    return words;
  }

  /** Returns a word without its quotes. */
  public static String unquoted(String word) {
    StringBuilder text = new StringBuilder();
    char quote = 0;
    for (char c : word.toCharArray()) {
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
