package dev.kaiyuan.document;

/** Where two lines of a paragraph meet. */
public final class LineJoint {
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
}
