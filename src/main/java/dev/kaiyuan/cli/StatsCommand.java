package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.Pager;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.Choices;
import dev.kaiyuan.cli.option.ValueKind;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.StatisticsPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;

/** {@code stats}: statistics of the index. */
final class StatsCommand implements Command {
  private final Context context;
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;

  StatsCommand(Context context) {
    this.context = context;
  }

  @Override
  public void declare(Arguments to) {
    to.option(
        ValueKind.oneOf(Choices.ReportFormat.class), "FORMAT", given -> format = given, "--format");
  }

  @Override
  public int run() throws IOException {
    IndexLocation place = IndexLookup.toSearch(context);
    try (ArticleSearcher searcher = place.openBriefly(null)) {
      ArticleLocator locator = place.locator(context);
      StatisticsPrinter printer =
          new StatisticsPrinter(
              context.display(), context.messages(), locator, place.shown(context));
      if (format == Choices.ReportFormat.JSON) {
        printer.json(searcher.statistics(), context.out());
      } else {
        Pager.show(context, printer.text(searcher.statistics()));
      }
      return ExitCode.FOUND;
    }
  }
}
