package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.TemporaryFolder;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.Choices;
import dev.kaiyuan.cli.option.ValueKind;
import dev.kaiyuan.eval.Evaluation;
import dev.kaiyuan.eval.TestCollection;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.output.EvaluationPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code eval}: the quality of the ranking, on a test collection. */
final class EvalCommand implements Command {
  private final Context context;
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;
  @Nullable String docs;
  @Nullable String run;
  Choices.OnOff translate = Choices.OnOff.ON;
  @Nullable Depth meaning;
  @Nullable String folder;

  EvalCommand(Context context) {
    this.context = context;
  }

  @Override
  public void declare(Arguments to) {
    to.option(
        ValueKind.oneOf(Choices.ReportFormat.class), "FORMAT", given -> format = given, "--format");
    to.option(ValueKind.FOLDER, "DIR", given -> docs = given, "--docs");
    to.option(ValueKind.FILE, "FILE", given -> run = given, "--run");
    to.option(
        ValueKind.oneOf(Choices.OnOff.class), "SWITCH", given -> translate = given, "--translate");
    to.option(
        "option.meaning-depth",
        ValueKind.oneOf(Depth.class),
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
    if (docs != null && context.shared().index != null) {
      throw new CommandException("error.eval-docs-or-index");
    }
    if (run != null && !Files.isDirectory(context.path(run).toAbsolutePath().getParent())) {
      throw new CommandException("error.run", "--run", context.path(run));
    }
    Evaluation evaluation = evaluate(context.path(folder));
    if (run != null) {
      try (BufferedWriter file = Files.newBufferedWriter(context.path(run))) {
        EvaluationPrinter.trecRun(evaluation, file);
      }
    }
    EvaluationPrinter printer = new EvaluationPrinter(context.display(), context.messages());
    if (format == Choices.ReportFormat.JSON) {
      printer.json(evaluation, context.out());
    } else {
      context.out().print(printer.text(evaluation));
    }
    return ExitCode.FOUND;
  }

  private Evaluation evaluate(Path asked) throws IOException {
    TestCollection collection = TestCollection.read(asked);
    if (context.shared().index != null) {
      return evaluate(collection, IndexLookup.toSearch(context));
    }
    Path documents = docs == null ? asked.resolve("docs") : context.path(docs);
    if (!Files.isDirectory(documents)) {
      throw new CommandException("error.eval-docs", documents);
    }
    try (TemporaryFolder folder = new TemporaryFolder()) {
      FolderLocation place = new FolderLocation(folder.path().resolve("index"), true, documents);
      context.say("eval.indexing", documents);
      new IndexUpdate(context, place).run(List.of(documents), IndexingOptions.REFRESH);
      if (meaning != null) {
        new IndexUpdate(context, place).embed(IndexingOptions.REFRESH.threads(), meaning);
      }
      return evaluate(collection, place);
    }
  }

  private Evaluation evaluate(TestCollection collection, IndexLocation place) throws IOException {
    try (ArticleSearcher searcher = place.open(null)) {
      return Evaluation.of(
          searcher,
          collection,
          request ->
              request.toBuilder()
                  .translate(translate == Choices.OnOff.ON)
                  .meaning(
                      meaning == Depth.OFF ? SearchRequest.Meaning.OFF : SearchRequest.Meaning.ON)
                  .build());
    }
  }
}
