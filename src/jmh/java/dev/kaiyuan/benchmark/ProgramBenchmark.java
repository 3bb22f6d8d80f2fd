package dev.kaiyuan.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long does the whole program take, from the shell and back? Other programs that are installed
 * do the same work on the same files in turn with it; times are medians.
 */
final class ProgramBenchmark {
  private static final int SEARCHES = 15;
  private static final int REFRESHES = 5;
  private static final int WARMING = 50;

  private final Path folder;
  private final String query;
  private final Path scratch;

  private ProgramBenchmark(Path folder, String query, Path scratch) {
    this.folder = folder;
    this.query = query;
    this.scratch = scratch;
  }

  /**
   * Prints tables.
   *
   * @param args a folder of articles, and a query
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (var scratch = new ScratchFolder()) {
      new ProgramBenchmark(Path.of(args[0]).toRealPath(), args[1], scratch.path()).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    System.out.printf("%s%n%n", Machine.line());
    Contender.prepare();
    List<Contender> contenders = new ArrayList<>();
    for (Contender each : Contender.all(folder, query, scratch)) {
      if (each.isInstalled()) {
        contenders.add(each);
      }
    }
    index(contenders);
    search(contenders);
    refresh();
  }

  private void index(List<Contender> contenders) throws IOException, InterruptedException {
    System.out.printf(
        "| index all | s | of plain Lucene's | MB | of the text |%n|---|---|---|---|---|%n");
    double text = ScratchFolder.size(folder) / 1e6;
    Map<Contender, Double> seconds = new LinkedHashMap<>();
    for (Contender each : contenders) {
      if (each.indexes()) {
        seconds.put(each, each.makeIndex() / 1e3);
      }
    }
    double plain = seconds.get(contenders.getFirst());
    seconds.forEach(
        (each, time) -> {
          double size = each.indexSize() / 1e6;
          row("%s | %.1f | %.2f | %.1f | %.2f", each.name(), time, time / plain, size, size / text);
        });
    System.out.println();
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
    boolean hasFzf = new Contender("fzf", null, List.of("fzf"), scratch).isInstalled();
    Contender.milliseconds(Contender.kaiyuan("serve", "--background"), byShell);
    // The server has a process's worth of warming up, too.
    for (int i = 0; i < WARMING; i++) {
      Contender.milliseconds(kaiyuan.search(), byShell);
    }
    for (int i = 0; i <= SEARCHES; i++) {
      note(times, "a JVM that prints one line", Contender.milliseconds(bare), i);
      for (Contender each : contenders) {
        note(times, each.name(), each.ask(), i);
      }
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
      if (hasFzf) {
        note(times, "fzf --filter over one line", Contender.milliseconds(fzf), i);
      }
    }
    stopServer(runtime);
    double jvm = median(times.get("a JVM that prints one line"));
    double plain = median(times.get(contenders.getFirst().name()));
    System.out.printf(
        "| one search, new process | ms | of a JVM's | of plain Lucene's |%n|---|---|---|---|%n");
    times.forEach(
        (name, all) -> {
          double time = median(all);
          row("%s | %.0f | %.2f | %.2f", name, time, time / jvm, time / plain);
        });
    System.out.println();
  }

  private static void stopServer(Path runtime) throws IOException {
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

  private void refresh() throws IOException, InterruptedException {
    Path copy = scratch.resolve("copy");
    ScratchFolder.copy(folder, copy);
    Path index = scratch.resolve("copy-index");
    List<String> command = Contender.kaiyuan("index", copy.toString(), "--index", index.toString());
    Contender.milliseconds(command);
    // A file that was changed within the last two seconds is read again whatever its time says.
    Thread.sleep(2500);
    List<Double> same = new ArrayList<>();
    List<Double> changed = new ArrayList<>();
    Path article = ScratchFolder.files(copy).getFirst();
    for (int i = 0; i < REFRESHES; i++) {
      same.add(Contender.milliseconds(command));
      Files.writeString(article, "\n开源 " + i + "\n", StandardOpenOption.APPEND);
      changed.add(Contender.milliseconds(command));
      Thread.sleep(2500);
    }
    System.out.printf("| refresh | ms |%n|---|---|%n");
    row("nothing changed | %.0f", median(same));
    row("one file changed | %.0f", median(changed));
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
