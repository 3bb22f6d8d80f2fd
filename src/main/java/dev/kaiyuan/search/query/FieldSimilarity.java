package dev.kaiyuan.search.query;

import dev.kaiyuan.index.ArticleField;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** BM25 with a length normalisation for each field. */
public final class FieldSimilarity extends PerFieldSimilarityWrapper {
  private static final Similarity TEXT = new BM25Similarity(1.4f, 0.4f);
  private static final Similarity TITLE = new BM25Similarity(2f, 0.4f);

  @Override
  public Similarity get(String field) {
    ArticleField text = ArticleField.named(field);
    return text != null && text.grams() == ArticleField.TITLE ? TITLE : TEXT;
  }
}
