package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.QueryTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A span of the query as its positions in an article refine the score. Of several wordings that are
 * together, only the one that weighs most counts.
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
      List<QueryTerm> typed = grams.stream().filter(span::contains).toList();
      List<Wording> wordings = wordings(span, typed, searcher, weights, counts);
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

  private static List<Wording> wordings(
      QuerySpan span,
      List<QueryTerm> typed,
      CommitSearcher searcher,
      Weights weights,
      TermCounts counts)
      throws IOException {
    float weight = weights.translatedPositions() * weights.ofTranslation(span.text());
    float most = weights.translatedPositions() * span.positionWeight(searcher);
    // A span of one gram has no pieces.
    boolean hasPieces = span.renamed() && span.grams().size() > 1;
    List<Wording> wordings = new ArrayList<>();
    if (!hasPieces) {
      wordings.add(Wording.typed(typed, searcher, weights, counts));
    }
    for (Replacement each : hasPieces ? span.replacements() : span.alternatives()) {
      wordings.add(Wording.replacement(each.grams(), weight * each.weight(), most, searcher));
    }
    if (hasPieces) {
      // Pieces also are in articles on other things: they weigh at most what a name does.
      float heaviest = 0;
      for (Wording each : wordings) {
        heaviest = Math.max(heaviest, each.weight());
      }
      most = Math.min(most, heaviest);
      wordings.add(Wording.replacement(span.gramTexts(), weight, most, searcher));
    }
    return wordings;
  }
}
