package dev.kaiyuan.output.html;

import dev.kaiyuan.document.markdown.MarkdownTree;
import java.util.Set;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders blocks of HTML in Markdown: the Markdown between their tags is read too. */
final class HtmlBlocks implements NodeRenderer {
  private final HtmlNodeRendererContext context;

  HtmlBlocks(HtmlNodeRendererContext context) {
    this.context = context;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(HtmlBlock.class);
  }

  @Override
  public void render(Node node) {
    Node inline = MarkdownTree.inline(((HtmlBlock) node).getLiteral()).getFirstChild();
    context.getWriter().line();
    for (; inline != null; inline = inline.getNext()) {
      context.render(inline);
    }
    context.getWriter().line();
  }
}
