package dev.kaiyuan.search;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.eval.Evaluation;
import dev.kaiyuan.eval.TestCollection;
import dev.kaiyuan.search.query.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Prints what each part of the ranking gives to nDCG@10: a program, not a test.
 *
 * <pre>{@code
 * mvn -q -Pbench test-compile exec:exec@ablation -Dsets="FOLDER INDEX FOLDER INDEX"
 * }</pre>
 *
 * <p>Each folder holds queries and judgements, as {@code kaiyuan eval} reads them; the index after
 * it holds their documents.
 */
final class Ablation {
  private final List<TestCollection> collections = new ArrayList<>();
  private final List<Path> indexes = new ArrayList<>();

  private Ablation(String[] args) throws IOException {
    for (int i = 0; i < args.length; i += 2) {
      collections.add(TestCollection.read(Path.of(args[i])));
      indexes.add(Path.of(args[i + 1]));
    }
  }

  public static void main(String[] args) throws IOException {
    if (args.length == 0 || args.length % 2 != 0) {
      System.err.println("Name folders with queries, each followed by its index.");
      System.exit(2);
    }
    StringBuilder names = new StringBuilder("| left out |");
    for (int i = 0; i < args.length; i += 2) {
      names.append(' ').append(Path.of(args[i]).getFileName()).append(" |");
    }
    System.out.println(names + "\n|" + "---|".repeat(1 + args.length / 2));
    new Ablation(args).print();
  }

  private void print() throws IOException {
    List<Evaluation> whole = evaluations(Weights.MEASURED);
    print("nothing", "%.4f", whole, Evaluation::ndcg10);
    print("(queries 1, 3, 5...)", "%.4f", whole, evaluation -> half(evaluation, 0));
    print("(queries 2, 4, 6...)", "%.4f", whole, evaluation -> half(evaluation, 1));
    for (Weights.Part part : Weights.Part.values()) {
      List<Evaluation> rest = evaluations(Weights.MEASURED.without(part));
      Iterator<Evaluation> before = whole.iterator();
      String name = part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      print(name, "%+.4f", rest, evaluation -> evaluation.ndcg10() - before.next().ndcg10());
    }
  }

  private List<Evaluation> evaluations(Weights weights) throws IOException {
    List<Evaluation> evaluations = new ArrayList<>();
    for (int i = 0; i < indexes.size(); i++) {
      try (ArticleSearcher searcher =
          ArticleSearcher.open(indexes.get(i), Translations.builtIn(), weights)) {
        evaluations.add(Evaluation.of(searcher, collections.get(i), UnaryOperator.identity()));
      }
    }
    return evaluations;
  }

  private static double half(Evaluation evaluation, int first) {
    double sum = 0;
    int queries = 0;
    for (int i = first; i < evaluation.run().size(); i += 2) {
      sum += evaluation.run().get(i).ndcg10();
      queries++;
    }
    return sum / Math.max(1, queries);
  }

  private static void print(
      String name, String format, List<Evaluation> row, ToDoubleFunction<Evaluation> value) {
    StringBuilder line = new StringBuilder("| ").append(name).append(" |");
    for (Evaluation evaluation : row) {
      line.append(' ')
          .append(String.format(Locale.ROOT, format, value.applyAsDouble(evaluation)))
          .append(" |");
    }
    System.out.println(line);
  }
}
