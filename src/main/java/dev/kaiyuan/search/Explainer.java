package dev.kaiyuan.search;

import dev.kaiyuan.search.ranking.LanguagePreference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Explains what each term of a query added to the score of an article. */
final class Explainer {
  private static final float WORTH_TELLING = 0.005f;

  private final IndexSearcher searcher;
  private final QueryPlan plan;
  private final @Nullable Query feedback;
  private final LanguagePreference own;

  /**
   * Explains a ranking.
   *
   * @param feedback the relevance feedback that was used, or null
   * @param own prefers the reader's language
   */
  Explainer(
      IndexSearcher searcher, QueryPlan plan, @Nullable Query feedback, LanguagePreference own) {
    this.searcher = searcher;
    this.plan = plan;
    this.feedback = feedback;
    this.own = own;
  }

  private record Source(String word, String term, String field, Reason.Kind kind) {}

  /**
   * Returns the reasons for one hit, the greatest first.
   *
   * @param meaning what meaning added to its score
   */
  List<Reason> reasons(ScoreDoc scored, float meaning) throws IOException {
    Map<Source, Float> given = new LinkedHashMap<>();
    for (QueryPlan.Contribution part : plan.contributions()) {
      Explanation explanation = searcher.explain(part.query(), scored.doc);
      if (explanation.isMatch()) {
        Source source = new Source(part.word(), part.term(), part.field(), part.kind());
        given.merge(source, explanation.getValue().floatValue(), Float::sum);
      }
    }
    float terms = gives(plan.query(), scored);
    List<Reason> reasons = new ArrayList<>();
    given.forEach(
        (source, gave) ->
            reasons.add(
                new Reason(source.word(), source.term(), source.field(), source.kind(), gave)));
    add(reasons, Reason.Kind.MEANING, meaning);
    float language = own.gave(scored.doc);
    add(reasons, Reason.Kind.LANGUAGE, language);
    float refined = scored.score - meaning - language - terms;
    if (refined > WORTH_TELLING) {
      float likeness = feedback == null ? 0 : Math.min(gives(feedback, scored), refined);
      add(reasons, Reason.Kind.PLACE, refined - likeness);
      add(reasons, Reason.Kind.LIKENESS, likeness);
    }
    reasons.sort(Comparator.comparingDouble(Reason::gave).reversed());
    return reasons;
  }

  private static void add(List<Reason> reasons, Reason.Kind kind, float gave) {
    if (gave > WORTH_TELLING) {
      reasons.add(new Reason("", "", "body", kind, gave));
    }
  }

  private float gives(Query query, ScoreDoc scored) throws IOException {
    return searcher.explain(query, scored.doc).getValue().floatValue();
  }
}
