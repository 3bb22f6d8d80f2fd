package dev.kaiyuan.cli;

import dev.kaiyuan.index.Change;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.Report;
import dev.kaiyuan.output.ReportPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code index}: makes the index hold what folders hold. */
final class IndexCommand implements Command {
  @Override
  public int run(Call call) throws IOException {
    Arguments arguments = call.arguments();
    List<Path> folders = new ArrayList<>();
    for (String operand : arguments.operands()) {
      folders.add(call.path(operand));
    }
    IndexPlace place = folders.isEmpty() ? IndexPlace.toSearch(call) : IndexPlace.toWrite(call);
    if (folders.isEmpty() && !place.exists()) {
      if (!Files.isDirectory(place.corpus())) {
        throw new CommandException("error.no-folder");
      }
      folders.add(place.corpus());
    }
    IndexingOptions options =
        IndexingOptions.REFRESH
            .withRebuild(arguments.has(Option.REBUILD))
            .withDryRun(arguments.has(Option.DRY_RUN))
            .withAllowEmpty(arguments.has(Option.ALLOW_EMPTY))
            .withThreads(
                arguments.number(Option.THREADS, 1, 256, IndexingOptions.REFRESH.threads()));
    Report report = index(call, place, folders, options);
    new ReportPrinter(call.display(), call.messages(), options.dryRun())
        .print(report, arguments.value(Option.REPORT_FORMAT, "text"), call.out());
    return namedFileWasSkipped(folders, report) ? FAILED : FOUND;
  }

  /** Makes the default index of its corpus, for a search that found none. */
  static void refresh(Call call, IndexPlace place) throws IOException {
    index(call, place, List.of(place.corpus()), IndexingOptions.REFRESH);
  }

  private static Report index(
      Call call, IndexPlace place, List<Path> folders, IndexingOptions options) throws IOException {
    for (Path folder : folders) {
      if (!Files.exists(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
    }
    try (Progress progress = Progress.on(call)) {
      return new DirectoryIndexer(place.directory(), options).index(folders, progress);
    }
  }

  private static boolean namedFileWasSkipped(List<Path> folders, Report report) throws IOException {
    for (Path named : folders) {
      for (Change.Skipped skipped : report.skipped()) {
        if (named.toRealPath().endsWith(skipped.path())) {
          return true;
        }
      }
    }
    return false;
  }
}
