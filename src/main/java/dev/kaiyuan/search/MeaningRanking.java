package dev.kaiyuan.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;

/**
 * Puts articles in order by words and by meaning.
 *
 * <p>Fusion is linear: to the score by words is added what the cosine gives, scaled from the least
 * to the best among those that are compared, and weighed by the best score by words. Ranks fused by
 * their reciprocals (RRF) lose what scores say. For a question in natural language meaning leads;
 * else what is found by meaning alone comes behind all that has words.
 */
final class MeaningRanking {
  /** So many are compared: the first by words, and the nearest. */
  static final int COMPARED = 100;

  private static final float QUESTION = 1.2f;
  private static final float NAME = 0.3f;

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

  /** Returns the articles nearest in meaning, whatever their words. */
  Fused nearest() throws IOException {
    float[] cosines = nearness.cosines(plan.limits());
    ScoreDoc[] hits = nearest(cosines);
    Map<Integer, Float> gains = new HashMap<>();
    for (ScoreDoc hit : hits) {
      gains.put(hit.doc, hit.score);
    }
    return new Fused(hits, gains, hits.length);
  }

  /**
   * Returns a ranking by words with what meaning gives and adds.
   *
   * @param byWords the best by words
   * @param complete whether these are all that words find
   */
  Fused fuse(ScoreDoc[] byWords, boolean complete) throws IOException {
    float[] cosines = nearness.cosines(plan.limits());
    Map<Integer, Float> words = new LinkedHashMap<>();
    for (ScoreDoc hit : byWords) {
      words.put(hit.doc, hit.score);
    }
    ScoreDoc[] near = nearest(cosines);
    Map<Integer, Float> behind = scoredByWords(near, words);
    words.putAll(behind);
    float least = Float.POSITIVE_INFINITY;
    float best = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < near.length; i++) {
      best = Math.max(best, near[i].score);
      least = Math.min(least, near[i].score);
    }
    for (int i = 0; i < Math.min(COMPARED, byWords.length); i++) {
      float cosine = cosines[byWords[i].doc];
      if (!Float.isNaN(cosine)) {
        least = Math.min(least, cosine);
      }
    }
    float top = byWords.length == 0 ? 1 : byWords[0].score;
    float weight = (plan.question() ? QUESTION : NAME) * top / Math.max(1e-6f, best - least);
    Map<Integer, Float> gains = new HashMap<>();
    ScoreDoc[] all = new ScoreDoc[words.size() + near.length];
    int size = 0;
    float lowest = Float.POSITIVE_INFINITY;
    for (Map.Entry<Integer, Float> hit : words.entrySet()) {
      float cosine = cosines[hit.getKey()];
      float gain = Float.isNaN(cosine) ? 0 : weight * Math.max(0, cosine - least);
      gains.put(hit.getKey(), gain);
      all[size] = new ScoreDoc(hit.getKey(), hit.getValue() + gain);
      lowest = Math.min(lowest, all[size++].score);
    }
    int added = 0;
    for (ScoreDoc hit : near) {
      boolean isIn = plan.question() || complete;
      if (!words.containsKey(hit.doc) && isIn) {
        float gain = weight * (hit.score - least);
        if (!plan.question() && byWords.length > 0) {
          // Below all that has words, in their own order.
          gain = Math.min(gain, lowest * (0.5f + 0.49f * gain / (weight * (best - least))));
        }
        gains.put(hit.doc, gain);
        all[size++] = new ScoreDoc(hit.doc, gain);
        added++;
      }
    }
    ScoreDoc[] hits = Arrays.copyOf(all, size);
    Arrays.sort(
        hits,
        (a, b) ->
            a.score == b.score ? Integer.compare(a.doc, b.doc) : Float.compare(b.score, a.score));
    return new Fused(hits, gains, added);
  }

  private static ScoreDoc[] nearest(float[] cosines) {
    int[] found = new int[cosines.length];
    int size = 0;
    for (int doc = 0; doc < cosines.length; doc++) {
      if (!Float.isNaN(cosines[doc])) {
        found[size++] = doc;
      }
    }
    return Arrays.stream(found, 0, size)
        .mapToObj(doc -> new ScoreDoc(doc, cosines[doc]))
        .sorted((a, b) -> Float.compare(b.score, a.score))
        .limit(COMPARED)
        .toArray(ScoreDoc[]::new);
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
