package dev.kaiyuan.document.text;

import java.util.List;

/** A soft line break: how two lines of a paragraph are joined. */
public final class SoftBreak {
  /** Lines wrapped to fit a page are at least this wide, in columns. */
  private static final int FULL_LINE = 50;

  private SoftBreak() {}

  /**
   * Returns whether lines are joined without a space, as in Chinese.
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
   * Returns whether the line breaks of a paragraph are the author's, as in a poem or a list of
   * properties, so that they are kept on display. Lines wrapped to fit a page have about its width.
   *
   * @param widths the widths of the lines, in columns
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
