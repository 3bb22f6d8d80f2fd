package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.Translations;
import dev.kaiyuan.eval.Evaluation;
import dev.kaiyuan.eval.TestCollection;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.output.EvaluationPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code eval}: how good the ranking is, by queries whose answers are known. */
final class EvalCommand implements Command {
  private final Call call;
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;
  @Nullable String docs;
  @Nullable String run;
  Choices.Switch translate = Choices.Switch.ON;
  Choices.@Nullable Depth meaning;
  @Nullable String folder;

  EvalCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Arguments to) {
    to.option(
        ValueKind.oneOf(Choices.ReportFormat.class), "FORMAT", given -> format = given, "--format");
    to.option(ValueKind.FOLDER, "DIR", given -> docs = given, "--docs");
    to.option(ValueKind.FILE, "FILE", given -> run = given, "--run");
    to.option(
        ValueKind.oneOf(Choices.Switch.class), "SWITCH", given -> translate = given, "--translate");
    to.option(
        "option.meaning-depth",
        ValueKind.oneOf(Choices.Depth.class),
        "DEPTH",
        given -> meaning = given,
        "--meaning");
    to.operand(ValueKind.FOLDER, "FOLDER", given -> folder = given);
  }

  @Override
  public int run() throws IOException {
    if (folder == null) {
      throw new CommandException("error.eval-what");
    }
    if (docs != null && call.shared().index != null) {
      throw new CommandException("error.eval-docs-or-index");
    }
    if (run != null && !Files.isDirectory(call.path(run).toAbsolutePath().getParent())) {
      throw new CommandException("error.run", "--run", call.path(run));
    }
    Evaluation evaluation = evaluate(call.path(folder));
    if (run != null) {
      try (BufferedWriter file = Files.newBufferedWriter(call.path(run))) {
        EvaluationPrinter.trecRun(evaluation, file);
      }
    }
    new EvaluationPrinter(call.display(), call.messages())
        .print(evaluation, format.toString(), call.out());
    return Call.FOUND;
  }

  private Evaluation evaluate(Path asked) throws IOException {
    TestCollection collection = TestCollection.read(asked);
    if (call.shared().index != null) {
      return evaluate(collection, IndexPlace.toSearch(call));
    }
    Path documents = docs == null ? asked.resolve("docs") : call.path(docs);
    if (!Files.isDirectory(documents)) {
      throw new CommandException("error.eval-docs", documents);
    }
    try (TemporaryFolder folder = new TemporaryFolder()) {
      IndexPlace place = new IndexPlace(folder.path().resolve("index"), true, documents);
      call.say("eval.indexing", documents);
      IndexCommand.refresh(call, place);
      if (meaning != null) {
        IndexCommand.embed(call, place, IndexingOptions.REFRESH.threads(), meaning.depth());
      }
      return evaluate(collection, place);
    }
  }

  private Evaluation evaluate(TestCollection collection, IndexPlace place) throws IOException {
    try (ArticleSearcher searcher = place.open(Translations.builtIn())) {
      return Evaluation.of(
          searcher,
          collection,
          request ->
              request.toBuilder()
                  .translate(translate == Choices.Switch.ON)
                  .meaning(
                      meaning == Choices.Depth.OFF
                          ? SearchRequest.Meaning.OFF
                          : SearchRequest.Meaning.ON)
                  .build());
    }
  }
}
