package dev.kaiyuan.search.ranking;

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
public record Cosines(float[] values, BitSet translated) {
  public boolean has(int document) {
    return !Float.isNaN(values[document]);
  }

  /** Returns the nearest documents of one measure, the nearest first. */
  public ScoreDoc[] nearest(boolean byTranslation, int most) {
    return IntStream.range(0, values.length)
        .filter(doc -> has(doc) && translated.get(doc) == byTranslation)
        .mapToObj(doc -> new ScoreDoc(doc, values[doc]))
        .sorted((a, b) -> Float.compare(b.score, a.score))
        .limit(most)
        .toArray(ScoreDoc[]::new);
  }
}
