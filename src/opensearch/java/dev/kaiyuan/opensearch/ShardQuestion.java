package dev.kaiyuan.opensearch;

import dev.kaiyuan.search.ShardStep;
import org.jspecify.annotations.Nullable;

/** What a node asks the shards of an index. */
enum ShardQuestion {
  /** The whole answer, of the only shard of an index. */
  SEARCH,
  /** An article, if the shard has it. */
  ARTICLE,
  /** The paths of its files. */
  PATHS,
  /** The paths of its articles. */
  ARTICLES,
  /** What it holds. */
  STATISTICS,
  /** Words with a beginning, with the articles that have them. */
  COMPLETIONS,
  /** What marks a query, as far as the shard knows. */
  MARKER,
  /** A piece of its files. */
  FILES,
  /** Which state of its documents searches see. */
  STATE,
  /** {@link ShardStep#TELLING}. */
  TELLING(ShardStep.TELLING),
  /** {@link ShardStep#PLAN}. */
  PLAN(ShardStep.PLAN),
  /** {@link ShardStep#COUNT}. */
  COUNT(ShardStep.COUNT),
  /** {@link ShardStep#TEXTS}. */
  TEXTS(ShardStep.TEXTS),
  /** {@link ShardStep#FIND}. */
  FIND(ShardStep.FIND),
  /** {@link ShardStep#LIKED}. */
  LIKED(ShardStep.LIKED),
  /** {@link ShardStep#ALIKE}. */
  ALIKE(ShardStep.ALIKE),
  /** {@link ShardStep#READ}. */
  READ(ShardStep.READ),
  /** {@link ShardStep#WORDS}. */
  WORDS(ShardStep.WORDS),
  /** {@link ShardStep#TOGETHER}. */
  TOGETHER(ShardStep.TOGETHER),
  /** {@link ShardStep#REASONS}. */
  REASONS(ShardStep.REASONS);

  private final @Nullable ShardStep step;

  ShardQuestion() {
    this(null);
  }

  ShardQuestion(@Nullable ShardStep step) {
    this.step = step;
  }

  /** Returns the step of a search over several shards that it is, or null. */
  @Nullable ShardStep step() {
    return step;
  }

  /** Returns the question that a step is. */
  static ShardQuestion of(ShardStep step) {
    return valueOf(step.name());
  }
}
