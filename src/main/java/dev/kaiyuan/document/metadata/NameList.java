package dev.kaiyuan.document.metadata;

import dev.kaiyuan.document.text.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes names such as tags out of one line of text, as people write them. */
final class NameList {
  private static final String SEPARATORS = ",，、;；";
  private static final Pattern TAGS = Pattern.compile("\\s*#[^\\s#]+(?:\\s+#[^\\s#]+)+\\s*");

  private NameList() {}

  /**
   * Splits a line at commas and their like; where it has none, at the number signs of its tags, or
   * at its spaces.
   *
   * @param spaced whether spaces part names
   */
  static List<String> split(String line, boolean spaced) {
    String list = isBracketed(line) ? line.strip().substring(1, line.strip().length() - 1) : line;
    boolean separated = list.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0);
    boolean tagged = list.strip().startsWith("#");
    var names = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= list.length(); i++) {
      boolean end = i == list.length() || SEPARATORS.indexOf(list.charAt(i)) >= 0;
      if (!end && !separated && (spaced || tagged)) {
        end = Characters.isWhitespace(list.charAt(i)) && !isOpen(list, start, i);
        end |= tagged && list.charAt(i) == '#' && i > start;
      }
      if (end) {
        names.add(list.substring(start, i));
        start = i + (i < list.length() && list.charAt(i) == '#' ? 0 : 1);
      }
    }
    return names;
  }

  /** Whether a line is several tags, each with its number sign. */
  static boolean isTagged(String line) {
    return TAGS.matcher(line).matches();
  }

  private static boolean isBracketed(String line) {
    String list = line.strip();
    return list.length() > 1
        && list.startsWith("[")
        && list.endsWith("]")
        && !list.startsWith("[[");
  }

  /** Whether double brackets, which may hold spaces, stand open. */
  private static boolean isOpen(String list, int start, int end) {
    int open = list.lastIndexOf("[[", end);
    return open >= start && list.indexOf("]]", open) >= end;
  }

  /** A name without the signs that people put around it: {@code #a}, {@code [[a]]}, {@code "a"}. */
  static String bare(String written) {
    int start = 0;
    int end = written.length();
    while (start < end && " #[\"'".indexOf(written.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && isAtEnd(written, start, end)) {
      end--;
    }
    return written.substring(start, end);
  }

  /** Whether the last character is a sign around the name; C# and F# end with their own. */
  private static boolean isAtEnd(String written, int start, int end) {
    char last = written.charAt(end - 1);
    return " ]\"'".indexOf(last) >= 0
        || (last == '#' && (start > 0 || Characters.isHan(written.charAt(Math.max(0, end - 2)))));
  }
}
