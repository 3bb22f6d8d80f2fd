package dev.kaiyuan.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import com.sun.management.OperatingSystemMXBean;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.text.Sentences;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.index.MeaningIndexer;
import dev.kaiyuan.index.MeaningProgress;
import dev.kaiyuan.index.MeaningReport;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.meaning.Embedder;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * What does finding by meaning cost? Embeds a folder by one thread and by two, and a lead beside
 * the runtime's own loop over as many tokens; asks queries with and without meaning. Times are of
 * the processor, so that what else the machine does changes them less.
 */
final class MeaningBenchmark {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int TOKENS = 128;
  private static final int TIMES = 40;
  private static final int WARM_UP_SECONDS = 5;
  private static final int MANY = 10_000;
  private static final int SHORTEST = 20;

  private MeaningBenchmark() {}

  /**
   * Prints a table.
   *
   * @param args a folder of articles; a file of queries, each behind the last tab of its line; and,
   *     to see how much memory many take, folders of articles of which {@link #MANY} are made
   */
  public static void main(String[] args) throws Exception {
    System.out.println("| finding by meaning | |\n|---|---|");
    lead();
    try (var scratch = new ScratchFolder()) {
      Path index = scratch.path().resolve("index");
      new DirectoryIndexer(index, IndexingOptions.REFRESH)
          .index(List.of(Path.of(args[0])), IndexingProgress.NONE);
      embed(index, Depth.LEADS, 1);
      embed(index, Depth.OFF, 1);
      long words = size(index);
      embed(index, Depth.PASSAGES, 1);
      embed(index, Depth.OFF, 1);
      int passages = embed(index, Depth.PASSAGES, 2);
      row("bytes on disk, each passage", "%.0f", (double) (size(index) - words) / passages);
      List<String> queries =
          ManyQueries.read(Path.of(args[1])).stream()
              .filter(query -> query.codePoints().anyMatch(Character::isIdeographic))
              .toList();
      search(index, queries);
      if (args.length > 2) {
        many(List.of(args).subList(2, args.length), scratch.path());
      }
    }
  }

  private static void row(String name, String format, Object... values) {
    System.out.printf("| %s | " + format + " |%n", Stream.concat(Stream.of(name), Stream.of(values)).toArray());
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static int embed(Path index, Depth depth, int threads) throws IOException {
    long cpu = PROCESS.getProcessCpuTime();
    MeaningReport report = new MeaningIndexer(index, threads).index(depth, MeaningProgress.NONE);
    double seconds = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
    if (depth != Depth.OFF) {
      row(
          "%s, %d threads".formatted(depth, threads),
          "%d vectors of %d articles in %.1f s, %.1f s of the processors: %.1f and %.1f a second",
          report.passages(),
          report.articles(),
          report.took().toMillis() / 1e3,
          seconds,
          report.passages() * 1e3 / report.took().toMillis(),
          report.passages() / seconds);
    }
    return report.passages();
  }

  /** Milliseconds of the processor that something takes in the middle. */
  private static double middle(int times, Callable<?> work) throws Exception {
    double[] each = new double[times];
    for (int i = -times / 4; i < times; i++) {
      long cpu = PROCESS.getProcessCpuTime();
      work.call();
      each[Math.max(0, i)] = (PROCESS.getProcessCpuTime() - cpu) / 1e6;
    }
    Arrays.sort(each);
    return each[times / 2];
  }

  private static void lead() throws Exception {
    String text = "开".repeat(TOKENS - 4) + "。";
    row(
        "a lead of %d tokens, ms".formatted(TOKENS),
        "%.1f",
        middle(
            TIMES,
            () ->
                Embedder.shared()
                    .article(Language.CHINESE, "源", text, List.of(), Depth.LEADS)));
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    String resource = "/" + Embedder.name(Language.CHINESE) + ".onnx";
    try (InputStream model = Embedder.class.getResourceAsStream(resource);
        var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (OrtSession session = environment.createSession(model.readAllBytes(), options)) {
        row(
            "the runtime's own loop, the same number of tokens, ms",
            "%.1f",
            middle(TIMES, () -> run(environment, session)));
      }
    }
  }

  private static int run(OrtEnvironment environment, OrtSession session) throws Exception {
    long[] ones = new long[TOKENS];
    Arrays.fill(ones, 1);
    long[] shape = {1, TOKENS};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", input, "token_type_ids", input))) {
      return result.size();
    }
  }

  private static void search(Path index, List<String> queries) throws IOException {
    try (ArticleSearcher articles = ArticleSearcher.open(index)) {
      for (SearchRequest.Meaning meaning :
          List.of(SearchRequest.Meaning.OFF, SearchRequest.Meaning.ON)) {
        WarmSearchBenchmark.Engine engine =
            query -> articles.search(SearchRequest.builder(query).meaning(meaning).build()).hits().size();
        measure("a warm search, meaning " + meaning + ", ms", engine, queries);
      }
    }
    measure(
        "of which the query's vector, ms",
        query -> Embedder.shared().query(Language.CHINESE, query).values().length,
        queries);
  }

  /** Embeds as many sentences as there are, again and again, each as an article of one passage. */
  private static void many(List<String> folders, Path scratch) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (String folder : folders) {
      for (Path file : ScratchFolder.files(Path.of(folder))) {
        String text = Files.readString(file);
        for (int start = 0; start < text.length(); start = Sentences.end(text, start)) {
          String sentence = text.substring(start, Sentences.end(text, start)).strip();
          if (sentence.length() >= SHORTEST) {
            sentences.add(sentence);
          }
        }
      }
    }
    Path articles = Files.createDirectory(scratch.resolve("many"));
    for (int i = 0; i < MANY; i++) {
      Files.writeString(articles.resolve(i + ".txt"), sentences.get(i % sentences.size()));
    }
    Path index = scratch.resolve("many-index");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(articles), IndexingProgress.NONE);
    MeaningReport report =
        new MeaningIndexer(index, 2).index(Depth.PASSAGES, MeaningProgress.NONE);
    row(
        "passages in a JVM of %d MB".formatted(Runtime.getRuntime().maxMemory() >> 20),
        "%d of %d articles, the greatest memory of the process %s MB",
        report.passages(),
        report.articles(),
        greatestMemory());
  }

  /** Megabytes of the process at its largest, models and libraries with it; as Linux says. */
  private static String greatestMemory() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
        .findFirst()
        .orElse("-");
  }

  private static void measure(String name, WarmSearchBenchmark.Engine engine, List<String> queries)
      throws IOException {
    WarmSearchBenchmark.warmUp(engine, queries, WARM_UP_SECONDS);
    WarmSearchBenchmark.Run run = new WarmSearchBenchmark.Run(queries);
    run.measure(engine);
    row(name, "%.1f, 90 of 100 at most %.1f", run.percentile(50), run.percentile(90));
  }
}
