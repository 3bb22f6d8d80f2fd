package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.Environment;
import dev.kaiyuan.cli.context.Progress;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.MeaningIndexer;
import dev.kaiyuan.index.MeaningReport;
import dev.kaiyuan.index.Report;
import dev.kaiyuan.meaning.Depth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates and updates an index for a command, and shows the progress. */
final class IndexUpdate {
  private final Context context;
  private final IndexLocation place;

  IndexUpdate(Context context, IndexLocation place) {
    this.context = context;
    this.place = place;
  }

  /** Creates the default index of the corpus, and says so. */
  void create() throws IOException {
    Environment environment = context.environment();
    context.say(
        "index.making", environment.shown(place.directory()), environment.shown(place.corpus()));
    createQuietly();
  }

  /** Creates the index of the corpus. */
  void createQuietly() throws IOException {
    run(List.of(place.corpus()), IndexingOptions.REFRESH);
  }

  /** Updates the index by folders. */
  Report run(List<Path> folders, IndexingOptions options) throws IOException {
    try (Progress progress = Progress.on(context)) {
      return new DirectoryIndexer(place.directory(), options).index(folders, progress);
    }
  }

  /**
   * Computes the missing vectors.
   *
   * @param threads the number of articles that are embedded at once
   * @param depth the new depth, or null for the depth stored in the index
   */
  MeaningReport embed(int threads, @Nullable Depth depth) throws IOException {
    try (Progress progress = Progress.on(context)) {
      return new MeaningIndexer(place.directory(), threads).index(depth, progress.ofMeaning());
    }
  }
}
