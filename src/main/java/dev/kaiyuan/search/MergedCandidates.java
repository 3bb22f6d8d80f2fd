package dev.kaiyuan.search;

import dev.kaiyuan.search.ranking.Cosines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What the shards of an index found, put together before positions refine the order of the best. A
 * candidate's place in the list is its number.
 */
final class MergedCandidates {
  private static final Comparator<ShardStep.Candidate> BY_PATH =
      Comparator.comparing(each -> new BytesRef(each.path()));

  private static final Comparator<ShardStep.Candidate> BY_SCORE =
      Comparator.comparingDouble((ShardStep.Candidate each) -> -each.byWords())
          .thenComparing(BY_PATH);

  private final SearchRequest request;
  private final @Nullable QueryKind kind;
  private final List<ShardStep.Candidate> all = new ArrayList<>();
  private final int wanted;
  private final int foundByWords;
  private final int byWords;

  MergedCandidates(SearchRequest request, List<ShardStep.Found> found) {
    this.request = request;
    kind = found.getFirst().kind();
    List<ShardStep.Candidate> words = new ArrayList<>();
    List<ShardStep.Candidate> others = new ArrayList<>();
    found.stream()
        .flatMap(each -> each.best().stream())
        .forEach(each -> (each.score() == null ? others : words).add(each));
    words.sort(
        switch (request.order()) {
          case SCORE -> BY_SCORE;
          case DATE ->
              Comparator.comparingLong(ShardStep.Candidate::date)
                  .reversed()
                  .thenComparing(BY_SCORE);
          case PATH -> BY_PATH;
        });
    boolean fold = request.twins() == SearchRequest.Twins.FOLD;
    wanted =
        Math.max(
            request.offset() + request.limit() + (fold ? Ranking.RESCORED : 0),
            kind == null ? Ranking.RESCORED : Fusion.COMPARED);
    foundByWords = words.size();
    byWords = Math.min(wanted, foundByWords);
    all.addAll(words.subList(0, byWords));
    others.addAll(words.subList(byWords, foundByWords));
    others.removeIf(each -> each.meant() == null || each.meant().passage() == null);
    others.sort(BY_PATH);
    all.addAll(others);
  }

  /** Returns the best by words in order, and behind them what else may be near in meaning. */
  List<ShardStep.Candidate> all() {
    return all;
  }

  /** Returns how many the best by words are. */
  int byWords() {
    return byWords;
  }

  /** Whether words were not looked for. */
  boolean isByMeaningAlone() {
    return kind != null && request.meaning() == SearchRequest.Meaning.ONLY;
  }

  /**
   * Returns a ranking with what meaning gives and adds.
   *
   * @param ranking the best by words
   * @param files the number of files in all shards
   */
  Fusion.Fused fused(ScoreDoc[] ranking, int files) {
    if (kind == null) {
      return new Fusion.Fused(ranking, Map.of(), 0);
    }
    float[] passages = new float[all.size()];
    float[] cosines = new float[all.size()];
    Arrays.fill(passages, Float.NaN);
    Arrays.fill(cosines, Float.NaN);
    BitSet translated = new BitSet();
    for (int i = 0; i < cosines.length; i++) {
      ShardStep.Meant meant = all.get(i).meant();
      if (meant != null) {
        cosines[i] = meant.cosine();
        passages[i] = meant.passage() == null ? Float.NaN : meant.passage();
        translated.set(i, meant.translated());
      }
    }
    Cosines byPassages = new Cosines(passages, translated);
    ScoreDoc[] near = isByMeaningAlone() ? Fusion.nearAlone(byPassages) : Fusion.near(byPassages);
    Map<Integer, Float> others = new HashMap<>();
    Stream.of(near)
        .filter(hit -> hit.doc >= byWords && all.get(hit.doc).score() != null)
        .forEach(hit -> others.put(hit.doc, all.get(hit.doc).byWords()));
    Fusion fusion = new Fusion(kind, new Cosines(cosines, translated), near, others);
    boolean complete = foundByWords < wanted || files <= wanted;
    return isByMeaningAlone() ? fusion.alone() : fusion.fuse(ranking, complete);
  }
}
