package dev.kaiyuan.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.SmallFloat;

/**
 * What one field of a batch of documents holds, term after term as they came; {@link InvertedTerms}
 * puts it in the order of terms.
 *
 * <p>Each posting is a term and its place: with positions, the position in the texts of all
 * documents as if they were one; without, the document, and beside it how often that has the term.
 * Not thread-safe.
 */
final class InvertedField {
  /** Lucene takes no term of more than 32,766 bytes, up to three for each of these. */
  private static final int LONGEST_TERM = 10_000;

  private static final int NONE = -1;

  final boolean positions;
  final TermTable terms = new TermTable();
  final IntPages ids = new IntPages();
  final IntPages places = new IntPages();

  /** Without positions: how often the document has the term. */
  final IntPages freqs = new IntPages();

  /** With positions: the place of each document's first position. */
  final IntPages bases = new IntPages();

  /** The number of postings up to and including each document. */
  private final IntPages ends = new IntPages();

  /** What Lucene's similarity keeps of each document's length. */
  private final IntPages norms = new IntPages();

  private int base;

  // Terms that wait to be counted: the short ones as they are, of the others their ids.
  private final long[] heads = new long[1 << 10];
  private final int[] found = new int[heads.length];

  // Of the document in hand: how often it has each term, and the terms it has.
  private int[] counts = new int[1 << 9];
  private int[] seen = new int[1 << 9];
  private int different;

  InvertedField(boolean positions) {
    this.positions = positions;
  }

  /**
   * Takes in the terms of a document.
   *
   * @param document its number, higher than those before; those between have no terms here
   */
  void add(int document, TokenStream stream) throws IOException {
    fill(document);
    bases.add(base);
    CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
    var increment = stream.addAttribute(PositionIncrementAttribute.class);
    int length = 0;
    int place = base - 1;
    int waiting = 0;
    stream.reset();
    while (stream.incrementToken()) {
      int step = increment.getPositionIncrement();
      // As Lucene counts: a term at the place of the one before it makes a text no longer.
      length += step == 0 ? 0 : 1;
      if (positions) {
        place += step;
        places.add(place);
      }
      if (waiting == heads.length) {
        number(waiting);
        waiting = 0;
      }
      int termLength = Math.min(term.length(), LONGEST_TERM);
      if (TermTable.isShort(termLength)) {
        heads[waiting] = TermTable.head(term.buffer(), termLength);
        found[waiting++] = NONE;
      } else {
        found[waiting++] = terms.id(term.buffer(), termLength);
      }
    }
    number(waiting);
    if (!positions) {
      addSeen(document);
    }
    base = place + 1;
    ends.add(ids.size());
    norms.add(SmallFloat.intToByte4(length));
  }

  /**
   * Finds the ids of the terms that wait. Many at a time, so that the processor waits for the
   * memory of several at once.
   */
  private void number(int waiting) {
    for (int i = 0; i < waiting; i++) {
      int id = found[i] == NONE ? terms.id(heads[i]) : found[i];
      if (positions) {
        ids.add(id);
      } else {
        count(id);
      }
    }
  }

  private void count(int id) {
    if (id >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(id + 1, counts.length * 2));
    }
    if (counts[id]++ == 0) {
      if (different == seen.length) {
        seen = Arrays.copyOf(seen, different * 2);
      }
      seen[different++] = id;
    }
  }

  private void addSeen(int document) {
    for (int i = 0; i < different; i++) {
      ids.add(seen[i]);
      places.add(document);
      freqs.add(counts[seen[i]]);
      counts[seen[i]] = 0;
    }
    different = 0;
  }

  /** Makes all documents up to a number ones without terms where they are not there yet. */
  void fill(int documents) {
    while (norms.size() < documents) {
      bases.add(base);
      ends.add(ids.size());
      norms.add(0);
    }
  }

  /** Takes back a document that was taken in, or was while it failed, and all behind it. */
  void truncate(int document) {
    int before = Math.min(document, ends.size());
    int postings = before == 0 ? 0 : ends.get(before - 1);
    ids.truncate(postings);
    places.truncate(postings);
    freqs.truncate(positions ? 0 : postings);
    if (bases.size() > document) {
      base = bases.get(document);
      bases.truncate(document);
    }
    ends.truncate(before);
    norms.truncate(Math.min(document, norms.size()));
    Arrays.fill(counts, 0);
    different = 0;
  }

  byte norm(int document) {
    return (byte) norms.get(document);
  }

  /** The memory it takes, with its share of what putting the fields in order one by one takes. */
  long bytes() {
    return terms.bytes() + 12L * ids.size();
  }
}
