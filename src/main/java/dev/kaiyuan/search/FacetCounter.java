package dev.kaiyuan.search;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.search.query.CommitSearcher;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** Counts the articles that match a query, and their facets by doc values. */
final class FacetCounter {
  private final List<LeafReaderContext> leaves;
  private final FixedBitSet[] matches;
  private int total;

  /** Finds the articles. */
  FacetCounter(CommitSearcher searcher, Query query) throws IOException {
    leaves = searcher.getIndexReader().leaves();
    matches = new FixedBitSet[leaves.size()];
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (int i = 0; i < matches.length; i++) {
      searcher.checkTime();
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

  /** Returns the number of articles that match. */
  int total() {
    return total;
  }

  Facets facets() throws IOException {
    Map<String, Integer> languages = new HashMap<>();
    Map<String, Integer> spellings = new HashMap<>();
    Map<String, Integer> tags = new HashMap<>();
    Map<String, Integer> years = new HashMap<>();
    Map<String, Integer> folders = new HashMap<>();
    Map<String, Integer> types = new HashMap<>();
    for (int i = 0; i < matches.length; i++) {
      LeafReader leaf = leaves.get(i).reader();
      count(DocValues.getSorted(leaf, IndexSchema.LANGUAGE), matches[i], languages);
      count(DocValues.getSorted(leaf, IndexSchema.FOLDER), matches[i], folders);
      count(DocValues.getSorted(leaf, IndexSchema.TYPE), matches[i], types);
      countTags(leaf, matches[i], spellings, tags);
      countYears(DocValues.getSortedNumeric(leaf, IndexSchema.DATE), matches[i], years);
    }
    Map<String, Integer> shown = asMostlySpelled(tags, spellings);
    return new Facets(
        sorted(languages), sorted(shown), sorted(years), sorted(folders), sorted(types));
  }

  /** Returns counts of folded tags under the spelling that most articles have. */
  private static Map<String, Integer> asMostlySpelled(
      Map<String, Integer> tags, Map<String, Integer> spellings) {
    Map<String, Integer> shown = new HashMap<>();
    Set<String> met = new HashSet<>();
    for (FacetCount spelling : sorted(spellings)) {
      String folded = ChineseEnglishAnalyzer.fold(spelling.value());
      if (met.add(folded)) {
        shown.put(spelling.value(), tags.get(folded));
      }
    }
    return shown;
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

  /**
   * Counts folded tags, as filters compare them: an article with two spellings of a tag counts
   * once.
   */
  private static void countTags(
      LeafReader leaf, FixedBitSet docs, Map<String, Integer> spellings, Map<String, Integer> tags)
      throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(leaf, IndexSchema.TAG);
    int[] each = new int[Math.toIntExact(values.getValueCount())];
    int[] sameAs = new int[each.length];
    for (int value = 0; value < each.length; value++) {
      sameAs[value] = value;
    }
    count(values, docs, sameAs, each);
    Map<String, Integer> first = new HashMap<>();
    boolean isSpelledTwice = false;
    for (int value = 0; value < each.length; value++) {
      if (each[value] > 0) {
        String spelling = values.lookupOrd(value).utf8ToString();
        add(spellings, spelling, each[value]);
        Integer before = first.putIfAbsent(ChineseEnglishAnalyzer.fold(spelling), value);
        sameAs[value] = before == null ? value : before;
        isSpelledTwice |= before != null;
      }
    }
    if (isSpelledTwice) {
      Arrays.fill(each, 0);
      count(DocValues.getSortedSet(leaf, IndexSchema.TAG), docs, sameAs, each);
    }
    for (Map.Entry<String, Integer> tag : first.entrySet()) {
      add(tags, tag.getKey(), each[tag.getValue()]);
    }
  }

  /** Counts the articles of each value, under the value that it is the same as. */
  private static void count(SortedSetDocValues values, FixedBitSet docs, int[] sameAs, int[] each)
      throws IOException {
    int[] behindLast = new int[each.length];
    DocIdSetIterator matching = new BitSetIterator(docs, 0);
    for (int doc = matching.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          int value = sameAs[(int) values.nextOrd()];
          if (behindLast[value] <= doc) {
            behindLast[value] = doc + 1;
            each[value]++;
          }
        }
      }
      doc = matching.nextDoc();
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
