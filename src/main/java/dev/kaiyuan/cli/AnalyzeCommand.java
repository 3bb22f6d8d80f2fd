package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.Translations;
import dev.kaiyuan.analysis.UserDictionary;
import dev.kaiyuan.output.AnalysisPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code analyze}: into which words a text is cut, and why. */
final class AnalyzeCommand implements Command {
  private final Call call;
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;
  List<String> words = new ArrayList<>();

  AnalyzeCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Arguments to) {
    to.option(
        ValueKind.oneOf(Choices.ReportFormat.class), "FORMAT", given -> format = given, "--format");
    to.operands(ValueKind.TEXT, "TEXT", words::add);
  }

  @Override
  public int run() throws IOException {
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
    IndexPlace place = IndexPlace.toRefresh(call);
    if (!place.named() && !place.exists()) {
      return UserDictionary.shipped();
    }
    try (ArticleSearcher searcher = place.openBriefly(Translations.builtIn())) {
      return searcher.words();
    }
  }
}
