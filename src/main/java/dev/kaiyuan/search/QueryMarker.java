package dev.kaiyuan.search;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.search.snippet.MarkedWord;
import dev.kaiyuan.search.snippet.PassageHighlighter;
import dev.kaiyuan.search.snippet.Range;
import java.util.List;

/** Highlights the words of a query in any text. Not thread-safe. */
public final class QueryMarker {
  private final PassageHighlighter highlighter;

  QueryMarker(QueryPlan plan) {
    highlighter = new PassageHighlighter(plan.highlights(), plan.known(), 0, 100);
  }

  /**
   * Makes one of the words that another was made of.
   *
   * @param words what that one marks
   * @param known the words that the segmenter knew when the index was made
   */
  public QueryMarker(List<MarkedWord> words, UserDictionary known) {
    highlighter = new PassageHighlighter(words, known, 0, 100);
  }

  /** Returns the words of the query in a text, in order, not overlapping. */
  public List<Range> marks(String text) {
    return highlighter.highlights(text);
  }
}
