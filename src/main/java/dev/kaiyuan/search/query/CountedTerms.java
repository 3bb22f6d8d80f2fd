package dev.kaiyuan.search.query;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.jspecify.annotations.Nullable;

/** Says what one part of an index has, and keeps what was asked. Thread-safe. */
public final class CountedTerms implements GlobalStatistics {
  private static final TermFrequency SOMEWHERE = new TermFrequency(1, 1);

  private final Map<String, Frequencies.FieldFrequency> fields = new ConcurrentHashMap<>();
  private final Map<String, TermFrequency> terms = new ConcurrentHashMap<>();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final Map<String, List<String>> akin = new ConcurrentHashMap<>();

  private final Map<String, Frequencies.Listed> words = new ConcurrentHashMap<>();

  private volatile boolean generous;

  /** Says from now on that each term is somewhere, as it may be in another part. */
  public void beGenerous() {
    generous = true;
  }

  @Override
  public int files(int here) {
    return here;
  }

  @Override
  public TermFrequency frequency(Term term, int docFreq, long totalTermFreq) {
    TermFrequency here = new TermFrequency(docFreq, totalTermFreq);
    terms.put(Frequencies.key(term), here);
    return docFreq > 0 || !generous ? here : SOMEWHERE;
  }

  @Override
  public int count(String query, int here) {
    counts.put(query, here);
    return here;
  }

  @Override
  public List<String> akin(String term, List<String> here) {
    akin.put(term, List.copyOf(here));
    return here;
  }

  @Override
  public List<WordFrequency> listed(WordPattern pattern, List<WordFrequency> here) {
    words.put(pattern.toString(), new Frequencies.Listed(pattern, here));
    return here;
  }

  @Override
  public @Nullable CollectionStatistics field(String field, @Nullable CollectionStatistics here) {
    if (here != null) {
      fields.put(field, Frequencies.FieldFrequency.of(here));
    }
    return here;
  }

  /**
   * Returns what was asked.
   *
   * @param files the number of files of the part
   */
  public Frequencies frequencies(int files) {
    return new Frequencies(
        files,
        Map.copyOf(fields),
        Map.copyOf(terms),
        Map.copyOf(counts),
        Map.copyOf(akin),
        Map.copyOf(words));
  }
}
