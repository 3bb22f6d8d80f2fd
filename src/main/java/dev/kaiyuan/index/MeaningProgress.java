package dev.kaiyuan.index;

/**
 * Is told how far a run of {@link MeaningIndexer} is. Called from several threads, one call at a
 * time. What it throws ends the run.
 */
public interface MeaningProgress {
  /** Hears nothing. */
  MeaningProgress NONE = new MeaningProgress() {};

  /**
   * The run begins.
   *
   * @param articles how many articles are to be embedded
   * @param bytes how many bytes their files have together
   */
  default void started(int articles, long bytes) {}

  /**
   * An article is embedded.
   *
   * @param path its path as the index holds it
   * @param passages how many vectors it has
   * @param bytes its file's size
   */
  default void done(String path, int passages, long bytes) {}
}
