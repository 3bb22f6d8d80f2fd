package dev.kaiyuan.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Tells what each term of a query gave to the score of an article. */
final class Explainer {
  private static final float WORTH_TELLING = 0.005f;

  private final IndexSearcher searcher;
  private final QueryPlan plan;

  Explainer(IndexSearcher searcher, QueryPlan plan) {
    this.searcher = searcher;
    this.plan = plan;
  }

  private record Source(String word, String term, String field, Reason.Kind kind) {}

  /** The reasons for one hit, the weightiest first. */
  List<Reason> reasons(ScoreDoc scored) throws IOException {
    Map<Source, Float> given = new LinkedHashMap<>();
    for (QueryPlan.Contribution part : plan.contributions()) {
      Explanation explanation = searcher.explain(part.query(), scored.doc);
      if (explanation.isMatch()) {
        Source source = new Source(part.word(), part.term(), part.field(), part.kind());
        given.merge(source, explanation.getValue().floatValue(), Float::sum);
      }
    }
    float terms = searcher.explain(plan.query(), scored.doc).getValue().floatValue();
    List<Reason> reasons = new ArrayList<>();
    given.forEach(
        (source, gave) ->
            reasons.add(
                new Reason(source.word(), source.term(), source.field(), source.kind(), gave)));
    if (scored.score - terms > WORTH_TELLING) {
      reasons.add(new Reason("", "", "body", Reason.Kind.PLACE, scored.score - terms));
    }
    reasons.sort(Comparator.comparingDouble(Reason::gave).reversed());
    return reasons;
  }
}
