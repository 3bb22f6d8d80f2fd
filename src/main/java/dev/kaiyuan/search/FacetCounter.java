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
import org.apache.lucene.util.Bits;

/** Counts what kinds of articles match a query, from doc values alone. */
final class FacetCounter {
  private final Map<String, Integer> languages = new HashMap<>();
  private final Map<String, Integer> tags = new HashMap<>();
  private final Map<String, Integer> years = new HashMap<>();
  private final Map<String, Integer> folders = new HashMap<>();

  private FacetCounter() {}

  static Facets count(IndexSearcher searcher, Query query) throws IOException {
    FacetCounter counter = new FacetCounter();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        counter.countLeaf(leaf.reader(), scorer.iterator());
      }
    }
    return new Facets(
        sorted(counter.languages),
        sorted(counter.tags),
        sorted(counter.years),
        sorted(counter.folders));
  }

  private void countLeaf(LeafReader leaf, DocIdSetIterator matches) throws IOException {
    SortedDocValues language = DocValues.getSorted(leaf, IndexSchema.LANGUAGE);
    SortedDocValues path = DocValues.getSorted(leaf, IndexSchema.PATH);
    SortedSetDocValues tag = DocValues.getSortedSet(leaf, IndexSchema.TAG);
    SortedNumericDocValues date = DocValues.getSortedNumeric(leaf, IndexSchema.DATE);
    Bits live = leaf.getLiveDocs();
    for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (live == null || live.get(doc)) {
        if (language.advanceExact(doc)) {
          add(languages, language.lookupOrd(language.ordValue()).utf8ToString());
        }
        if (path.advanceExact(doc)) {
          add(folders, folder(path.lookupOrd(path.ordValue()).utf8ToString()));
        }
        if (tag.advanceExact(doc)) {
          for (int i = 0; i < tag.docValueCount(); i++) {
            add(tags, tag.lookupOrd(tag.nextOrd()).utf8ToString());
          }
        }
        if (date.advanceExact(doc)) {
          add(years, Integer.toString(LocalDate.ofEpochDay(date.nextValue()).getYear()));
        }
      }
      doc = matches.nextDoc();
    }
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "." : path.substring(0, slash);
  }

  private static void add(Map<String, Integer> counts, String value) {
    Integer before = counts.get(value);
    counts.put(value, before == null ? 1 : before + 1);
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
