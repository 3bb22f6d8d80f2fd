package dev.kaiyuan.search;

import dev.kaiyuan.meaning.Embedder;
import dev.kaiyuan.meaning.ModelException;
import dev.kaiyuan.meaning.TextVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a query means, for an index where no models run.
 *
 * @param vectors the vectors of {@link QueryText}s, in their order; empty if the models can't be
 *     used
 * @param models what tells the models of who asks from others
 */
public record QueryVectors(List<TextVector> vectors, Set<Integer> models) {
  /** No model could be used. */
  static final QueryVectors NONE = new QueryVectors(List.of(), Set.of());

  /** Copies both. */
  public QueryVectors {
    vectors = List.copyOf(vectors);
    models = Set.copyOf(models);
  }

  /** Returns what the models of this process make of texts. */
  public static QueryVectors of(List<QueryText> texts) {
    try {
      return new QueryVectors(vectors(texts), Embedder.shared().versions());
    } catch (ModelException e) {
      return NONE;
    }
  }

  /**
   * Returns what the models of this process make of texts.
   *
   * @throws ModelException if they can't be used
   */
  static List<TextVector> vectors(List<QueryText> texts) throws ModelException {
    List<TextVector> vectors = new ArrayList<>();
    for (QueryText each : texts) {
      vectors.add(Embedder.shared().query(each.language(), each.text()));
    }
    return vectors;
  }
}
