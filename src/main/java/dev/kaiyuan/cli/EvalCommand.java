package dev.kaiyuan.cli;

import dev.kaiyuan.eval.Evaluation;
import dev.kaiyuan.eval.TestCollection;
import dev.kaiyuan.output.EvaluationPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eval}: how good the ranking is, by queries whose answers are known. */
@Command(name = "eval")
final class EvalCommand implements Callable<Integer> {
  @Mixin private final SharedOptions shared;
  private final Call call;

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.format")
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;

  @Option(names = "--run", paramLabel = "FILE", descriptionKey = "option.run")
  @Nullable String run;

  @Option(names = "--no-translate", descriptionKey = "option.no-translate")
  boolean noTranslate;

  @Parameters(arity = "0..1", paramLabel = "FOLDER")
  @Nullable String folder;

  EvalCommand(Call call) {
    this.call = call;
    shared = call.shared();
  }

  @Override
  public Integer call() throws IOException {
    if (folder == null) {
      throw new CommandException("error.eval-what");
    }
    TestCollection collection = TestCollection.read(call.path(folder));
    Evaluation evaluation;
    try (ArticleSearcher searcher = IndexPlace.toSearch(call).open()) {
      evaluation =
          Evaluation.of(searcher, collection, request -> request.withTranslate(!noTranslate));
    }
    if (run != null) {
      try (BufferedWriter file = Files.newBufferedWriter(call.path(run))) {
        EvaluationPrinter.trecRun(evaluation, file);
      }
    }
    new EvaluationPrinter(call.display(), call.messages())
        .print(evaluation, format.toString(), call.out());
    return Call.FOUND;
  }
}
