package dev.kaiyuan.search.query;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of an index have together, for who searches one of them: scores are comparable
 * only if every part weighs terms alike. Thread-safe.
 */
public interface GlobalStatistics {
  /**
   * Returns the number of files in all parts.
   *
   * @param here the number in the part that asks
   */
  int files(int here);

  /**
   * Returns how frequent a term is in all parts.
   *
   * @param docFreq its document frequency in the part that asks
   * @param totalTermFreq how often it stands there
   */
  TermFrequency frequency(Term term, int docFreq, long totalTermFreq);

  /**
   * Returns the statistics of a field in all parts, or null if none has it.
   *
   * @param here those of the part that asks, or null if it lacks the field
   */
  @Nullable CollectionStatistics field(String field, @Nullable CollectionStatistics here);
}
