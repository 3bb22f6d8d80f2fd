package dev.kaiyuan.output;

/**
 * What the place where text is shown can do.
 *
 * @param columns how wide it is, 20 or more
 * @param rows how many lines it shows at once; 0 where it has no end
 * @param theme how the parts of a result look
 * @param links whether text can be a link (OSC 8)
 */
public record Display(int columns, int rows, Theme theme, boolean links) {
  /** A file or a pipe: no colours, no links, lines of 80 columns. */
  public static final Display PLAIN = new Display(80, 0, Theme.NONE, false);

  public Display {
    columns = Math.max(20, columns);
  }
}
