package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.option.Choices;
import dev.kaiyuan.index.MeaningReport;
import dev.kaiyuan.index.Report;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.output.Numbers;
import dev.kaiyuan.output.ReportPrinter;
import dev.kaiyuan.output.SanitizedOutput;
import java.io.IOException;
import java.io.PrintStream;

/** Prints the report of an indexing run, in the format asked for. */
final class IndexOutput {
  private final Context context;
  private final PrintStream out;
  private final boolean terminal;
  private final Choices.ReportFormat format;
  private final ReportPrinter printer;

  private IndexOutput(
      Context context,
      PrintStream out,
      boolean terminal,
      Choices.ReportFormat format,
      boolean dryRun) {
    this.context = context;
    this.out = out;
    this.terminal = terminal;
    this.format = format;
    this.printer = new ReportPrinter(context.display(), context.messages(), dryRun);
  }

  /** Prints to standard output, as the result of the command. */
  static IndexOutput of(Context context, Choices.ReportFormat format, boolean dryRun) {
    return new IndexOutput(
        context, context.out(), context.environment().isOutputTerminal(), format, dryRun);
  }

  /** Prints to standard error, beside the result of the command. */
  static IndexOutput beside(Context context) {
    return new IndexOutput(context, context.err(), false, Choices.ReportFormat.TEXT, false);
  }

  void print(Report report) throws IOException {
    if (format == Choices.ReportFormat.JSON) {
      SanitizedOutput.print(to -> printer.json(report, to), terminal, out);
    } else {
      out.print(printer.text(report));
    }
    out.flush();
  }

  /** Prints which vectors were made, if any. */
  void print(MeaningReport report) {
    if (format == Choices.ReportFormat.TEXT && report.articles() > 0) {
      boolean off = report.depth() == Depth.OFF;
      out.println(
          context
              .messages()
              .text(
                  off ? "meaning.removed" : "meaning.embedded",
                  Numbers.grouped(report.articles()),
                  Numbers.grouped(report.passages()),
                  Numbers.decimal(report.took().toMillis() / 1000.0, 2)));
      out.flush();
    }
  }
}
