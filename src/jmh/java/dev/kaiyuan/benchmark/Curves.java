package dev.kaiyuan.benchmark;

import dev.kaiyuan.benchmark.GrowthBenchmark.Measured;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws how costs grow with a collection, beside a line that grows as fast as the text. */
record Curves(List<Measured> measured) {
  private static final int WIDTH = 240;
  private static final int HEIGHT = 170;
  private static final int GAP = 60;

  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 540" font-family="sans-serif" font-size="12">
        <rect width="660" height="540" fill="white"/>
        """);
    panel(svg, 0, "index time, s", Measured::seconds);
    panel(svg, 1, "index size, MB", Measured::indexMegabytes);
    panel(svg, 2, "peak memory, MB", Measured::memoryMegabytes);
    panel(svg, 3, "warm search p50, ms", Measured::warmMilliseconds);
    return svg.append("</svg>\n").toString();
  }

  private void panel(StringBuilder svg, int at, String title, ToDoubleFunction<Measured> cost) {
    Measured first = measured.getFirst();
    Measured last = measured.getLast();
    double ratio = last.textMegabytes() / first.textMegabytes();
    double most = cost.applyAsDouble(first) * ratio;
    for (Measured each : measured) {
      most = Math.max(most, cost.applyAsDouble(each));
    }
    int left = GAP + at % 2 * (WIDTH + GAP);
    int bottom = GAP + HEIGHT + at / 2 * (HEIGHT + GAP);
    StringBuilder points = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    for (Measured each : measured) {
      double x = left + WIDTH * each.textMegabytes() / last.textMegabytes();
      double y = bottom - HEIGHT * cost.applyAsDouble(each) / most;
      points.append(text("%.1f,%.1f ", x, y));
      marks.append(text("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#0969da\"/>%n", x, y));
      marks.append(
          text(
              "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%.4g</text>%n",
              x, y - 6, cost.applyAsDouble(each)));
    }
    svg.append(text("<text x=\"%d\" y=\"%d\">%s</text>%n", left, bottom - HEIGHT - 22, title));
    svg.append(
        text(
            "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#57606a\"/>%n",
            left, bottom - HEIGHT, bottom, left + WIDTH));
    svg.append(
        text(
            "<path d=\"M%.1f %.1fL%d %.1f\" stroke=\"#afb8c1\" stroke-dasharray=\"4 3\"/>%n",
            left + WIDTH / ratio,
            bottom - HEIGHT * cost.applyAsDouble(first) / most,
            left + WIDTH,
            bottom - HEIGHT * cost.applyAsDouble(first) * ratio / most));
    svg.append(
        text("<polyline points=\"%s\" fill=\"none\" stroke=\"#0969da\" stroke-width=\"2\"/>%n", points));
    svg.append(marks);
    svg.append(
        text(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">text: %.0f to %.0f MB</text>%n",
            left + WIDTH, bottom + 18, first.textMegabytes(), last.textMegabytes()));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
