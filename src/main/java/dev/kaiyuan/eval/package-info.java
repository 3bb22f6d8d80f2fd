/**
 * How good is the ranking?
 *
 * <p>Entry point: {@link dev.kaiyuan.eval.Evaluation}, which runs the queries of a {@link
 * dev.kaiyuan.eval.TestCollection} and scores the answers against its judgements.
 */
@NullMarked
package dev.kaiyuan.eval;

import org.jspecify.annotations.NullMarked;
