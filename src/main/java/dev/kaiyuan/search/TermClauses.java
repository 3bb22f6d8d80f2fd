package dev.kaiyuan.search;

import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.search.limit.ClauseBudget;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.IdentityQuery;
import dev.kaiyuan.search.query.RelatedWords;
import dev.kaiyuan.search.query.TermCounts;
import dev.kaiyuan.search.query.Weights;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Makes the clauses of single terms, each once, with their weights. */
final class TermClauses {
  private final CommitSearcher searcher;
  private final ClauseBudget budget;
  private final QueryHighlights highlights;
  private final RelatedWords related;
  private final Set<Term> seen = new HashSet<>();
  private float most;

  // Of the text in hand.
  private Weights weights;
  private TermCounts counts = TermCounts.NONE;
  private boolean question;

  /**
   * Makes no clauses yet.
   *
   * @param highlights gets the words that replace others
   */
  TermClauses(CommitSearcher searcher, ClauseBudget budget, QueryHighlights highlights) {
    this.searcher = searcher;
    this.budget = budget;
    this.highlights = highlights;
    this.related = new RelatedWords(searcher);
    this.weights = searcher.weights();
  }

  /** Begins with the terms of another text of the query. */
  void begin(Weights ofText, TermCounts ofTerms, boolean isQuestion) {
    weights = ofText;
    counts = ofTerms;
    question = isQuestion;
  }

  /** Returns an upper bound of what the terms give to a score, positions included. */
  float most() {
    return most;
  }

  /**
   * Returns the clause of a term.
   *
   * @param matches whether it finds articles by itself, and so may words of its root
   * @return null if the index lacks the term, it has a clause already, or there is no room
   */
  @Nullable Query clause(QueryTerm part, boolean matches, ArticleField field) throws IOException {
    Term term = field.term(part.text());
    float weight =
        weights.of(part) * weights.ofField(field) * weights.ofCount(counts.of(part, field));
    if (weight == 0 || budget.isFull() || !seen.add(term)) {
      return null;
    }
    TermStates states = searcher.states(term);
    int docFreq = searcher.docFreq(term, states);
    if (docFreq == 0 || !budget.take(1)) {
      return null;
    }
    float positions = field == ArticleField.BODY ? weights.passage() + weights.early() : 0;
    most += weight * (1 + positions) * searcher.idf(docFreq);
    Query found = new TermQuery(term, states);
    if (question && matches && !field.isWords()) {
      found = orRelated(found, field, part.text());
    }
    return weight == 1 ? found : new BoostQuery(found, weight);
  }

  /** Returns a term together with those of the same root that the query does not have itself. */
  private Query orRelated(Query alone, ArticleField field, String term) throws IOException {
    SynonymQuery.Builder any = new SynonymQuery.Builder(field.luceneName());
    any.addTerm(field.term(term));
    boolean more = false;
    for (String word : related.of(term)) {
      if (weights.related() > 0 && !counts.hasGram(word)) {
        any.addTerm(field.term(word), weights.related());
        highlights.addRelated(word, weights.related());
        more = true;
      }
    }
    return more ? new IdentityQuery(any.build()) : alone;
  }
}
