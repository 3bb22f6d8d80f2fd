package dev.kaiyuan.eval;

import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints how good the ranking is on several test collections, and how good it was before: a
 * program, not a test.
 *
 * <pre>{@code
 * mvn -q -Pbench test-compile exec:exec@ranking -Deval=FOLDER -Dbefore=RUNS
 * }</pre>
 *
 * <p>Each folder in FOLDER may hold a collection, as {@code kaiyuan eval} reads it, and documents
 * in {@code docs}. A collection is asked over each folder of documents that holds those which its
 * judgements name: its own, or another's in another language. RUNS may hold {@code NAME.run}, as
 * {@code kaiyuan eval --run} of another version wrote it; a dash stands where it does not.
 */
final class RankingTable {
  private final Path folder;
  private final Path before;
  private final Map<Path, Set<String>> documents = new LinkedHashMap<>();

  private RankingTable(Path folder, Path before) throws IOException {
    this.folder = folder;
    this.before = before;
    for (Path each : list(folder)) {
      if (Files.isDirectory(each.resolve("docs"))) {
        documents.put(
            each,
            list(each.resolve("docs")).stream()
                .map(file -> TestCollection.documentId(file.getFileName().toString()))
                .collect(Collectors.toSet()));
      }
    }
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("Name a folder of test collections and one of earlier runs.");
      System.exit(2);
    }
    new RankingTable(Path.of(args[0]), Path.of(args[1])).print();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private void print() throws IOException {
    System.out.println(
        "| collection | queries | before | odd | even | nDCG@10 | odd | even | R@100 |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (Path docs : documents.keySet()) {
      Path index = Files.createTempDirectory("ranking");
      new DirectoryIndexer(index, IndexingOptions.REFRESH)
          .index(List.of(docs.resolve("docs")), IndexingProgress.NONE);
      try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
        for (Path asked : list(folder)) {
          if (Files.exists(asked.resolve("queries.tsv"))) {
            print(asked, docs, searcher);
          }
        }
      }
      try (Stream<Path> files = Files.walk(index)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void print(Path asked, Path docs, ArticleSearcher searcher) throws IOException {
    TestCollection collection = TestCollection.read(asked);
    Set<String> judged = new TreeSet<>();
    collection.judgements().values().forEach(grades -> judged.addAll(grades.keySet()));
    if (!documents.get(docs).containsAll(judged)) {
      return;
    }
    boolean others = documents.containsKey(asked) && !asked.equals(docs);
    String name = asked.getFileName() + (others ? "-on-" + docs.getFileName() : "");
    Evaluation now = Evaluation.of(searcher, collection, UnaryOperator.identity());
    List<Double> measures = now.run().stream().map(Evaluation.Ranking::ndcg10).toList();
    List<String> ids = now.run().stream().map(Evaluation.Ranking::query).toList();
    System.out.println(
        String.format(
            Locale.ROOT,
            "| %s | %d | %s | %s | %.3f |",
            name,
            now.queries(),
            halves(earlier(before.resolve(name + ".run"), collection, ids)),
            halves(measures),
            now.recall100()));
  }

  /** The measure of each query of an earlier run, none if there is no such run. */
  private static List<Double> earlier(Path file, TestCollection collection, List<String> queries)
      throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    Map<String, List<String>> run = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] columns = line.split("\\s+");
      run.computeIfAbsent(columns[0], id -> new ArrayList<>()).add(columns[2]);
    }
    return queries.stream()
        .map(
            id ->
                Evaluation.ndcg10(run.getOrDefault(id, List.of()), collection.judgements().get(id)))
        .toList();
  }

  private static String halves(List<Double> measures) {
    return mean(measures, 0, 1) + " | " + mean(measures, 0, 2) + " | " + mean(measures, 1, 2);
  }

  private static String mean(List<Double> measures, int first, int step) {
    double sum = 0;
    int queries = 0;
    for (int i = first; i < measures.size(); i += step) {
      sum += measures.get(i);
      queries++;
    }
    return queries == 0 ? "-" : String.format(Locale.ROOT, "%.4f", sum / queries);
  }
}
