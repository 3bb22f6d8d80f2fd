package dev.kaiyuan.output;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The words of one block of Markdown, with the style of each stretch. */
final class InlineText extends AbstractVisitor {
  private static final String STRONG = "1";
  private static final String EMPHASIS = "3";
  private static final String LINK = "4";

  /** A stretch of the text in a style of its own. */
  record Stretch(int start, int end, String style) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Stretch> stretches = new ArrayList<>();
  private final String code;
  private final boolean styled;

  private InlineText(Theme theme) {
    code = theme.code();
    styled = !theme.equals(Theme.NONE);
  }

  static InlineText of(Node block, Theme theme) {
    InlineText inline = new InlineText(theme);
    inline.visitChildren(block);
    return inline;
  }

  String text() {
    return HarmlessText.of(text.toString());
  }

  List<Stretch> stretches() {
    return stretches;
  }

  @Override
  public void visit(Text node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(Code node) {
    int start = text.length();
    text.append(styled ? node.getLiteral() : "`" + node.getLiteral() + "`");
    stretch(start, code);
  }

  @Override
  public void visit(Emphasis node) {
    within(node, EMPHASIS);
  }

  @Override
  public void visit(StrongEmphasis node) {
    within(node, STRONG);
  }

  @Override
  public void visit(Link node) {
    within(node, LINK);
  }

  @Override
  public void visit(Image node) {
    text.append('[');
    visitChildren(node);
    text.append(']');
  }

  @Override
  public void visit(HardLineBreak node) {
    text.append(' ');
  }

  /** Chinese text goes on where the line of the file ends; other text needs a space. */
  @Override
  public void visit(SoftLineBreak node) {
    boolean chinese = !text.isEmpty() && text.charAt(text.length() - 1) >= 0x2E80;
    if (!chinese) {
      text.append(' ');
    }
  }

  private void within(Node node, String style) {
    int start = text.length();
    visitChildren(node);
    stretch(start, style);
  }

  private void stretch(int start, String style) {
    if (styled && start < text.length() && !style.isEmpty()) {
      stretches.add(new Stretch(start, text.length(), style));
    }
  }
}
