package dev.kaiyuan.output;

/** Draws how great a number is beside others. */
final class Bar {
  private Bar() {}

  /**
   * Returns a bar that tells even a small number from nothing.
   *
   * @param greatest the number whose bar is as wide as can be; above 0
   * @param columns how wide that is
   */
  static String of(double number, double greatest, int columns) {
    int eighths = (int) Math.max(1, Math.round(8.0 * columns * number / greatest));
    String full = "█".repeat(eighths / 8);
    int rest = eighths % 8;
    return columns == 0 ? "" : rest == 0 ? full : full + (char) ('█' + 8 - rest);
  }
}
