package dev.kaiyuan.document.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far the lines reach that begin at about the same distance from the edge of a page. */
final class Columns {
  /** Points; lines of one column are indented by less than twice as much. */
  private static final float WIDTH = 24;

  private record Key(int page, int strip) {}

  private final Map<Key, Float> edges = new HashMap<>();

  Columns(List<TextLine> lines) {
    for (TextLine line : lines) {
      int strip = strip(line);
      for (int near = strip - 1; near <= strip + 1; near++) {
        edges.merge(new Key(line.page(), near), line.right(), Math::max);
      }
    }
  }

  private static int strip(TextLine line) {
    return (int) Math.floor(line.left() / WIDTH);
  }

  /** The edge that no line around a line reaches beyond. */
  float right(TextLine line) {
    return edges.get(new Key(line.page(), strip(line)));
  }
}
