package dev.kaiyuan.meaning;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.reader.ArticleReader;
import dev.kaiyuan.eval.TestCollection;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;

/**
 * Prints what model, passages, prefix, fusion, weight and quantization give to finding by meaning,
 * as MRR@10 of two halves of the questions: a program, not a test.
 *
 * <pre>{@code
 * mvn -q -Pbench test-compile exec:exec@meaning -Dmeaning="zh DOCS QUESTIONS en DOCS QUESTIONS"
 * }</pre>
 *
 * <p>DOCS holds the articles of a language; QUESTIONS the folders {@code choose} and {@code
 * report}, with questions and judgements as {@code kaiyuan eval} reads them. Here all questions are
 * weighed alike, and all articles compared: figures are near those of {@code eval}, not the same.
 */
final class MeaningAblation {
  private static final int MOST_TOKENS = 512;
  private static final int FIRST = 10;
  private static final Fusion BUILT = new Fusion(3, 3);

  private final Language language;
  private final List<Article> articles = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private int chosen;

  /** A question with the scores that words give to each article, and whether each answers it. */
  private record Question(String text, float[] words, boolean[] answers) {}

  /** A model, and what it wants in front of queries and of passages. */
  private record Model(OnnxModel weights, WordPiece tokens, String query, String passage) {
    Model with(String queryPrefix, String passagePrefix) {
      return new Model(weights, tokens, queryPrefix, passagePrefix);
    }

    float[] embed(String text) {
      try {
        return weights.embed(tokens.encode(text, MOST_TOKENS));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Compares the vectors of a query and of a passage. */
  private interface Comparison {
    float cosine(float[] query, float[] passage);
  }

  private static float bytes(float[] query, float[] passage) {
    TextVector other = TextVector.of(1, passage);
    return TextVector.of(1, query).cosine(other.values(), other.scale());
  }

  private static float signs(float[] query, float[] passage) {
    return new SignSums(TextVector.of(1, query)).cosine(SignSums.signs(TextVector.of(1, passage)));
  }

  /**
   * Adds what meaning gives to what words give.
   *
   * @param rank which score by words is the unit: 1 for the best
   * @param weight what the nearest gains, in units; infinite for meaning alone
   */
  private record Fusion(int rank, float weight) {
    float[] of(float[] words, float[] cosines) {
      float[] sorted = words.clone();
      Arrays.sort(sorted);
      float unit = sorted[sorted.length - Math.min(rank, sorted.length)];
      float least = Float.POSITIVE_INFINITY;
      float best = Float.NEGATIVE_INFINITY;
      for (float cosine : cosines) {
        least = Math.min(least, cosine);
        best = Math.max(best, cosine);
      }
      float[] sums = new float[words.length];
      for (int i = 0; i < sums.length; i++) {
        float share = (cosines[i] - least) / (best - least);
        sums[i] = Float.isInfinite(weight) ? share : words[i] + weight * unit * share;
      }
      return sums;
    }
  }

  private MeaningAblation(Language language, Path docs, Path folder) throws IOException {
    this.language = language;
    Map<String, Integer> numbers = new HashMap<>();
    try (Stream<Path> files = Files.walk(docs)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (ArticleReader.reads(name)) {
          numbers.put(id(name), articles.size());
          articles.add(new ArticleReader().read(name, Files.readAllBytes(file)));
        }
      }
    }
    Path index = Files.createTempDirectory("meaning");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(docs), IndexingProgress.NONE);
    try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
      ask(searcher, TestCollection.read(folder.resolve("choose")), numbers);
      chosen = questions.size();
      ask(searcher, TestCollection.read(folder.resolve("report")), numbers);
    }
    try (Stream<Path> files = Files.walk(index)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The name of a document's file without its ending, as judgements call it. */
  private static String id(String file) {
    return file.substring(0, file.lastIndexOf('.'));
  }

  private void ask(ArticleSearcher searcher, TestCollection half, Map<String, Integer> numbers)
      throws IOException {
    for (Map.Entry<String, String> query : half.queries().entrySet()) {
      float[] words = new float[articles.size()];
      boolean[] answers = new boolean[articles.size()];
      half.judgements()
          .getOrDefault(query.getKey(), Map.of())
          .forEach((id, grade) -> answers[numbers.get(id)] = grade > 0);
      SearchRequest request =
          SearchRequest.builder(query.getValue()).limit(1000).snippets(0, 100).build();
      for (Hit hit : searcher.search(request).hits()) {
        String file = Path.of(hit.path()).getFileName().toString();
        words[numbers.get(id(file))] = hit.score();
      }
      questions.add(new Question(query.getValue(), words, answers));
    }
  }

  public static void main(String[] args) throws IOException {
    if (args.length == 0 || args.length % 3 != 0) {
      System.err.println(
          "Name a language (zh or en), a folder of articles, one of questions; again.");
      System.exit(2);
    }
    for (int i = 0; i < args.length; i += 3) {
      new MeaningAblation(Language.of(args[i]), Path.of(args[i + 1]), Path.of(args[i + 2])).print();
    }
  }

  private void print() throws IOException {
    System.out.printf(
        "%n| %s, %d articles, %d and %d questions | alone | chosen | reported |%n|---|---|---|---|%n",
        language.code(), articles.size(), chosen, questions.size() - chosen);
    row("words alone", null, new Fusion(1, 0));
    Model model = model(EmbeddingModel.of(language));
    List<List<float[]>> whole = embedded(model, passages(300, true));
    List<List<float[]>> few = embedded(model, passages(80, false));
    List<float[]> bytes = nearest(model, whole, MeaningAblation::bytes);
    List<float[]> built = sum(bytes, nearest(model, few, MeaningAblation::signs));
    row("as built: passages of 300 tokens in bytes, parts of 80 in signs", built, BUILT);
    row("both in bytes", sum(bytes, nearest(model, few, MeaningAblation::bytes)), BUILT);
    List<float[]> floats = sum(nearest(model, whole), nearest(model, few));
    row("both in floats", floats, BUILT);
    row("passages of 300 tokens alone", nearest(model, whole), BUILT);
    row("without title and heading in front", nearest(model, passages(300, false)), BUILT);
    row("passages of 150 tokens alone", nearest(model, passages(150, true)), BUILT);
    row("parts of 80 tokens alone", nearest(model, few), BUILT);
    Function<Article, List<String>> lead =
        each -> List.of(Passage.lead(each.title(), each.text(), each.sections()).words());
    row("leads alone", nearest(model, lead), BUILT);
    if (language == Language.CHINESE) {
      Model asking = model.with("为这个句子生成表示以用于检索相关文章：", "");
      row(
          "a prefix for queries, as the model's makers have it, floats",
          sum(nearest(asking, whole), nearest(asking, few)),
          BUILT);
    } else {
      Model bge = model("bge-small-en-v1.5-q", true, model.tokens);
      row("bge-small-en-v1.5, floats", both(bge), BUILT);
      String task = "Represent this sentence for searching relevant passages: ";
      row("the same with its prefix for queries", both(bge.with(task, "")), BUILT);
      Model e5 = model("e5-small-v2-q", false, model.tokens).with("query: ", "passage: ");
      List<float[]> others = both(e5);
      row("e5-small-v2 with its prefixes, floats", others, BUILT);
      row("that and all-minilm-l6-v2", sum(others, floats), BUILT);
    }
    for (float weight : new float[] {0.5f, 1, 2, 4, 6}) {
      row("weight %.1f".formatted(weight), built, new Fusion(3, weight));
    }
    for (float weight : new float[] {0.3f, 1.2f, 1.6f, 2}) {
      row("weight %.1f of the best score by words".formatted(weight), built, new Fusion(1, weight));
    }
  }

  private void row(String name, List<float[]> cosines, Fusion fusion) {
    List<Double> alone = new ArrayList<>();
    List<Double> fused = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      float[] near = cosines == null ? question.words : cosines.get(i);
      alone.add(
          reciprocalRank(
              new Fusion(1, Float.POSITIVE_INFINITY).of(question.words, near), question));
      fused.add(reciprocalRank(fusion.of(question.words, near), question));
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.3f | %.3f | %.3f |%n",
        name,
        mean(alone.subList(chosen, alone.size())),
        mean(fused.subList(0, chosen)),
        mean(fused.subList(chosen, fused.size())));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double reciprocalRank(float[] scores, Question question) {
    List<Integer> order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores[i]))
            .limit(FIRST)
            .toList();
    for (int rank = 0; rank < order.size(); rank++) {
      int article = order.get(rank);
      if (question.answers[article] && scores[article] > 0) {
        return 1.0 / (rank + 1);
      }
    }
    return 0;
  }

  private static Function<Article, List<String>> passages(int tokens, boolean titled) {
    Passage.Room room = Passage.Room.of(tokens);
    return article -> {
      List<Passage> pieces =
          titled
              ? room.cutUnder(article.title(), article.text(), article.sections())
              : room.cut(article.text(), article.sections());
      return pieces.stream().map(Passage::words).toList();
    };
  }

  private List<float[]> both(Model model) {
    return sum(nearest(model, passages(300, true)), nearest(model, passages(80, false)));
  }

  private List<List<float[]>> embedded(Model model, Function<Article, List<String>> passages) {
    return articles.parallelStream()
        .map(
            article ->
                passages.apply(article).stream()
                    .map(words -> model.embed(model.passage + words))
                    .toList())
        .toList();
  }

  private List<float[]> nearest(Model model, Function<Article, List<String>> passages) {
    return nearest(model, embedded(model, passages));
  }

  private List<float[]> nearest(Model model, List<List<float[]>> vectors) {
    return nearest(model, vectors, VectorUtil::dotProduct);
  }

  /** For each question the cosine of each article's nearest passage. */
  private List<float[]> nearest(Model model, List<List<float[]>> vectors, Comparison comparison) {
    return questions.parallelStream()
        .map(
            question -> {
              float[] query = model.embed(model.query + question.text);
              float[] cosines = new float[articles.size()];
              for (int i = 0; i < cosines.length; i++) {
                cosines[i] = -1;
                for (float[] passage : vectors.get(i)) {
                  cosines[i] = Math.max(cosines[i], comparison.cosine(query, passage));
                }
              }
              return cosines;
            })
        .toList();
  }

  private static List<float[]> sum(List<float[]> some, List<float[]> others) {
    List<float[]> sums = new ArrayList<>();
    for (int q = 0; q < some.size(); q++) {
      float[] sum = some.get(q).clone();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += others.get(q)[i];
      }
      sums.add(sum);
    }
    return sums;
  }

  private static UnpackedFiles cache() {
    return new UnpackedFiles(MeaningAblation.class.getClassLoader(), Path.of("target", "models"));
  }

  private static Model model(EmbeddingModel known) throws ModelException {
    ModelFiles.Ready ready = new ModelFiles(cache()).read(known);
    return new Model(ready.weights(), ready.tokens(), "", "");
  }

  /** A model that Kaiyuan does not use, with the vocabulary of one that it does. */
  private static Model model(String name, boolean firstToken, WordPiece tokens) throws IOException {
    UnpackedFiles.Resource published = cache().resource(name + ".onnx");
    UnpackedFiles.Maker maker =
        to -> {
          try (InputStream in = published.url().openStream()) {
            OnnxModel.optimize(in.readAllBytes(), to);
          }
        };
    Path file = cache().file(name, "optimized.ort", maker);
    return new Model(OnnxModel.load(file, firstToken), tokens, "", "");
  }
}
