package dev.kaiyuan.search.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.jspecify.annotations.Nullable;

/**
 * How frequent terms are, in a part of an index or in all of them.
 *
 * @param files the number of files, also those without an article
 * @param fields the statistics of fields, by their names
 * @param terms the frequencies of terms, by their keys
 * @param counts how many articles queries match, by the queries in words
 * @param akin for terms the terms that are akin to them
 * @param words words by the patterns in words that they were listed for
 */
public record Frequencies(
    int files,
    Map<String, FieldFrequency> fields,
    Map<String, TermFrequency> terms,
    Map<String, Integer> counts,
    Map<String, List<String>> akin,
    Map<String, Listed> words) {
  /** Nothing is known. */
  public static final Frequencies NONE =
      new Frequencies(0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  /**
   * Words.
   *
   * @param pattern what they look like
   * @param words the words, in order
   */
  public record Listed(WordPattern pattern, List<WordFrequency> words) {
    private Listed plus(Listed other) {
      return new Listed(pattern, pattern.merged(words, other.words));
    }

    /** Returns the most frequent, all that an {@link Expansion} takes. */
    private Listed cut() {
      return new Listed(pattern, Expansion.mostFrequent(words, Expansion.MOST_CONTAINING));
    }
  }

  /**
   * The statistics of a field, as {@link CollectionStatistics} has them.
   *
   * @param maxDoc the number of documents, also those without the field
   * @param docCount the number of documents with it
   * @param sumTotalTermFreq the number of its terms in all of them
   * @param sumDocFreq the sum of their document frequencies
   */
  public record FieldFrequency(long maxDoc, long docCount, long sumTotalTermFreq, long sumDocFreq) {
    static FieldFrequency of(CollectionStatistics field) {
      return new FieldFrequency(
          field.maxDoc(), field.docCount(), field.sumTotalTermFreq(), field.sumDocFreq());
    }

    private FieldFrequency plus(FieldFrequency other) {
      return new FieldFrequency(
          maxDoc + other.maxDoc,
          docCount + other.docCount,
          sumTotalTermFreq + other.sumTotalTermFreq,
          sumDocFreq + other.sumDocFreq);
    }

    CollectionStatistics named(String field) {
      return new CollectionStatistics(field, maxDoc, docCount, sumTotalTermFreq, sumDocFreq);
    }
  }

  /** Returns the key of a term. */
  public static String key(Term term) {
    return term.field() + ':' + term.text();
  }

  /** Returns the term of a key. */
  public static Term term(String key) {
    int colon = key.indexOf(':');
    return new Term(key.substring(0, colon), key.substring(colon + 1));
  }

  /** Returns the sums of this and those of another part. */
  public Frequencies plus(Frequencies other) {
    Map<String, FieldFrequency> moreFields = new HashMap<>(fields);
    other.fields.forEach((name, field) -> moreFields.merge(name, field, FieldFrequency::plus));
    Map<String, TermFrequency> moreTerms = new HashMap<>(terms);
    other.terms.forEach((key, term) -> moreTerms.merge(key, term, TermFrequency::plus));
    Map<String, Integer> moreCounts = new HashMap<>(counts);
    other.counts.forEach((query, count) -> moreCounts.merge(query, count, Integer::sum));
    Map<String, List<String>> moreAkin = new HashMap<>(akin);
    other.akin.forEach((term, terms) -> moreAkin.merge(term, terms, Frequencies::together));
    Map<String, Listed> moreWords = new HashMap<>(words);
    other.words.forEach((pattern, listed) -> moreWords.merge(pattern, listed, Listed::plus));
    return new Frequencies(
        files + other.files, moreFields, moreTerms, moreCounts, moreAkin, moreWords);
  }

  private static List<String> together(List<String> some, List<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  /** Returns this with only the most frequent of the words that all parts listed. */
  public Frequencies withFrequentWords() {
    Map<String, Listed> frequent = new HashMap<>();
    words.forEach((pattern, listed) -> frequent.put(pattern, listed.cut()));
    return new Frequencies(files, fields, terms, counts, akin, frequent);
  }

  /** Returns the keys of the words that were listed. */
  public Set<String> listedKeys() {
    Set<String> keys = new TreeSet<>();
    for (Listed each : words.values()) {
      for (WordFrequency word : each.words) {
        keys.add(key(each.pattern.field().term(word.text())));
      }
    }
    return keys;
  }

  /** Returns this with the terms, and those akin to them, of another count of the same parts. */
  public Frequencies and(Frequencies other) {
    Map<String, TermFrequency> moreTerms = new HashMap<>(terms);
    moreTerms.putAll(other.terms);
    Map<String, List<String>> moreAkin = new HashMap<>(akin);
    moreAkin.putAll(other.akin);
    return new Frequencies(files, fields, moreTerms, counts, moreAkin, words);
  }

  /**
   * Returns the statistics for who searches a part. A term that nobody counted is taken to be as
   * frequent elsewhere as it is there.
   */
  public GlobalStatistics forPart(int filesOfPart) {
    float scale = (float) files / Math.max(1, filesOfPart);
    return new GlobalStatistics() {
      @Override
      public int files(int here) {
        return files;
      }

      @Override
      public TermFrequency frequency(Term term, int docFreq, long totalTermFreq) {
        TermFrequency known = terms.get(key(term));
        if (known != null) {
          return known;
        }
        int articles = Math.round(docFreq * scale);
        return new TermFrequency(articles, Math.max(articles, Math.round(totalTermFreq * scale)));
      }

      @Override
      public int count(String query, int here) {
        Integer known = counts.get(query);
        return known == null ? Math.round(here * scale) : known;
      }

      @Override
      public List<String> akin(String term, List<String> here) {
        return akin.getOrDefault(term, here);
      }

      @Override
      public List<WordFrequency> listed(WordPattern pattern, List<WordFrequency> here) {
        Listed known = words.get(pattern.toString());
        return known == null ? here : known.words;
      }

      @Override
      public @Nullable CollectionStatistics field(
          String field, @Nullable CollectionStatistics here) {
        FieldFrequency known = fields.get(field);
        return known == null ? here : known.named(field);
      }
    };
  }
}
