package dev.kaiyuan.search;

import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.index.IndexSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * The words of a query of which an article needs only one, in two forms: one that scores, and one
 * that finds the same articles with fewer clauses, to count them.
 */
final class WantedQuery {
  private final BooleanQuery.Builder scored = new BooleanQuery.Builder();
  private final BooleanQuery.Builder counted = new BooleanQuery.Builder();
  private final List<Query> beside = new ArrayList<>();
  private final List<QueryPlan.Contribution> contributions = new ArrayList<>();
  private boolean empty = true;

  /**
   * Adds a clause.
   *
   * @param findsMore whether it may find what no other does
   */
  void add(Query query, boolean findsMore) {
    scored.add(query, Occur.SHOULD);
    empty = false;
    if (findsMore) {
      counted.add(query, Occur.SHOULD);
    }
  }

  /** Adds a clause that finds nothing, but scores where it matches what is found. */
  void addBeside(Query query) {
    beside.add(query);
  }

  /** Says what a clause, of these or beside them, gives to a score. */
  void explain(String typed, String found, String field, Reason.Kind kind, Query query) {
    int dot = field.indexOf('.');
    String plain = dot < 0 ? field : field.substring(0, dot);
    contributions.add(new QueryPlan.Contribution(typed, found, plain, kind, query));
  }

  /** Has the articles counted that hold a translation. */
  void count(TranslatedWord translated) {
    for (TranslatedWord.Name name : translated.looked()) {
      counted.add(TranslatedWord.query(IndexSchema.BODY, name), Occur.SHOULD);
    }
  }

  /**
   * Whether an article that has a term in a field may lack the query's grams in its body, which has
   * the words of all fields: a word of one Han character is in no gram.
   */
  static boolean findsMore(QueryTerm term, String field) {
    return switch (field) {
      case IndexSchema.BODY -> true;
      case IndexSchema.BODY_WORDS -> term.text().codePointCount(0, term.text().length()) == 1;
      default -> false;
    };
  }

  boolean isEmpty() {
    return empty;
  }

  Query scored() {
    return scored.build();
  }

  Query counted() {
    return counted.build();
  }

  List<Query> beside() {
    return beside;
  }

  List<QueryPlan.Contribution> contributions() {
    return contributions;
  }
}
