package dev.kaiyuan.search;

import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.NaturalQuestion;
import dev.kaiyuan.search.ranking.Cosines;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;

/**
 * Puts articles in order by words and by meaning.
 *
 * <p>Fusion is linear: to the score by words is added what the cosine gives, scaled from the least
 * to the best among those that are compared, and weighed by the third best score by words. Ranks
 * fused by their reciprocals (RRF) lose what scores say. For a question in natural language meaning
 * leads; else what is found by meaning alone comes behind all that has words.
 */
final class MeaningRanking {
  /** The number of articles that are compared: the first by words, and the nearest. */
  static final int COMPARED = 100;

  /**
   * What the nearest gains is weighed by this score by words: the first may stand far above all
   * others, by feedback or by a name.
   */
  private static final int UNIT_RANK = 3;

  private static final float QUESTION = 3;
  private static final float TRANSLATED_QUESTION = 1.5f;
  private static final float DESCRIPTION = 2.7f;
  private static final float NAME = 0.4f;

  private static final Comparator<ScoreDoc> BEST_FIRST =
      Comparator.comparingDouble((ScoreDoc hit) -> -hit.score).thenComparing(hit -> hit.doc);

  private final CommitSearcher searcher;
  private final QueryPlan plan;
  private final Nearness nearness;

  MeaningRanking(CommitSearcher searcher, QueryPlan plan, Nearness nearness) {
    this.searcher = searcher;
    this.plan = plan;
    this.nearness = nearness;
  }

  /**
   * Articles in order.
   *
   * @param hits the best first
   * @param gains what meaning gave to each
   * @param added how many of them no word finds
   */
  record Fused(ScoreDoc[] hits, Map<Integer, Float> gains, int added) {}

  /**
   * Returns the articles nearest in meaning, whatever their words: those in the query's language,
   * or if there are none, those in the other.
   */
  Fused nearest() throws IOException {
    Cosines cosines = nearness.cosines(plan.limits());
    ScoreDoc[] hits = cosines.nearest(false, COMPARED);
    if (hits.length == 0) {
      hits = cosines.nearest(true, COMPARED);
    }
    nearness.refine(cosines, Stream.of(hits).map(hit -> hit.doc).toList());
    Map<Integer, Float> gains = new HashMap<>();
    for (ScoreDoc hit : hits) {
      hit.score = cosines.values()[hit.doc];
      gains.put(hit.doc, hit.score);
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
  Fused fuse(ScoreDoc[] byWords, boolean complete) throws IOException {
    Cosines cosines = nearness.cosines(plan.limits());
    ScoreDoc[] near =
        Stream.of(cosines.nearest(false, COMPARED), cosines.nearest(true, COMPARED))
            .flatMap(Stream::of)
            .toArray(ScoreDoc[]::new);
    Map<Integer, Float> words = new LinkedHashMap<>();
    for (ScoreDoc hit : byWords) {
      words.put(hit.doc, hit.score);
    }
    words.putAll(scoredByWords(near, words));
    Set<Integer> compared = new HashSet<>(words.keySet());
    Stream.of(near).forEach(hit -> compared.add(hit.doc));
    nearness.refine(cosines, compared);
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
      gains.put(doc, unit * weight(cosines.translated().get(doc)) * scales.share(doc));
      all[size] = new ScoreDoc(doc, hit.getValue() + gains.get(doc));
      lowest = Math.min(lowest, all[size++].score);
    }
    int added = 0;
    for (ScoreDoc hit : near) {
      if (!words.containsKey(hit.doc) && (plan.question() || complete)) {
        float share = scales.share(hit.doc);
        float gain = unit * weight(cosines.translated().get(hit.doc)) * share;
        if (!plan.question() && byWords.length > 0) {
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

  /** What the nearest gains, in third best scores by words. */
  private float weight(boolean byTranslation) {
    if (!plan.question()) {
      return NaturalQuestion.describes(plan.text()) ? DESCRIPTION : NAME;
    }
    return byTranslation ? TRANSLATED_QUESTION : QUESTION;
  }

  /** What words give to those of the nearest that they find, but not among their best. */
  private Map<Integer, Float> scoredByWords(ScoreDoc[] near, Map<Integer, Float> known)
      throws IOException {
    ScoreDoc[] others =
        Arrays.stream(near)
            .filter(hit -> !known.containsKey(hit.doc))
            .map(hit -> new ScoreDoc(hit.doc, 0))
            .toArray(ScoreDoc[]::new);
    Map<Integer, Float> scores = new HashMap<>();
    if (others.length > 0) {
      TotalHits all = new TotalHits(others.length, TotalHits.Relation.EQUAL_TO);
      TopDocs scored =
          new QueryRescorer(plan.query()) {
            @Override
            protected float combine(float score, boolean matches, float given) {
              return matches ? given : -1;
            }
          }.rescore(searcher, new TopDocs(all, others), others.length);
      for (ScoreDoc hit : scored.scoreDocs) {
        if (hit.score >= 0) {
          scores.put(hit.doc, hit.score);
        }
      }
    }
    return scores;
  }
}
