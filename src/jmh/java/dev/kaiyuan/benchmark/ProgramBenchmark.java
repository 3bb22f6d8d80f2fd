package dev.kaiyuan.benchmark;

import dev.kaiyuan.eval.PeerRanking;
import dev.kaiyuan.eval.TestCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How long does the whole program take, from the shell and back, and how well does it rank? Others
 * do the same work on the same files in turn with it; times are medians.
 */
final class ProgramBenchmark {
  private static final int SEARCHES = 15;
  private static final int WARMING = 50;

  private final Path folder;
  private final String query;
  private final Path queries;
  private final Path scratch;
  private final Map<String, String[]> cells = new LinkedHashMap<>();

  private ProgramBenchmark(Path folder, String query, Path queries, Path scratch) {
    this.folder = folder;
    this.query = query;
    this.queries = queries;
    this.scratch = scratch;
  }

  /**
   * Prints tables.
   *
   * @param query the query of single searches
   * @param queries a file of queries; judgements in its folder are used
   * @param scratch where the indexes are left
   */
  static void run(Path folder, String query, Path queries, Path scratch)
      throws IOException, InterruptedException {
    new ProgramBenchmark(folder.toRealPath(), query, queries, scratch).run();
  }

  private void run() throws IOException, InterruptedException {
    Contender.prepare();
    List<Contender> all = Contender.all(folder, query, scratch);
    Contender.install(all);
    List<Contender> contenders = all.stream().filter(Contender::isInstalled).toList();
    index(contenders);
    search(contenders);
    for (Contender each : contenders) {
      if (each.many() != null) {
        rank(each);
      }
    }
    System.out.println(
        "| | index all, s | MB | of the text | one search, new process, ms | warm search, ms |"
            + " nDCG@10 |\n|---|---|---|---|---|---|---|");
    cells.forEach((name, row) -> row("%s | %s", name, String.join(" | ", row)));
    for (Contender each : all) {
      if (!each.isInstalled()) {
        row("%s: not installed, and no package to be had here | | | | | |", each.name());
      }
    }
    System.out.printf(
        "%nRecoll's command line is a new process for each query. Tantivy and Meilisearch are in no%n"
            + "registry that was reached (Debian, Maven Central, npm).%n");
  }

  private void cell(String name, int column, String format, double value) {
    String[] row =
        cells.computeIfAbsent(name, each -> new String[] {"", "", "", "", "", ""});
    row[column] = Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }

  private void index(List<Contender> contenders) throws IOException, InterruptedException {
    double text = ScratchFolder.size(folder) / 1e6;
    for (Contender each : contenders) {
      if (each.indexes()) {
        cell(each.name(), 0, "%.1f", each.makeIndex() / 1e3);
        double size = each.indexSize() / 1e6;
        cell(each.name(), 1, "%.1f", size);
        cell(each.name(), 2, "%.2f", size / text);
      }
    }
  }

  private void search(List<Contender> contenders) throws IOException, InterruptedException {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    List<String> bare = Contender.java(Bare.class);
    Path runtime = Files.createDirectory(scratch.resolve("run"));
    Map<String, String> byShell = Map.of("XDG_RUNTIME_DIR", runtime.toString());
    Map<String, String> byJava =
        Map.of("XDG_RUNTIME_DIR", runtime.toString(), "kaiyuan_asked", "no");
    Contender kaiyuan = contenders.get(1);
    List<String> fzf = List.of("sh", "-c", "echo 开源 | fzf --filter 开源");
    Contender.milliseconds(Contender.kaiyuan("serve", "--background"), byShell);
    // The server has a process's worth of warming up, too.
    for (int i = 0; i < WARMING; i++) {
      Contender.milliseconds(kaiyuan.search(), byShell);
    }
    for (int i = 0; i <= SEARCHES; i++) {
      for (Contender each : contenders) {
        note(times, each.name(), each.ask(), i);
      }
      note(times, "a JVM that prints one line", Contender.milliseconds(bare), i);
      note(
          times,
          "Kaiyuan, a server asked by bash",
          Contender.milliseconds(kaiyuan.search(), byShell),
          i);
      note(
          times,
          "Kaiyuan, a server asked by Java",
          Contender.milliseconds(kaiyuan.search(), byJava),
          i);
      if (Contender.isProgram("fzf")) {
        note(times, "fzf --filter over one line", Contender.milliseconds(fzf), i);
      }
    }
    stopServer(runtime);
    times.forEach((name, all) -> cell(name, 3, "%.0f", median(all)));
  }

  private void rank(Contender contender) throws IOException, InterruptedException {
    List<String> texts = ManyQueries.read(queries);
    List<ManyQueries.Answer> answers = Objects.requireNonNull(contender.many()).ask(texts);
    cell(
        contender.name(),
        4,
        "%.1f",
        median(answers.stream().map(ManyQueries.Answer::milliseconds).toList()));
    if (Files.exists(queries.resolveSibling("qrels.txt"))) {
      Map<String, List<Path>> found = new HashMap<>();
      for (int i = 0; i < texts.size(); i++) {
        found.put(texts.get(i), answers.get(i).files());
      }
      TestCollection collection = TestCollection.read(queries.toAbsolutePath().getParent());
      cell(contender.name(), 5, "%.3f", PeerRanking.ndcg10(collection, found));
    }
  }

  static void stopServer(Path runtime) throws IOException {
    try (Stream<Path> files = Files.walk(runtime)) {
      Path server = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      long process = Long.parseLong(Files.readAllLines(server).get(2));
      ProcessHandle.of(process).ifPresent(ProcessHandle::destroy);
    }
  }

  /** The first round warms the disk's cache and is not counted. */
  private static void note(Map<String, List<Double>> times, String name, double time, int round) {
    List<Double> all = times.computeIfAbsent(name, each -> new ArrayList<>());
    if (round > 0) {
      all.add(time);
    }
  }

  private static void row(String format, Object... cells) {
    System.out.printf(Locale.ROOT, "| " + format + " |%n", cells);
  }

  static double median(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** What a JVM takes at least. */
  static final class Bare {
    private Bare() {}

    public static void main(String[] args) {
      System.out.println("开源");
    }
  }
}
