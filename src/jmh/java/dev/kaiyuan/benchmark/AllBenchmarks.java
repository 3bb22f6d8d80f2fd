package dev.kaiyuan.benchmark;

import dev.kaiyuan.analysis.FirstWordBenchmark;
import dev.kaiyuan.analysis.SegmenterBenchmark;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures everything and writes what the documents show.
 *
 * <pre>
 * mvn -Pbench test-compile exec:exec@all -Dfolder=articles -Dqueries=queries.tsv
 * </pre>
 */
final class AllBenchmarks {
  private static final String QUESTIONS = "src/test/resources/dev/kaiyuan/corpus/queries.tsv";

  private AllBenchmarks() {}

  /**
   * Writes tables and curves; takes up to 20 minutes for 50 MB of articles.
   *
   * @param args a folder of articles, a file of queries, and the folder to write to
   */
  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    PrintStream console = System.out;
    Path folder = Path.of(args[0]);
    Path to = Path.of(args[2]);
    Path written = to.resolve("measured.new");
    try (var tables = new PrintStream(written.toFile(), StandardCharsets.UTF_8)) {
      Collection<RunResult> words =
          new Runner(
                  new OptionsBuilder()
                      .include(SegmenterBenchmark.class.getSimpleName())
                      .include(FirstWordBenchmark.class.getSimpleName())
                      .param("folder", args[0])
                      .build())
              .run();
      System.setOut(tables);
      System.out.printf(
          "# Measured%n%nPrinted in one piece by the command in [performance.md](performance.md), over"
              + "%n%,d articles (%.1f MB). %s%n%n",
          ScratchFolder.files(folder).size(), ScratchFolder.size(folder) / 1e6, Machine.line());
      try (var scratch = new ScratchFolder()) {
        ProgramBenchmark.run(folder, "开源许可证", Path.of(args[1]), scratch.path());
        System.out.println("\n## Warm search\n");
        WarmSearchBenchmark.main(
            new String[] {scratch.path().resolve("kaiyuan").toString(), args[1]});
        System.out.println("\n## Many files\n");
        ManyFilesBenchmark.run(scratch.path());
      }
      System.out.println("\n## The segmenter\n\n| benchmark | |\n|---|---|");
      words.forEach(AllBenchmarks::print);
      System.out.println("\n## Growth\n\n![Curves](growth.svg)\n");
      GrowthBenchmark.main(
          new String[] {args[0], to.resolve("growth.svg").toString(), "1", "4", "16"});
      System.out.println("\n## Finding by meaning\n\nOver `corpus/zh` and the questions about it.\n");
      MeaningBenchmark.main(new String[] {"corpus/zh", QUESTIONS});
      System.out.printf(
          "%nAll of it took %.1f minutes.%n", (System.nanoTime() - start) / 60e9);
    } finally {
      System.setOut(console);
    }
    Files.move(written, to.resolve("measured.md"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void print(RunResult measured) {
    BenchmarkParams what = measured.getParams();
    String name = what.getBenchmark().replaceAll(".*\\.", "");
    Result<?> megabytes = measured.getSecondaryResults().get("megabytes");
    if (megabytes == null) {
      double time = measured.getPrimaryResult().getScore();
      System.out.printf("| %s, %s | %.1f ms |%n", name, what.getParam("by"), time);
    } else {
      System.out.printf("| %s | %.2f MB/s |%n", name, megabytes.getScore());
    }
  }
}
