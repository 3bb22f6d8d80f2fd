package dev.kaiyuan.search;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.search.query.RescoredSpan;
import dev.kaiyuan.search.snippet.MarkedWord;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * How a request is answered.
 *
 * @param query finds and ranks
 * @param counted finds the same articles as {@code query} without ranking them; null where
 *     something MUST or MUST NOT match
 * @param limits what articles match whatever their words, or null for any
 * @param text the text of the query, without signs of syntax
 * @param question whether it is a question in natural language
 * @param contributions the clauses whose scores add up
 * @param rescored the spans whose positions in an article refine its score
 * @param highlights the terms to highlight
 * @param known the words that the segmenter knew when the index was made
 * @param words the words of the query as they were understood
 * @param translations the other names that are looked for, by the text of their span
 * @param notices what the person should know
 */
record QueryPlan(
    Query query,
    @Nullable Query counted,
    @Nullable Query limits,
    String text,
    boolean question,
    List<Contribution> contributions,
    List<RescoredSpan> rescored,
    List<MarkedWord> highlights,
    UserDictionary known,
    List<SearchResults.QueryWord> words,
    Map<String, List<String>> translations,
    List<Notice> notices) {

  /** A clause that may add to the score, with its term and the word of the query it comes from. */
  record Contribution(String word, String term, String field, Reason.Kind kind, Query query) {}

  /**
   * Returns all clauses that score as one flat disjunction, which Lucene evaluates fastest. It
   * ranks as {@link #query} where nothing MUST match, but also finds articles with only weak terms.
   */
  Query disjunction() {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (Contribution part : contributions) {
      builder.add(part.query(), Occur.SHOULD);
    }
    return builder.build();
  }
}
