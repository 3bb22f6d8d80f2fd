package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.UserDictionary;
import dev.kaiyuan.index.ArticlePaths;
import dev.kaiyuan.index.Change;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.FolderWatch;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.MeaningIndexer;
import dev.kaiyuan.index.MeaningReport;
import dev.kaiyuan.index.Report;
import dev.kaiyuan.meaning.Depth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code index}: makes the index hold what folders hold. */
final class IndexCommand implements Command {
  private final Call call;
  boolean rebuild;
  boolean dryRun;
  boolean watch;
  boolean allowEmpty;
  @Nullable String words;
  boolean noWords;
  List<String> include = new ArrayList<>();
  boolean noInclude;
  boolean followLinks;
  Choices.@Nullable Depth meaning;
  int threads = IndexingOptions.REFRESH.threads();
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;
  List<String> operands = new ArrayList<>();

  IndexCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Arguments to) {
    to.flag(() -> rebuild = true, "--rebuild");
    to.flag(() -> dryRun = true, "--dry-run");
    to.flag(() -> watch = true, "--watch");
    to.flag(() -> allowEmpty = true, "--allow-empty");
    to.option(ValueKind.FILE, "FILE", given -> words = given, "--words");
    to.flag(() -> noWords = true, "--no-words");
    to.option(ValueKind.TEXT, "GLOB", include::add, "--include");
    to.flag(() -> noInclude = true, "--no-include");
    to.flag(() -> followLinks = true, "--follow-links");
    to.option(
        "option.meaning-depth",
        ValueKind.oneOf(Choices.Depth.class),
        "DEPTH",
        given -> meaning = given,
        "--meaning");
    to.option(ValueKind.NUMBER, "N", given -> threads = given, "--threads");
    to.option(
        ValueKind.oneOf(Choices.ReportFormat.class), "FORMAT", given -> format = given, "--format");
    to.operands(ValueKind.FILE, "[FOLDER]", operands::add);
  }

  @Override
  public int run() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String operand : operands) {
      Path folder = call.path(operand);
      if (Files.exists(folder) && !Files.isDirectory(folder) && !Files.isRegularFile(folder)) {
        throw new CommandException("error.no-article", operand);
      }
      folders.add(folder);
    }
    IndexPlace place = folders.isEmpty() ? IndexPlace.toRefresh(call) : IndexPlace.toWrite(call);
    if (folders.isEmpty() && !place.exists()) {
      if (!Files.isDirectory(place.corpus())) {
        throw new CommandException("error.no-folder");
      }
      folders.add(place.corpus());
    }
    Call.require("--threads", threads, 1, 256);
    if (include.stream().anyMatch(pattern -> pattern.isBlank() || pattern.contains("\n"))) {
      throw new CommandException("error.include");
    }
    if (watch && dryRun) {
      throw new CommandException("error.watch-dry-run");
    }
    IndexingOptions options =
        IndexingOptions.REFRESH
            .withRebuild(rebuild)
            .withDryRun(dryRun)
            .withAllowEmpty(allowEmpty)
            .withFollowLinks(followLinks)
            .withThreads(threads)
            .withUserWords(userWords())
            .withInclude(include)
            .withForgetIncluded(noInclude);
    Report report = index(call, place, folders, options);
    IndexOutput output = IndexOutput.of(call, format, dryRun);
    output.print(report);
    if (!dryRun) {
      output.print(embed(call, place, threads, meaning == null ? null : meaning.depth()));
    }
    if (watch) {
      watch(place, options, folders, output);
    }
    return report.isAnyGone() || namedFileWasSkipped(place, folders, report)
        ? Call.FAILED
        : Call.FOUND;
  }

  private @Nullable UserDictionary userWords() throws IOException {
    if (noWords) {
      return UserDictionary.none();
    }
    return words == null ? null : UserDictionary.read(call.file("--words", words));
  }

  /** Refreshes the index whenever its folders change, until the process is told to end. */
  private void watch(
      IndexPlace place, IndexingOptions options, List<Path> folders, IndexOutput output)
      throws IOException {
    try (FolderWatch watch =
        new FolderWatch(place.directory(), options.withRebuild(false), folders)) {
      call.say("index.watching");
      call.err().flush();
      watch.run(new WatchListener(call, place, output, threads));
    }
  }

  /**
   * Makes the vectors that an index has to have.
   *
   * @param depth how deep from now on, or null for as deep as the index remembers
   */
  static MeaningReport embed(Call call, IndexPlace place, int threads, @Nullable Depth depth)
      throws IOException {
    try (Progress progress = Progress.on(call)) {
      return new MeaningIndexer(place.directory(), threads).index(depth, progress.ofMeaning());
    }
  }

  /** Makes the default index, and says so. */
  static void make(Call call, IndexPlace place) throws IOException {
    Surroundings around = call.around();
    call.say("index.making", around.shown(place.directory()), around.shown(place.corpus()));
    refresh(call, place);
  }

  /** Makes an index of its corpus, for a command that needs one and found none. */
  static void refresh(Call call, IndexPlace place) throws IOException {
    index(call, place, List.of(place.corpus()), IndexingOptions.REFRESH);
  }

  private static Report index(
      Call call, IndexPlace place, List<Path> folders, IndexingOptions options) throws IOException {
    try (Progress progress = Progress.on(call)) {
      return new DirectoryIndexer(place.directory(), options).index(folders, progress);
    }
  }

  private static boolean namedFileWasSkipped(IndexPlace place, List<Path> folders, Report report)
      throws IOException {
    ArticlePaths names = ArticlePaths.of(place.directory());
    for (Path named : folders) {
      if (!Files.exists(named)) {
        continue; // Gone, and meant to be.
      }
      String name = names.name(named.toRealPath());
      for (Change.Skipped skipped : report.skipped()) {
        if (skipped.path().equals(name)) {
          return true;
        }
      }
    }
    return false;
  }
}
