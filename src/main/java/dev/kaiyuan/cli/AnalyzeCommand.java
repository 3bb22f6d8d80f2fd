package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.Pager;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.Choices;
import dev.kaiyuan.cli.option.ValueKind;
import dev.kaiyuan.output.AnalysisPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code analyze}: the tokens of a text, and why the text is split so. */
final class AnalyzeCommand implements Command {
  private final Context context;
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;
  List<String> words = new ArrayList<>();

  AnalyzeCommand(Context context) {
    this.context = context;
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
    AnalysisPrinter printer = new AnalysisPrinter(context.display(), context.messages(), known());
    if (format == Choices.ReportFormat.JSON) {
      printer.json(text, context.out());
    } else {
      Pager.show(context, printer.text(text));
    }
    return ExitCode.FOUND;
  }

  /** Returns the user dictionary of the index that a search would use, or the built-in one. */
  private UserDictionary known() throws IOException {
    IndexLocation place = IndexLookup.toRefresh(context);
    if (!place.named() && !place.exists()) {
      return UserDictionary.shipped();
    }
    try (ArticleSearcher searcher = place.openBriefly(null)) {
      return searcher.words();
    }
  }
}
