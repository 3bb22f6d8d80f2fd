package dev.kaiyuan.cluster;

import dev.kaiyuan.meaning.Depth;
import org.jspecify.annotations.Nullable;

/**
 * How an index in a cluster is created and filled, beside what holds for every index.
 *
 * @param shards the number of shards of a new index, or null for 1
 * @param replicas the number of further copies of each shard, or null: a new index gets 1 where
 *     there is another node for it, any other keeps its number
 * @param takeOver whether folders that others put there under the same names become this person's
 * @param meaning how deep the index is to be embedded from now on; null for as deep as it
 *     remembers, which at first is not at all
 */
public record ClusterOptions(
    @Nullable Integer shards,
    @Nullable Integer replicas,
    boolean takeOver,
    @Nullable Depth meaning) {
  /** One shard, one further copy where there is another node. */
  public static final ClusterOptions USUAL = new ClusterOptions(null, null, false, null);
}
