package dev.kaiyuan.index;

import dev.kaiyuan.meaning.Depth;
import java.time.Duration;

/**
 * What a run of {@link MeaningIndexer} did.
 *
 * @param depth how deep the index is embedded now
 * @param articles how many articles were embedded; with {@link Depth#OFF}, how many lost their
 *     vectors
 * @param passages how many vectors were made
 * @param unknown how many articles are in languages that no model is made for
 * @param took how long it took
 */
public record MeaningReport(Depth depth, int articles, int passages, int unknown, Duration took) {}
