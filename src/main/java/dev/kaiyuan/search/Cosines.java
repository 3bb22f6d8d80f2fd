package dev.kaiyuan.search;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.apache.lucene.search.ScoreDoc;

/**
 * How near the documents of an index are to what is looked for.
 *
 * @param values the cosine for each document, not a number where there is none
 * @param translated the documents that were compared with a translation, by another model: their
 *     cosines are another measure
 */
record Cosines(float[] values, BitSet translated) {
  boolean has(int document) {
    return !Float.isNaN(values[document]);
  }

  /** Returns the nearest documents of one measure, the nearest first. */
  ScoreDoc[] nearest(boolean byTranslation, int most) {
    return IntStream.range(0, values.length)
        .filter(doc -> has(doc) && translated.get(doc) == byTranslation)
        .mapToObj(doc -> new ScoreDoc(doc, values[doc]))
        .sorted((a, b) -> Float.compare(b.score, a.score))
        .limit(most)
        .toArray(ScoreDoc[]::new);
  }
}
