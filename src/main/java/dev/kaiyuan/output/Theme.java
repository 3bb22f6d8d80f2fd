package dev.kaiyuan.output;

import java.util.Locale;

/**
 * How the parts of a result look, as the numbers of SGR sequences; an empty one looks like plain
 * text.
 *
 * @param title the title of an article
 * @param path the path of a file
 * @param line a number of a line, or of a hit
 * @param match what the query found
 * @param faint what matters less: dates, headings, hints
 * @param heading a heading in an article that is read
 * @param code code in an article that is read
 */
public record Theme(
    String title,
    String path,
    String line,
    String match,
    String faint,
    String heading,
    String code) {
  /** No colours at all. */
  public static final Theme NONE = new Theme("", "", "", "", "", "", "");

  /** The terminal's own colours, which its owner chose to be legible. */
  public static final Theme AUTO = new Theme("1", "36", "32", "1;31", "2", "1;34", "33");

  private static final Theme DARK =
      new Theme(
          "1;38;5;255", "38;5;117", "38;5;114", "1;38;5;221", "38;5;245", "1;38;5;111", "38;5;180");
  private static final Theme LIGHT =
      new Theme(
          "1;38;5;232", "38;5;25", "38;5;28", "1;38;5;160", "38;5;242", "1;38;5;26", "38;5;94");
  private static final Theme MONO = new Theme("1", "", "", "1;4", "2", "1", "");

  /**
   * Returns a theme by its name: {@code auto}, {@code dark}, {@code light} or {@code mono}.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Theme named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "auto" -> AUTO;
      case "dark" -> DARK;
      case "light" -> LIGHT;
      case "mono" -> MONO;
      default -> throw new IllegalArgumentException("no theme: " + name);
    };
  }
}
