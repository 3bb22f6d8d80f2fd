package dev.kaiyuan.search.query;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.Weight;

/**
 * A query that equals only itself. Compound queries compute the hash codes of their clauses; that
 * of a synonym query is a record's, which costs a new JVM more than the search itself.
 */
public final class IdentityQuery extends Query {
  private final Query query;
  private final Collection<Term> terms;

  /** Takes a query that finds any of some terms. */
  public IdentityQuery(SynonymQuery query) {
    this(query, query.getTerms());
  }

  private IdentityQuery(Query query, Collection<Term> terms) {
    this.query = query;
    this.terms = terms;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    IndexSearcher asked = searcher instanceof CommitSearcher part ? part.asOne(terms) : searcher;
    return query.createWeight(asked, mode, boost);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = query.rewrite(searcher);
    return rewritten == query ? this : new IdentityQuery(rewritten, terms);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    query.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return query.toString(field);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
