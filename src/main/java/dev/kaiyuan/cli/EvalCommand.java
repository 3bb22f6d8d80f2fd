package dev.kaiyuan.cli;

import dev.kaiyuan.eval.Evaluation;
import dev.kaiyuan.eval.TestCollection;
import dev.kaiyuan.output.EvaluationPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** {@code eval}: how good the ranking is, by queries whose answers are known. */
final class EvalCommand implements Command {
  @Override
  public int run(Call call) throws IOException {
    List<String> operands = call.arguments().operands();
    if (operands.size() != 1) {
      throw new CommandException("error.eval-what");
    }
    TestCollection collection = TestCollection.read(call.path(operands.get(0)));
    boolean translate = !call.arguments().has(Option.NO_TRANSLATE);
    Evaluation evaluation;
    try (ArticleSearcher searcher = IndexPlace.toSearch(call).open()) {
      evaluation = Evaluation.of(searcher, collection, request -> request.withTranslate(translate));
    }
    String run = call.arguments().value(Option.RUN);
    if (run != null) {
      try (BufferedWriter file = Files.newBufferedWriter(call.path(run))) {
        EvaluationPrinter.trecRun(evaluation, file);
      }
    }
    new EvaluationPrinter(call.display(), call.messages())
        .print(evaluation, call.arguments().value(Option.REPORT_FORMAT, "text"), call.out());
    return FOUND;
  }
}
