package dev.kaiyuan.benchmark;

import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;

/**
 * What happens when there is more and more to search: makes collections of many times the size of a
 * folder, by giving each article sentences drawn from all of them, indexes them, and asks them the
 * folder's own titles. Draws the curves.
 */
final class GrowthBenchmark {
  private static final int QUERIES = 300;
  private static final int WARM_UP_SECONDS = 10;
  private static final int ROUNDS = 3;
  private static final int FOLDER_OF = 1000;

  private final List<List<String>> articles = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();
  private final Random random = new Random(20261125);

  private GrowthBenchmark(Path folder) throws IOException {
    for (Path file : ScratchFolder.files(folder)) {
      List<String> lines = Files.readAllLines(file);
      articles.add(lines);
      for (String line : lines) {
        sentences.addAll(List.of(line.split("(?<=[。！？])")));
      }
    }
    sentences.removeIf(String::isBlank);
  }

  /**
   * Prints a table.
   *
   * @param args a folder of articles, the file to draw the curves to, and how many times the folder
   *     each collection is
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    GrowthBenchmark growth = new GrowthBenchmark(Path.of(args[0]));
    Contender.prepare();
    System.out.println(
        "| times | text, MB | articles | index, s | of the processors, s | index, MB |"
            + " peak memory, MB | warm p50, ms | p99, ms | KB a search | matches |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    List<Measured> all = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      try (var scratch = new ScratchFolder()) {
        Measured measured = growth.measure(Integer.parseInt(args[i]), scratch.path());
        all.add(measured);
        System.out.println(measured.row());
      }
    }
    Files.writeString(Path.of(args[1]), new Curves(all).svg());
  }

  /** What a collection of some times the folder's size takes; matches are the mean of a query. */
  record Measured(
      int times,
      double textMegabytes,
      int articles,
      double seconds,
      double cpuSeconds,
      double indexMegabytes,
      double memoryMegabytes,
      double warmMilliseconds,
      double slowMilliseconds,
      double warmKilobytes,
      double matches) {
    String row() {
      return String.format(
          Locale.ROOT,
          "| %d | %.1f | %,d | %.1f | %.1f | %.1f | %.0f | %.2f | %.2f | %,.0f | %,.0f |",
          times,
          textMegabytes,
          articles,
          seconds,
          cpuSeconds,
          indexMegabytes,
          memoryMegabytes,
          warmMilliseconds,
          slowMilliseconds,
          warmKilobytes,
          matches);
    }
  }

  private Measured measure(int times, Path scratch) throws IOException, InterruptedException {
    Path folder = scratch.resolve("articles");
    Path index = scratch.resolve("index");
    write(times, folder);
    MeasuredProcess run =
        MeasuredProcess.of(
            Contender.kaiyuan("index", folder.toString(), "--index", index.toString()));
    List<String> queries = queries();
    WarmSearchBenchmark.Run warm = new WarmSearchBenchmark.Run(queries);
    LongAdder matches = new LongAdder();
    try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
      WarmSearchBenchmark.Engine engine = WarmSearchBenchmark.engine(searcher, true);
      WarmSearchBenchmark.warmUp(engine, queries, WARM_UP_SECONDS);
      for (int round = 0; round < ROUNDS; round++) {
        warm.measure(engine);
      }
      for (String query : queries) {
        matches.add(searcher.searchWithFacets(SearchRequest.of(query)).total());
      }
    }
    return new Measured(
        times,
        ScratchFolder.size(folder) / 1e6,
        articles.size() * times,
        run.seconds(),
        run.cpuSeconds(),
        ScratchFolder.size(index) / 1e6,
        run.megabytes(),
        warm.percentile(50),
        warm.percentile(99),
        warm.kilobytes(),
        matches.doubleValue() / queries.size());
  }

  private List<String> queries() {
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      List<String> article = articles.get(i * articles.size() / QUERIES);
      String title =
          article.isEmpty() ? "" : article.getFirst().replaceAll("[^\\p{L}\\p{N}]+", " ");
      queries.add(title.isBlank() ? "开源" : title);
    }
    return queries;
  }

  /** Each is as long as the folder, line by line. */
  private void write(int times, Path folder) throws IOException {
    for (int time = 0; time < times; time++) {
      for (int i = 0; i < articles.size(); i++) {
        Path part = folder.resolve(time + "-" + i / FOLDER_OF);
        if (i % FOLDER_OF == 0) {
          Files.createDirectories(part);
        }
        List<String> article = articles.get(i);
        Files.write(part.resolve(i + ".md"), reshuffled(article));
      }
    }
  }

  private List<String> reshuffled(List<String> article) {
    List<String> lines = new ArrayList<>();
    for (String line : article) {
      StringBuilder drawn = new StringBuilder();
      String next = sentences.get(random.nextInt(sentences.size()));
      while (drawn.length() + next.length() / 2 < line.length()) {
        drawn.append(next);
        next = sentences.get(random.nextInt(sentences.size()));
      }
      lines.add(drawn.isEmpty() ? line : drawn.toString());
    }
    return lines;
  }
}
