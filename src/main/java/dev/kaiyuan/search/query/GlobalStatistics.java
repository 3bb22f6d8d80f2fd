package dev.kaiyuan.search.query;

import java.util.List;
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
   * @param totalTermFreq how often it is there
   */
  TermFrequency frequency(Term term, int docFreq, long totalTermFreq);

  /**
   * Returns how many articles in all parts a query matches.
   *
   * @param query the query in words, the same in all parts
   * @param here how many it matches in the part that asks
   */
  int count(String query, int here);

  /**
   * Returns the terms in all parts that are akin to one, in order.
   *
   * @param here those in the part that asks, in order
   */
  List<String> akin(String term, List<String> here);

  /**
   * Returns the words in all parts that a pattern is of; of very many only the most frequent.
   *
   * @param here those in the part that asks, in order
   */
  List<WordFrequency> listed(WordPattern pattern, List<WordFrequency> here);

  /**
   * Returns the statistics of a field in all parts, or null if none has it.
   *
   * @param here those of the part that asks, or null if it lacks the field
   */
  @Nullable CollectionStatistics field(String field, @Nullable CollectionStatistics here);
}
