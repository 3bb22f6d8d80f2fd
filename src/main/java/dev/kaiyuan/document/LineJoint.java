package dev.kaiyuan.document;

import java.util.List;

/** Where two lines of a paragraph meet. */
public final class LineJoint {
  /** A line that was broken to fit is at least so wide, in columns. */
  private static final int FULL_LINE = 50;

  private LineJoint() {}

  /**
   * Tells whether the text goes on without a space, as Chinese does.
   *
   * @param before the code point that ends a line
   * @param next the first character of the next line
   */
  public static boolean joins(int before, char next) {
    int after = next >= 0xD840 && next <= 0xD8BF ? 0x20000 : next;
    boolean spacelessBefore = Characters.isSpaceless(before);
    boolean spacelessAfter = Characters.isSpaceless(after);
    return (spacelessBefore && (spacelessAfter || Characters.isSharedPunctuation(after)))
        || (spacelessAfter && Characters.isSharedPunctuation(before));
  }

  /**
   * Tells whether a paragraph's author broke its lines, as those of a poem or a list of properties,
   * so that they stay apart where they are shown; lines that were broken to fit a page are all
   * about as wide as it.
   *
   * @param widths how wide the lines are, in columns
   */
  public static boolean keeps(List<Integer> widths) {
    int widest = 0;
    int narrowest = Integer.MAX_VALUE;
    for (int width : widths.subList(0, Math.max(0, widths.size() - 1))) {
      widest = Math.max(widest, width);
      narrowest = Math.min(narrowest, width);
    }
    return widths.size() > 1 && (widest < FULL_LINE || narrowest < 0.6 * widest);
  }
}
