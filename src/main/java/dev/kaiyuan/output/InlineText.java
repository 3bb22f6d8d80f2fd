package dev.kaiyuan.output;

import dev.kaiyuan.document.markdown.MarkdownTree;
import dev.kaiyuan.document.text.DisplayWidth;
import dev.kaiyuan.document.text.SoftBreak;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The words of one block of Markdown, with the style of each stretch. */
final class InlineText extends AbstractVisitor {
  private static final String STRONG = "1";
  private static final String EMPHASIS = "3";
  private static final String LINK = "4";
  private static final String DELETED = "9";

  /** A stretch of the text in a style of its own. */
  record Stretch(int start, int end, String style) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Stretch> stretches = new ArrayList<>();
  private final String code;
  private final boolean styled;
  private boolean lineBreak;
  private boolean inParagraph;
  private boolean keepsLines;

  private InlineText(Theme theme) {
    code = theme.code();
    styled = !theme.equals(Theme.NONE);
  }

  static InlineText of(Node block, Theme theme) {
    InlineText inline = new InlineText(theme);
    inline.inParagraph = block instanceof Paragraph;
    inline.keepsLines = inline.inParagraph && SoftBreak.keeps(lineWidths(block));
    inline.visitChildren(block);
    return inline;
  }

  private static List<Integer> lineWidths(Node block) {
    List<Integer> widths = new ArrayList<>();
    widths.add(0);
    block.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text node) {
            add(node.getLiteral());
          }

          @Override
          public void visit(Code node) {
            add(node.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak node) {
            widths.add(0);
          }

          private void add(String words) {
            widths.set(widths.size() - 1, widths.getLast() + DisplayWidth.of(words));
          }
        });
    return widths;
  }

  String text() {
    List<String> lines = new ArrayList<>();
    for (String line : text.toString().split("\n", -1)) {
      lines.add(SanitizedText.of(line));
    }
    return String.join("\n", lines);
  }

  List<Stretch> stretches() {
    return stretches;
  }

  @Override
  public void visit(Text node) {
    append(node.getLiteral());
  }

  @Override
  public void visit(Code node) {
    String shown = styled ? node.getLiteral() : "`" + node.getLiteral() + "`";
    append(shown);
    stretch(text.length() - shown.length(), code);
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
    title(node.getTitle());
  }

  @Override
  public void visit(Image node) {
    if (node.getFirstChild() != null) {
      append("[");
      visitChildren(node);
      append("]");
    }
    title(node.getTitle());
  }

  /** What a browser shows of a link under the pointer. */
  private void title(@Nullable String title) {
    if (title != null && !title.isBlank()) {
      append(" (" + title + ")");
    }
  }

  @Override
  public void visit(HtmlInline node) {
    String tag = node.getLiteral();
    if (tag.regionMatches(true, 0, "<br", 0, 3)) {
      append(inParagraph ? "\n" : " ");
    } else if (tag.regionMatches(true, 0, "<rt>", 0, 4)) {
      int end = tag.indexOf('<', 4);
      append("(" + tag.substring(4, end < 0 ? tag.length() : end) + ")");
    }
    String words = String.join(", ", MarkdownTree.words(node));
    if (!words.isEmpty()) {
      append(" (" + words + ") ");
    }
  }

  @Override
  public void visit(CustomNode node) {
    switch (node) {
      case FootnoteReference note -> append(mark(note.getLabel()));
      case Strikethrough deleted -> within(deleted, DELETED);
      default -> visitChildren(node);
    }
  }

  /** What stands for a footnote where it is mentioned and where it stands. */
  static String mark(String label) {
    return "[" + SanitizedText.of(label) + "]";
  }

  @Override
  public void visit(HardLineBreak node) {
    append(inParagraph ? "\n" : " ");
  }

  @Override
  public void visit(SoftLineBreak node) {
    lineBreak = true;
  }

  private void append(String words) {
    if (lineBreak && !words.isEmpty()) {
      lineBreak = false;
      boolean joins =
          !text.isEmpty() && SoftBreak.joins(text.codePointBefore(text.length()), words.charAt(0));
      text.append(keepsLines ? "\n" : joins ? "" : " ");
    }
    text.append(words);
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
