package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.ArticleText;
import dev.kaiyuan.document.text.Characters;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Builds inline nodes from the characters of a block, its markup overwritten, and its spans. */
final class InlineTree {
  /** Spans nested deeper than this get no node; their words are kept. */
  private static final int MAX_DEPTH = 50;

  private record Open(Node node, int end) {}

  private final char[] chars;
  private final List<Span> spans;
  private final Predicate<String> isDefinedFootnote;
  private final Deque<Open> open = new ArrayDeque<>();
  private final StringBuilder words = new StringBuilder();
  private int nextSpan;
  private boolean lineStart;

  /**
   * Makes a tree.
   *
   * @param spans the spans of the block in any order; sorted in place
   */
  InlineTree(char[] chars, List<Span> spans, Predicate<String> isDefinedFootnote) {
    this.chars = chars;
    this.spans = spans;
    this.isDefinedFootnote = isDefinedFootnote;
    spans.sort(
        Comparator.comparingInt(Span::start)
            .thenComparing(Comparator.comparingInt(Span::end).reversed()));
  }

  /**
   * Appends the nodes of a range of the block. Ranges must be given from left to right.
   *
   * @param end offset after the last character; a longer span is cut here
   */
  void appendTo(Node parent, int start, int end) {
    open.push(new Open(parent, end));
    lineStart = false;
    int i = start;
    while (true) {
      while (open.size() > 1 && open.element().end <= i) {
        if (open.element().node instanceof Image) {
          trim();
        }
        flush();
        open.pop();
      }
      if (i >= end) {
        break;
      }
      Span span = nextSpanAt(i);
      if (span != null) {
        flush();
        i = begin(span, Math.min(span.end(), open.element().end));
      } else {
        put(chars[i++]);
      }
    }
    flush();
    open.clear();
  }

  private @Nullable Span nextSpanAt(int i) {
    while (nextSpan < spans.size() && spans.get(nextSpan).start() < i) {
      nextSpan++;
    }
    boolean here = nextSpan < spans.size() && spans.get(nextSpan).start() == i;
    return here ? spans.get(nextSpan++) : null;
  }

  /** Begins a span; returns where the characters go on. */
  private int begin(Span span, int end) {
    int start = span.start();
    switch (span.kind()) {
      case CODE -> {
        String code = visible(start, end);
        if (!code.isEmpty()) {
          append(new Code(code));
        }
        return end;
      }
      case TASK -> {
        words.append(span.value());
        lineStart = false;
      }
      case TAG -> {
        HtmlInline tag = new HtmlInline();
        tag.setLiteral(span.value());
        append(tag);
      }
      case FOOTNOTE ->
          append(
              isDefinedFootnote.test(span.value())
                  ? new FootnoteReference(span.value())
                  : new Text("[" + span.value() + "]"));
      case EMPHASIS -> push(new Emphasis(), end);
      case STRONG -> push(new StrongEmphasis(), end);
      case DELETED -> push(new Strikethrough("~~"), end);
      case LINK -> push(new Link(span.value(), span.title()), end);
      case IMAGE -> {
        push(new Image(span.value(), span.title()), end);
        lineStart = true;
      }
    }
    return start;
  }

  private void push(Node node, int end) {
    if (open.size() < MAX_DEPTH) {
      append(node);
      open.push(new Open(node, end));
    }
  }

  private void append(Node node) {
    open.element().node.appendChild(node);
    lineStart = false;
  }

  /** The characters of a span of code, on one line. */
  private String visible(int start, int end) {
    StringBuilder visible = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = chars[i];
      if (c == '\n') {
        visible.append(' ');
      } else if (c != ArticleText.DROPPED && c != ArticleText.DROPPED_BREAK) {
        visible.append(c);
      }
    }
    return visible.toString();
  }

  private void put(char c) {
    switch (c) {
      case ArticleText.DROPPED, ArticleText.DROPPED_BREAK -> {}
      case '\n' -> breakLine(new SoftLineBreak());
      case ArticleText.HARD_BREAK -> breakLine(new HardLineBreak());
      default -> {
        if (!Characters.isInvisible(c) && !(lineStart && c == ' ')) {
          words.append(c);
          lineStart = false;
        }
      }
    }
  }

  private void breakLine(Node lineBreak) {
    trim();
    flush();
    append(lineBreak);
    lineStart = true;
  }

  private void trim() {
    int end = words.length();
    while (end > 0 && words.charAt(end - 1) == ' ') {
      end--;
    }
    words.setLength(end);
  }

  private void flush() {
    if (!words.isEmpty()) {
      open.element().node.appendChild(new Text(words.toString()));
      words.setLength(0);
    }
  }
}
