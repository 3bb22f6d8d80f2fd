package dev.kaiyuan.search;

import dev.kaiyuan.search.ranking.Cosines;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.search.ScoreDoc;

/**
 * Puts articles in order by words and by meaning.
 *
 * <p>Fusion is linear: to the score by words is added what the cosine gives, scaled from the least
 * to the best among those that are compared, and weighed by the third best score by words. Ranks
 * fused by their reciprocals (RRF) lose what scores say. For a question in natural language meaning
 * leads; else what is found by meaning alone comes behind all that has words.
 */
final class Fusion {
  /** The number of articles that are compared: the first by words, and the nearest. */
  static final int COMPARED = 100;

  /**
   * What the nearest gains is weighed by this score by words: the first may stand far above all
   * others, by feedback or by a name.
   */
  private static final int UNIT_RANK = 3;

  private static final Comparator<ScoreDoc> BEST_FIRST =
      Comparator.comparingDouble((ScoreDoc hit) -> -hit.score).thenComparing(hit -> hit.doc);

  private final QueryKind kind;
  private final Cosines cosines;
  private final ScoreDoc[] near;
  private final Map<Integer, Float> others;

  /**
   * Begins.
   *
   * @param cosines how near articles are, as closely as they were compared
   * @param near the nearest of them, see {@link #near}
   * @param others the scores by words of those of the nearest that words find too, but not among
   *     their best; may tell of others again
   */
  Fusion(QueryKind kind, Cosines cosines, ScoreDoc[] near, Map<Integer, Float> others) {
    this.kind = kind;
    this.cosines = cosines;
    this.near = near;
    this.others = others;
  }

  /** Returns the nearest articles of both measures, which words are compared with. */
  static ScoreDoc[] near(Cosines cosines) {
    return Stream.of(cosines.nearest(false, COMPARED), cosines.nearest(true, COMPARED))
        .flatMap(Stream::of)
        .toArray(ScoreDoc[]::new);
  }

  /**
   * Returns the nearest articles, whatever their words: those in the query's language, or if there
   * are none, those in the other.
   */
  static ScoreDoc[] nearAlone(Cosines cosines) {
    ScoreDoc[] near = cosines.nearest(false, COMPARED);
    return near.length > 0 ? near : cosines.nearest(true, COMPARED);
  }

  /**
   * Articles in order.
   *
   * @param hits the best first
   * @param gains what meaning gave to each
   * @param added how many of them no word finds
   */
  record Fused(ScoreDoc[] hits, Map<Integer, Float> gains, int added) {}

  /** Returns the nearest in order. */
  Fused alone() {
    ScoreDoc[] hits = new ScoreDoc[near.length];
    Map<Integer, Float> gains = new HashMap<>();
    for (int i = 0; i < near.length; i++) {
      hits[i] = new ScoreDoc(near[i].doc, cosines.values()[near[i].doc]);
      gains.put(hits[i].doc, hits[i].score);
    }
    Arrays.sort(hits, BEST_FIRST);
    return new Fused(hits, gains, hits.length);
  }

  /** Scales cosines of one measure from the least to the best of those that are compared. */
  private static final class Scale {
    private float least = Float.POSITIVE_INFINITY;
    private float best = Float.NEGATIVE_INFINITY;

    void add(float cosine) {
      least = Math.min(least, cosine);
      best = Math.max(best, cosine);
    }

    /** Returns 0 for the least, 1 for the best. */
    float of(float cosine) {
      return Math.max(0, cosine - least) / Math.max(1e-6f, best - least);
    }
  }

  /** The scales of both measures: cosines with the query, and with its translation. */
  private static final class Scales {
    private final Cosines cosines;
    private final Scale typed = new Scale();
    private final Scale translated = new Scale();

    Scales(Cosines cosines) {
      this.cosines = cosines;
    }

    private Scale of(int doc) {
      return cosines.translated().get(doc) ? translated : typed;
    }

    void add(int doc) {
      if (cosines.has(doc)) {
        of(doc).add(cosines.values()[doc]);
      }
    }

    /** Returns 0 for the farthest, and for an article without a vector, 1 for the nearest. */
    float share(int doc) {
      return cosines.has(doc) ? of(doc).of(cosines.values()[doc]) : 0;
    }
  }

  /**
   * Returns a ranking by words with what meaning gives and adds.
   *
   * @param byWords the best by words
   * @param complete whether these are all that words find
   */
  Fused fuse(ScoreDoc[] byWords, boolean complete) {
    Map<Integer, Float> words = new LinkedHashMap<>();
    for (ScoreDoc hit : byWords) {
      words.put(hit.doc, hit.score);
    }
    others.forEach(words::putIfAbsent);
    Scales scales = new Scales(cosines);
    Stream.concat(Stream.of(near), Stream.of(byWords).limit(COMPARED))
        .forEach(hit -> scales.add(hit.doc));
    float unit = byWords.length == 0 ? 1 : byWords[Math.min(UNIT_RANK, byWords.length) - 1].score;
    Map<Integer, Float> gains = new HashMap<>();
    ScoreDoc[] all = new ScoreDoc[words.size() + near.length];
    int size = 0;
    float lowest = Float.POSITIVE_INFINITY;
    for (Map.Entry<Integer, Float> hit : words.entrySet()) {
      int doc = hit.getKey();
      gains.put(doc, unit * kind.weight(cosines.translated().get(doc)) * scales.share(doc));
      all[size] = new ScoreDoc(doc, hit.getValue() + gains.get(doc));
      lowest = Math.min(lowest, all[size++].score);
    }
    int added = 0;
    boolean question = kind == QueryKind.QUESTION;
    for (ScoreDoc hit : near) {
      if (!words.containsKey(hit.doc) && (question || complete)) {
        float share = scales.share(hit.doc);
        float gain = unit * kind.weight(cosines.translated().get(hit.doc)) * share;
        if (!question && byWords.length > 0) {
          // Below all that has words, in their own order.
          gain = Math.min(gain, lowest * (0.5f + 0.49f * share));
        }
        gains.put(hit.doc, gain);
        all[size++] = new ScoreDoc(hit.doc, gain);
        added++;
      }
    }
    ScoreDoc[] hits = Arrays.copyOf(all, size);
    Arrays.sort(hits, BEST_FIRST);
    return new Fused(hits, gains, added);
  }
}
