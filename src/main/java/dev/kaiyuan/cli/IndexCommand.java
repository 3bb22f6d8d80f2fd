package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.Choices;
import dev.kaiyuan.cli.option.ValueKind;
import dev.kaiyuan.cluster.ClusterOptions;
import dev.kaiyuan.index.Change;
import dev.kaiyuan.index.FolderWatch;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.Report;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.output.ArticleLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code index}: creates or updates the index of folders. */
final class IndexCommand implements Command {
  private final Context context;
  boolean rebuild;
  boolean dryRun;
  boolean watch;
  boolean allowEmpty;
  @Nullable String words;
  boolean noWords;
  List<String> include = new ArrayList<>();
  boolean noInclude;
  boolean followLinks;
  @Nullable Depth meaning;
  int threads = IndexingOptions.REFRESH.threads();
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;
  @Nullable Integer shards;
  @Nullable Integer replicas;
  boolean takeOver;
  List<String> operands = new ArrayList<>();

  IndexCommand(Context context) {
    this.context = context;
  }

  @Override
  public void declare(Arguments to) {
    to.flag(() -> rebuild = true, "--rebuild");
    to.flag(() -> dryRun = true, "--dry-run");
    to.flag(() -> watch = true, "--watch");
    to.flag(() -> allowEmpty = true, "--allow-empty");
    to.option(ValueKind.FILE, "FILE", given -> words = given, "--words");
    to.flag(() -> noWords = true, "--no-words");
    to.option(ValueKind.TEXT, "GLOB", include::add, "--also", "--include");
    to.flag(() -> noInclude = true, "--no-include");
    to.flag(() -> followLinks = true, "--follow-links");
    to.option(
        "option.meaning-depth",
        ValueKind.oneOf(Depth.class),
        "DEPTH",
        given -> meaning = given,
        "--meaning");
    to.option(ValueKind.NUMBER, "N", given -> threads = given, "--threads");
    to.option(
        ValueKind.oneOf(Choices.ReportFormat.class), "FORMAT", given -> format = given, "--format");
    to.option(ValueKind.NUMBER, "N", given -> shards = given, "--shards");
    to.option(ValueKind.NUMBER, "N", given -> replicas = given, "--replicas");
    to.flag(() -> takeOver = true, "--take-over");
    to.operands(ValueKind.FILE, "[FOLDER]", operands::add);
  }

  @Override
  public int run() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String operand : operands) {
      Path folder = context.path(operand);
      if (Files.exists(folder) && !Files.isDirectory(folder) && !Files.isRegularFile(folder)) {
        throw new CommandException("error.no-article", operand);
      }
      folders.add(folder);
    }
    IndexLocation place = place(folders.isEmpty());
    if (folders.isEmpty() && place instanceof FolderLocation folder && !folder.exists()) {
      if (!Files.isDirectory(folder.corpus())) {
        throw new CommandException("error.no-folder");
      }
      folders.add(folder.corpus());
    }
    Context.require("--threads", threads, 1, 256);
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
    IndexUpdate update = new IndexUpdate(context, place);
    IndexOutput output = IndexOutput.of(context, format, dryRun);
    try (FolderWatch changes =
        watch ? new FolderWatch(place.folder("--watch"), options, folders) : null) {
      Report report = changes == null ? update.run(folders, options) : update.run(changes);
      output.print(report);
      if (!dryRun && place instanceof FolderLocation) {
        output.print(update.embed(threads, meaning));
      }
      if (changes != null) {
        context.say("index.watching");
        context.err().flush();
        changes.run(new WatchListener(context, place, output, threads));
      }
      return report.isAnyGone() || namedFileWasSkipped(place, folders, report)
          ? ExitCode.FAILED
          : ExitCode.FOUND;
    }
  }

  private IndexLocation place(boolean refresh) throws IOException {
    IndexLocation place = refresh ? IndexLookup.toRefresh(context) : IndexLookup.toWrite(context);
    if (watch) {
      place.folder("--watch");
    }
    if (place instanceof ClusterLocation cluster) {
      return cluster.with(
          new ClusterOptions(
              inRange("--shards", shards, 1, 1024),
              inRange("--replicas", replicas, 0, 100),
              takeOver,
              meaning));
    }
    if (shards != null || replicas != null || takeOver) {
      String option = shards != null ? "--shards" : replicas != null ? "--replicas" : "--take-over";
      throw new CommandException("error.only-cluster", option);
    }
    return place;
  }

  private static @Nullable Integer inRange(
      String option, @Nullable Integer given, int least, int most) {
    if (given != null) {
      Context.require(option, given, least, most);
    }
    return given;
  }

  private @Nullable UserDictionary userWords() throws IOException {
    if (noWords) {
      return UserDictionary.none();
    }
    return words == null ? null : UserDictionary.read(context.file("--words", words));
  }

  private boolean namedFileWasSkipped(IndexLocation place, List<Path> folders, Report report)
      throws IOException {
    if (report.skipped().isEmpty()) {
      return false;
    }
    ArticleLocator names = place.locator(context);
    for (Path named : folders) {
      if (!Files.exists(named)) {
        continue; // It was removed on purpose.
      }
      String name = names.name(named.toRealPath().toString());
      for (Change.Skipped skipped : report.skipped()) {
        if (skipped.path().equals(name)) {
          return true;
        }
      }
    }
    return false;
  }
}
