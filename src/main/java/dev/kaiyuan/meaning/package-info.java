/**
 * Which passages does an article have, and what do they mean?
 *
 * <p>Entry point: {@link dev.kaiyuan.meaning.Embedder}, which makes vectors of texts by models that
 * need no network; {@link dev.kaiyuan.meaning.ArticleVectors} reads those of an article.
 */
@NullMarked
package dev.kaiyuan.meaning;

import org.jspecify.annotations.NullMarked;
