package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.ArticleText;
import dev.kaiyuan.document.text.Mentions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What markup says beside the words: addresses, tags, titles, readings, spans. */
public final class InlineFinds {
  private final @Nullable List<Span> spans;
  final Mentions mentions = new Mentions();
  public final List<String> asides = new ArrayList<>();
  final List<String> readings = new ArrayList<>();

  /** Collects no spans; the index needs none. */
  public InlineFinds() {
    this.spans = null;
  }

  /**
   * Collects spans too.
   *
   * @param spans the list to add them to, in no particular order
   */
  public InlineFinds(List<Span> spans) {
    this.spans = spans;
  }

  void span(Span.Kind kind, int start, int end) {
    span(kind, start, end, "", null);
  }

  void span(Span.Kind kind, int start, int end, String value, @Nullable String title) {
    if (spans != null) {
      spans.add(new Span(kind, start, end, value, title));
    }
  }

  /** Whether spans are collected. */
  boolean takesSpans() {
    return spans != null;
  }

  public void putInto(ArticleText text) {
    text.mentions().addAll(mentions);
    asides.forEach(text::aside);
    readings.forEach(text::reading);
  }
}
