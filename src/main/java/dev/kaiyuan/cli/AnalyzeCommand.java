package dev.kaiyuan.cli;

import dev.kaiyuan.output.AnalysisPrinter;
import java.io.IOException;

/** {@code analyze}: into which words a text is cut, and why. */
final class AnalyzeCommand implements Command {
  @Override
  public int run(Call call) throws IOException {
    String text = String.join(" ", call.arguments().operands());
    if (text.isBlank()) {
      throw new CommandException("error.no-text");
    }
    AnalysisPrinter printer = new AnalysisPrinter(call.display(), call.messages());
    if (call.arguments().value(Option.REPORT_FORMAT, "text").equals("json")) {
      printer.json(text, call.out());
    } else {
      Pager.show(call, printer.text(text));
    }
    return FOUND;
  }
}
