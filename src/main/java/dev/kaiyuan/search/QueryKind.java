package dev.kaiyuan.search;

import dev.kaiyuan.search.query.NaturalQuestion;

/** What a query is like, which says how much meaning counts beside words. */
public enum QueryKind {
  /** A question in natural language: meaning leads. */
  QUESTION(3, 1.5f),
  /** Words that describe what is wanted. */
  DESCRIPTION(2.7f, 2.7f),
  /** A name, an error message, a path or code. */
  NAME(0.4f, 0.4f);

  private final float typed;
  private final float translated;

  QueryKind(float typed, float translated) {
    this.typed = typed;
    this.translated = translated;
  }

  static QueryKind of(QueryPlan plan) {
    return plan.question() ? QUESTION : NaturalQuestion.describes(plan.text()) ? DESCRIPTION : NAME;
  }

  /** Returns what the nearest gains, in third best scores by words. */
  float weight(boolean byTranslation) {
    return byTranslation ? translated : typed;
  }
}
