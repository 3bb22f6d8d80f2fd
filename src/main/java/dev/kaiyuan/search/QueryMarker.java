package dev.kaiyuan.search;

import java.util.List;

/** Highlights the words of a query in any text. Not thread-safe. */
public final class QueryMarker {
  private final PassageHighlighter highlighter;

  QueryMarker(QueryPlan plan) {
    highlighter = new PassageHighlighter(plan, 0, 100);
  }

  /** Returns the words of the query in a text, in order, not overlapping. */
  public List<Range> marks(String text) {
    return highlighter.highlights(text);
  }
}
