package dev.kaiyuan.opensearch;

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
  STATE
}
