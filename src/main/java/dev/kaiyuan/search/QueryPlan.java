package dev.kaiyuan.search;

import dev.kaiyuan.analysis.UserDictionary;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for a request.
 *
 * @param query finds and ranks
 * @param wanted finds what {@code query} finds, without ranking; null where something is demanded
 * @param limits what articles have to match whatever their words, or null for any
 * @param text what was typed, without signs of syntax
 * @param question whether it is a question in natural language
 * @param contributions the parts that the score is the sum of
 * @param concepts what is looked for, whose places in an article refine its rank
 * @param marks what is to be marked in what was found
 * @param known the words that the segmenter knew when the index was made
 * @param words how the query was understood
 * @param translations for things the query names, other names that were looked for too
 * @param notices what the person should know of it
 */
record QueryPlan(
    Query query,
    @Nullable Query wanted,
    @Nullable Query limits,
    String text,
    boolean question,
    List<Contribution> contributions,
    List<Concept> concepts,
    List<TextMarks.Word> marks,
    UserDictionary known,
    List<SearchResults.QueryWord> words,
    Map<String, List<String>> translations,
    List<Notice> notices) {

  /** A term that may give to the score, and the word of the query it stands for. */
  record Contribution(String word, String term, String field, Reason.Kind kind, Query query) {}

  /**
   * Returns a query that ranks alike where nothing is demanded, but also finds what holds only weak
   * terms: all that gives to the score as one flat disjunction, which Lucene evaluates fastest.
   */
  Query anyTerm() {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (Contribution part : contributions) {
      builder.add(part.query(), Occur.SHOULD);
    }
    return builder.build();
  }
}
