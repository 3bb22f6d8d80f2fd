package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.Translations;
import dev.kaiyuan.eval.Evaluation;
import dev.kaiyuan.eval.TestCollection;
import dev.kaiyuan.output.EvaluationPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** {@code eval}: how good the ranking is, by queries whose answers are known. */
final class EvalCommand implements Command {
  private final Call call;
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;
  @Nullable String run;
  boolean noTranslate;
  @Nullable String folder;

  EvalCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Options to) {
    to.add(Choices.ReportFormat.class, "FORMAT", typed -> format = typed, "--format");
    to.add(String.class, "FILE", typed -> run = typed, "--run");
    to.add(() -> noTranslate = true, "--no-translate");
    to.addOperand(String.class, "FOLDER", typed -> folder = typed);
  }

  @Override
  public Integer call() throws IOException {
    if (folder == null) {
      throw new CommandException("error.eval-what");
    }
    TestCollection collection = TestCollection.read(call.path(folder));
    Evaluation evaluation;
    try (ArticleSearcher searcher = IndexPlace.toSearch(call).open(Translations.builtIn())) {
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
