package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.Environment;
import dev.kaiyuan.cli.context.Progress;
import dev.kaiyuan.index.FolderWatch;
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

  /** Creates the default index of the corpus where there is none, and says so. */
  static void createIfNone(Context context, IndexLocation place) throws IOException {
    if (place instanceof FolderLocation folder && folder.canBeMade()) {
      Environment environment = context.environment();
      context.say(
          "index.making",
          environment.shown(folder.directory()),
          environment.shown(folder.corpus()));
      new IndexUpdate(context, folder).run(List.of(folder.corpus()), IndexingOptions.REFRESH);
    }
  }

  IndexUpdate(Context context, IndexLocation place) {
    this.context = context;
    this.place = place;
  }

  /** Updates the index by folders. */
  Report run(List<Path> folders, IndexingOptions options) throws IOException {
    try (Progress progress = Progress.on(context)) {
      return place.index(folders, options, progress);
    }
  }

  /** Updates the index for the first time, and watches from then on. */
  Report run(FolderWatch watch) throws IOException {
    try (Progress progress = Progress.on(context)) {
      return watch.index(progress);
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
      Path directory = place.folder("--meaning");
      return new MeaningIndexer(directory, threads).index(depth, progress.ofMeaning());
    }
  }
}
