package dev.kaiyuan.cli;

import dev.kaiyuan.output.AnalysisPrinter;
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
  public void declare(Options to) {
    to.add(Choices.ReportFormat.class, "FORMAT", typed -> format = typed, "--format");
    to.addOperands("TEXT", words::add);
  }

  @Override
  public Integer call() throws IOException {
    String text = String.join(" ", words);
    if (text.isBlank()) {
      throw new CommandException("error.no-text");
    }
    AnalysisPrinter printer = new AnalysisPrinter(call.display(), call.messages());
    if (format == Choices.ReportFormat.JSON) {
      printer.json(text, call.out());
    } else {
      Pager.show(call, printer.text(text));
    }
    return Call.FOUND;
  }
}
