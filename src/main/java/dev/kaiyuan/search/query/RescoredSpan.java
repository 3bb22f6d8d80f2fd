package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.QueryTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A span of the query as its positions in an article refine the score. Of several wordings that
 * stand together, only the one that weighs most counts.
 *
 * @param wordings the span as it was typed, then what else it is called or how else spelled
 */
public record RescoredSpan(List<Wording> wordings) {

  /**
   * Returns each span that is replaced, and each gram in none of them as a span of its own.
   *
   * @param grams the grams of the query that are looked for
   * @param replaced the spans whose replacements are looked for
   * @param compounds the names that are looked for in other spellings too
   */
  public static List<RescoredSpan> of(
      List<QueryTerm> grams,
      List<QuerySpan> replaced,
      List<Compound> compounds,
      CommitSearcher searcher,
      Weights weights,
      TermCounts counts)
      throws IOException {
    List<RescoredSpan> spans = new ArrayList<>();
    for (QuerySpan span : replaced) {
      List<Wording> wordings = new ArrayList<>();
      List<QueryTerm> typed =
          hasPieces(span) ? List.of() : grams.stream().filter(span::contains).toList();
      wordings.add(Wording.typed(typed, searcher, weights, counts));
      float weight = weights.translatedPositions() * weights.ofTranslation(span.text());
      float most = weights.translatedPositions() * span.positionWeight(searcher);
      for (Replacement each : hasPieces(span) ? span.replacements() : span.alternatives()) {
        wordings.add(Wording.replacement(each.grams(), weight * each.weight(), most, searcher));
      }
      if (hasPieces(span)) {
        // Its pieces also stand in articles on other things: they weigh at most what a name does.
        float name = heaviest(wordings);
        wordings.add(Wording.replacement(span.gramTexts(), weight, Math.min(most, name), searcher));
      }
      for (Compound compound : compounds) {
        if (span.contains(compound.joined())) {
          wordings.addAll(compound.otherWordings(searcher));
        }
      }
      spans.add(new RescoredSpan(wordings));
    }
    for (Compound compound : compounds) {
      if (replaced.stream().noneMatch(span -> span.contains(compound.joined()))) {
        List<Wording> wordings = new ArrayList<>();
        wordings.add(Wording.typed(compound.words(), searcher, weights, counts));
        wordings.addAll(compound.otherWordings(searcher));
        spans.add(new RescoredSpan(wordings));
      }
    }
    for (QueryTerm gram : grams) {
      if (replaced.stream().noneMatch(span -> span.contains(gram))
          && compounds.stream().noneMatch(compound -> compound.isOf(gram))) {
        spans.add(
            new RescoredSpan(List.of(Wording.typed(List.of(gram), searcher, weights, counts))));
      }
    }
    return spans;
  }

  /** Whether a span is found by pieces of it: one of a single gram has none. */
  private static boolean hasPieces(QuerySpan span) {
    return span.renamed() && span.grams().size() > 1;
  }

  private static float heaviest(List<Wording> wordings) {
    float heaviest = 0;
    for (Wording wording : wordings) {
      float sum = 0;
      for (float weight : wording.weights()) {
        sum += weight;
      }
      heaviest = Math.max(heaviest, sum);
    }
    return heaviest;
  }
}
