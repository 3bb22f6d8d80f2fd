package dev.kaiyuan.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What does it take to find out that nothing has changed, or one file, among a hundred thousand?
 * The files are short, so that making their index takes little.
 */
final class ManyFilesBenchmark {
  private static final int FILES = 100_000;
  private static final int FOLDERS = 1000;
  private static final int RUNS = 5;
  private static final int REST_SECONDS = 10;

  private final Path notes;
  private final List<String> command;

  private ManyFilesBenchmark(Path scratch) {
    notes = scratch.resolve("many");
    command =
        Contender.kaiyuan(
            "index", notes.toString(), "--index", scratch.resolve("many-index").toString());
  }

  /**
   * Prints a table.
   *
   * @param scratch where the files and their index are left
   */
  static void run(Path scratch) throws IOException, InterruptedException {
    new ManyFilesBenchmark(scratch).run();
  }

  private void run() throws IOException, InterruptedException {
    for (int i = 0; i < FILES; i++) {
      Path folder = notes.resolve("笔记 " + i % FOLDERS);
      if (i < FOLDERS) {
        Files.createDirectories(folder);
      }
      Files.writeString(folder.resolve("note " + i + ".md"), "# 笔记 " + i + "\n\n开源 open source\n");
    }
    refresh();
    settle();
    List<MeasuredProcess> same = new ArrayList<>();
    List<MeasuredProcess> changed = new ArrayList<>();
    List<MeasuredProcess> watched = new ArrayList<>();
    double rest = 0;
    for (int i = 0; i < RUNS; i++) {
      same.add(refresh());
      Path note = notes.resolve("笔记 7").resolve("note 7.md");
      Files.writeString(note, "\n改动 " + i + "\n", StandardOpenOption.APPEND);
      settle();
      changed.add(refresh());
      rest = watch(watched, i + 1 < RUNS ? 0 : REST_SECONDS);
    }
    System.out.printf(
        "| %,d files in %,d folders | s | MB |%n|---|---|---|%n", FILES, FOLDERS);
    row("refresh, nothing changed", same);
    row("refresh, one file changed", changed);
    row("`--watch`, until it waits for changes", watched);
    System.out.printf(
        Locale.ROOT, "%nWaiting for %d s took %.2f s of CPU time.%n", REST_SECONDS, rest);
  }

  /** A file that was changed within the last two seconds is read again whatever its time says. */
  private static void settle() throws InterruptedException {
    Thread.sleep(2500);
  }

  private MeasuredProcess refresh() throws IOException, InterruptedException {
    return MeasuredProcess.of(command);
  }

  /** Returns the CPU time in seconds that it takes while nothing changes for some seconds. */
  private double watch(List<MeasuredProcess> runs, int rest) throws IOException, InterruptedException {
    List<String> watching = new ArrayList<>(command);
    watching.addAll(List.of("--watch", "--locale", "en"));
    long start = System.nanoTime();
    Process process = new ProcessBuilder(watching).redirectErrorStream(true).start();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = ""; !line.contains("watching"); line = lines.readLine()) {
        if (line == null) {
          throw new IOException(watching + " ended");
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      Duration before = cpu(process);
      runs.add(
          new MeasuredProcess(seconds, before.toMillis() / 1e3, MeasuredProcess.peak(process)));
      Thread.sleep(rest * 1000L);
      return cpu(process).minus(before).toMillis() / 1e3;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static Duration cpu(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static void row(String what, List<MeasuredProcess> runs) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.0f |%n",
        what,
        ProgramBenchmark.median(runs.stream().map(MeasuredProcess::seconds).toList()),
        ProgramBenchmark.median(runs.stream().map(MeasuredProcess::megabytes).toList()));
  }
}
