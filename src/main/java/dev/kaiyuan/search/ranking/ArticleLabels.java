package dev.kaiyuan.search.ranking;

import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;

/** Reads the labels by which articles differ, by document number. */
public final class ArticleLabels {
  private final IndexReader reader;

  public ArticleLabels(IndexSearcher searcher) {
    reader = searcher.getIndexReader();
  }

  /** Returns the value of a field, or an empty string. */
  public String value(int doc, String field) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    SortedDocValues values = leaf.reader().getSortedDocValues(field);
    boolean has = values != null && values.advanceExact(doc - leaf.docBase);
    return has ? values.lookupOrd(values.ordValue()).utf8ToString() : "";
  }

  /** Returns the date as days since 1970, or the least number. */
  public long date(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    SortedNumericDocValues values = leaf.reader().getSortedNumericDocValues(IndexSchema.DATE);
    boolean has = values != null && values.advanceExact(doc - leaf.docBase);
    return has ? values.nextValue() : Long.MIN_VALUE;
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = reader.leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }
}
