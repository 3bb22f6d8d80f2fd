package dev.kaiyuan.index;

import java.io.IOException;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefArray;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.BytesRefComparator;
import org.apache.lucene.util.Counter;

/**
 * An {@link InvertedField} in the order of its terms, to be read through once. The postings are put
 * in order by counting: how many each term has tells where they go, and as they came in the order
 * of documents they stay in it.
 */
final class InvertedTerms extends Terms {
  private final InvertedField field;
  private final int documents;

  /** Where the postings of each term begin. */
  private final int[] starts;

  private final int[] places;
  private final int[] freqs;

  /**
   * Puts a field in order.
   *
   * @param documents how many there are
   */
  InvertedTerms(InvertedField field, int documents) {
    this.field = field;
    this.documents = documents;
    starts = new int[field.terms.size() + 1];
    int postings = field.ids.size();
    for (int i = 0; i < postings; i++) {
      starts[field.ids.get(i) + 1]++;
    }
    for (int id = 1; id < starts.length; id++) {
      starts[id] += starts[id - 1];
    }
    int[] next = starts.clone();
    places = new int[postings];
    freqs = new int[field.positions ? 0 : postings];
    for (int i = 0; i < postings; i++) {
      int to = next[field.ids.get(i)]++;
      places[to] = field.places.get(i);
      if (!field.positions) {
        freqs[to] = field.freqs.get(i);
      }
    }
  }

  @Override
  public TermsEnum iterator() throws IOException {
    BytesRefArray terms = new BytesRefArray(Counter.newCounter());
    BytesRefBuilder term = new BytesRefBuilder();
    for (int id = 0; id < field.terms.size(); id++) {
      field.terms.write(id, term);
      terms.append(term.get());
    }
    return new Iterator(terms);
  }

  private final class Iterator extends BaseTermsEnum {
    private final BytesRefArray.IndexedBytesRefIterator terms;
    private BytesRef term = new BytesRef();

    Iterator(BytesRefArray terms) {
      this.terms = terms.iterator(terms.sort(BytesRefComparator.NATURAL, false));
    }

    @Override
    public BytesRef next() throws IOException {
      do {
        term = terms.next();
      } while (term != null && starts[terms.ord()] == starts[terms.ord() + 1]);
      return term;
    }

    @Override
    public BytesRef term() {
      return term;
    }

    @Override
    public PostingsEnum postings(PostingsEnum reuse, int flags) {
      return new Postings(starts[terms.ord()], starts[terms.ord() + 1]);
    }

    @Override
    public ImpactsEnum impacts(int flags) {
      return new SlowImpactsEnum(postings(null, flags));
    }

    @Override
    public SeekStatus seekCeil(BytesRef text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void seekExact(long ord) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long ord() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int docFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long totalTermFreq() {
      throw new UnsupportedOperationException();
    }
  }

  private final class Postings extends PostingsEnum {
    private final int end;
    private int next;
    private int position;
    private int base;
    private int freq;
    private int document = -1;

    Postings(int start, int end) {
      next = start;
      this.end = end;
    }

    @Override
    public int nextDoc() {
      if (next == end) {
        document = NO_MORE_DOCS;
      } else if (field.positions) {
        position = next;
        document = documentOf(places[next]);
        base = field.bases.get(document);
        int behind = document + 1 < documents ? field.bases.get(document + 1) : Integer.MAX_VALUE;
        do {
          next++;
        } while (next < end && places[next] < behind);
        freq = next - position;
      } else {
        freq = freqs[next];
        document = places[next++];
      }
      return document;
    }

    /** Searches from the document at hand on, at first by leaps, as the next one mostly is near. */
    private int documentOf(int place) {
      int low = document + 1;
      int leap = 1;
      while (low + leap < documents && field.bases.get(low + leap) <= place) {
        low += leap;
        leap *= 2;
      }
      int high = Math.min(low + leap, documents) - 1;
      while (low < high) {
        int middle = low + high + 1 >>> 1;
        if (field.bases.get(middle) <= place) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return low;
    }

    @Override
    public int docID() {
      return document;
    }

    @Override
    public int advance(int target) throws IOException {
      return slowAdvance(target);
    }

    @Override
    public long cost() {
      return end - next;
    }

    @Override
    public int freq() {
      return freq;
    }

    @Override
    public int nextPosition() {
      return field.positions ? places[position++] - base : -1;
    }

    @Override
    public int startOffset() {
      return -1;
    }

    @Override
    public int endOffset() {
      return -1;
    }

    @Override
    public BytesRef getPayload() {
      return null;
    }
  }

  @Override
  public long size() {
    return -1;
  }

  @Override
  public long getSumTotalTermFreq() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long getSumDocFreq() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getDocCount() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean hasFreqs() {
    return true;
  }

  @Override
  public boolean hasOffsets() {
    return false;
  }

  @Override
  public boolean hasPositions() {
    return field.positions;
  }

  @Override
  public boolean hasPayloads() {
    return false;
  }
}
