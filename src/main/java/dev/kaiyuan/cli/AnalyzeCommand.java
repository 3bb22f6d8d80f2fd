package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.UserDictionary;
import dev.kaiyuan.output.AnalysisPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyze}: into which words a text is cut, and why. */
@Command(name = "analyze")
final class AnalyzeCommand implements Callable<Integer> {
  @Mixin private final SharedOptions shared;
  private final Call call;

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.format")
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;

  @Parameters(arity = "0..*", paramLabel = "TEXT")
  List<String> words = new ArrayList<>();

  AnalyzeCommand(Call call) {
    this.call = call;
    shared = call.shared();
  }

  @Override
  public Integer call() throws IOException {
    String text = String.join(" ", words);
    if (text.isBlank()) {
      throw new CommandException("error.no-text");
    }
    AnalysisPrinter printer = new AnalysisPrinter(call.display(), call.messages(), known());
    if (format == Choices.ReportFormat.JSON) {
      printer.json(text, call.out());
    } else {
      Pager.show(call, printer.text(text));
    }
    return Call.FOUND;
  }

  /** The words of the index that a search would ask; without one, those that come along. */
  private UserDictionary known() throws IOException {
    IndexPlace place = IndexPlace.toSearch(call);
    if (!place.named() && !place.exists()) {
      return UserDictionary.shipped();
    }
    try (ArticleSearcher searcher = place.open()) {
      return searcher.words();
    }
  }
}
