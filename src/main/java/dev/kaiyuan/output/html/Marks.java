package dev.kaiyuan.output.html;

import dev.kaiyuan.search.snippet.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Marks what a query finds, block by block, also where it crosses emphasis or a link. */
final class Marks implements NodeVisitor {
  private final Function<String, List<Range>> marks;
  private final List<List<TextNode>> blocks = new ArrayList<>();
  private List<TextNode> block = new ArrayList<>();

  private Marks(Function<String, List<Range>> marks) {
    this.marks = marks;
  }

  static void wrap(Element body, Function<String, List<Range>> marks) {
    Marks found = new Marks(marks);
    body.traverse(found);
    found.end();
    found.blocks.forEach(found::mark);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      block.add(text);
    } else if (breaks(node)) {
      end();
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (breaks(node)) {
      end();
    }
  }

  private static boolean breaks(Node node) {
    return node instanceof Element element
        && (element.isBlock() || element.normalName().equals("br"));
  }

  private void end() {
    if (!block.isEmpty()) {
      blocks.add(block);
      block = new ArrayList<>();
    }
  }

  private void mark(List<TextNode> nodes) {
    StringBuilder text = new StringBuilder();
    nodes.forEach(node -> text.append(node.getWholeText()));
    if (text.toString().isBlank()) {
      return;
    }
    List<Range> ranges = marks.apply(text.toString());
    int start = 0;
    for (TextNode node : nodes) {
      int end = start + node.getWholeText().length();
      mark(node, start, end, ranges);
      start = end;
    }
  }

  /** Marks what of the ranges lies in one node, from its end, so that offsets before it stay. */
  private static void mark(TextNode node, int start, int end, List<Range> ranges) {
    for (Range range : ranges.reversed()) {
      int from = Math.max(range.start(), start) - start;
      int to = Math.min(range.end(), end) - start;
      if (from >= to) {
        continue;
      }
      if (to < node.getWholeText().length()) {
        node.splitText(to);
      }
      TextNode marked = from > 0 ? node.splitText(from) : node;
      marked.wrap("<mark></mark>");
      if (from == 0) {
        return;
      }
    }
  }
}
