package dev.kaiyuan.search;

import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** Counts the articles that match a query, and what kinds of them there are by doc values alone. */
final class FacetCounter {
  private final List<LeafReaderContext> leaves;
  private final FixedBitSet[] matches;
  private int total;

  /** Finds the articles. */
  FacetCounter(IndexSearcher searcher, Query query) throws IOException {
    leaves = searcher.getIndexReader().leaves();
    matches = new FixedBitSet[leaves.size()];
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (int i = 0; i < matches.length; i++) {
      LeafReader leaf = leaves.get(i).reader();
      matches[i] = new FixedBitSet(leaf.maxDoc());
      Scorer scorer = weight.scorer(leaves.get(i));
      if (scorer != null) {
        matches[i].or(scorer.iterator());
        Bits live = leaf.getLiveDocs();
        if (live != null) {
          live.applyMask(matches[i], 0);
        }
        total += matches[i].cardinality();
      }
    }
  }

  /** How many articles match. */
  int total() {
    return total;
  }

  Facets facets() throws IOException {
    Map<String, Integer> languages = new HashMap<>();
    Map<String, Integer> tags = new HashMap<>();
    Map<String, Integer> years = new HashMap<>();
    Map<String, Integer> folders = new HashMap<>();
    for (int i = 0; i < matches.length; i++) {
      LeafReader leaf = leaves.get(i).reader();
      count(DocValues.getSorted(leaf, IndexSchema.LANGUAGE), matches[i], languages);
      count(DocValues.getSorted(leaf, IndexSchema.FOLDER), matches[i], folders);
      countTags(DocValues.getSortedSet(leaf, IndexSchema.TAG), matches[i], tags);
      countYears(DocValues.getSortedNumeric(leaf, IndexSchema.DATE), matches[i], years);
    }
    return new Facets(sorted(languages), sorted(tags), sorted(years), sorted(folders));
  }

  private static void count(SortedDocValues values, FixedBitSet docs, Map<String, Integer> counts)
      throws IOException {
    int[] each = new int[values.getValueCount()];
    DocIdSetIterator matching = new BitSetIterator(docs, 0);
    for (int doc = matching.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (values.advanceExact(doc)) {
        each[values.ordValue()]++;
      }
      doc = matching.nextDoc();
    }
    for (int value = 0; value < each.length; value++) {
      if (each[value] > 0) {
        add(counts, values.lookupOrd(value).utf8ToString(), each[value]);
      }
    }
  }

  private static void countTags(
      SortedSetDocValues values, FixedBitSet docs, Map<String, Integer> counts) throws IOException {
    int[] each = new int[Math.toIntExact(values.getValueCount())];
    DocIdSetIterator matching = new BitSetIterator(docs, 0);
    for (int doc = matching.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          each[(int) values.nextOrd()]++;
        }
      }
      doc = matching.nextDoc();
    }
    for (int value = 0; value < each.length; value++) {
      if (each[value] > 0) {
        add(counts, values.lookupOrd(value).utf8ToString(), each[value]);
      }
    }
  }

  private static void countYears(
      SortedNumericDocValues dates, FixedBitSet docs, Map<String, Integer> counts)
      throws IOException {
    DocIdSetIterator matching = new BitSetIterator(docs, 0);
    for (int doc = matching.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (dates.advanceExact(doc)) {
        add(counts, Integer.toString(LocalDate.ofEpochDay(dates.nextValue()).getYear()), 1);
      }
      doc = matching.nextDoc();
    }
  }

  private static void add(Map<String, Integer> counts, String value, int more) {
    Integer before = counts.get(value);
    counts.put(value, before == null ? more : before + more);
  }

  private static List<FacetCount> sorted(Map<String, Integer> counts) {
    List<FacetCount> facets = new ArrayList<>(counts.size());
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      facets.add(new FacetCount(entry.getKey(), entry.getValue()));
    }
    Collections.sort(facets);
    return facets;
  }
}
