package dev.kaiyuan.output;

/** Draws how great a number is beside others. */
final class Bar {
  private Bar() {}

  /**
   * Returns a bar in which even a small number differs from nothing.
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
