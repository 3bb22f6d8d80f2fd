package dev.kaiyuan.search;

import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.ranking.Cosines;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;

/** Compares the articles of an index, as closely as they are put in order. */
final class MeaningRanking {
  private final CommitSearcher searcher;
  private final QueryPlan plan;
  private final Nearness nearness;

  MeaningRanking(CommitSearcher searcher, QueryPlan plan, Nearness nearness) {
    this.searcher = searcher;
    this.plan = plan;
    this.nearness = nearness;
  }

  /**
   * Articles that were compared.
   *
   * @param near the nearest, each with its cosine by passages
   * @param others the scores by words of those of the nearest that words find, but not among their
   *     best
   * @param cosines how near they are, those that are put in order by their parts too
   */
  record Compared(ScoreDoc[] near, Map<Integer, Float> others, Cosines cosines) {
    Fusion fusion(QueryKind kind) {
      return new Fusion(kind, cosines, near, others);
    }
  }

  /** Compares all, whatever their words. */
  Compared all() throws IOException {
    Cosines cosines = nearness.cosines(plan.limits());
    ScoreDoc[] near = Fusion.nearAlone(cosines);
    nearness.refine(cosines, Stream.of(near).map(hit -> hit.doc).toList());
    return new Compared(near, Map.of(), cosines);
  }

  /** Compares all with the best by words. */
  Compared with(ScoreDoc[] byWords) throws IOException {
    Cosines cosines = nearness.cosines(plan.limits());
    ScoreDoc[] near = Fusion.near(cosines);
    Set<Integer> compared = new HashSet<>();
    Stream.of(byWords).forEach(hit -> compared.add(hit.doc));
    Map<Integer, Float> others = scoredByWords(near, compared);
    Stream.of(near).forEach(hit -> compared.add(hit.doc));
    nearness.refine(cosines, compared);
    return new Compared(near, others, cosines);
  }

  /** What words give to those of the nearest that they find, but not among their best. */
  private Map<Integer, Float> scoredByWords(ScoreDoc[] near, Set<Integer> known)
      throws IOException {
    ScoreDoc[] others =
        Arrays.stream(near)
            .filter(hit -> !known.contains(hit.doc))
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
