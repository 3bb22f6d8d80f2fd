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

  /** Splits a line at spaces outside of quotes; an unclosed quote ends with the line. */
  public static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    boolean begun = false;
    for (int p = 0; p < line.length(); p++) {
      char c = line.charAt(p);
      if (quote == 0 && c == ' ') {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
        continue;
      }
      begun = true;
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else {
        word.append(c);
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }
}
