package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.Translations;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.StatisticsPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;

/** {@code stats}: what is in the index. */
final class StatsCommand implements Command {
  private final Call call;
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;

  StatsCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Arguments to) {
    to.option(
        ValueKind.oneOf(Choices.ReportFormat.class), "FORMAT", given -> format = given, "--format");
  }

  @Override
  public int run() throws IOException {
    IndexPlace place = IndexPlace.toSearch(call);
    try (ArticleSearcher searcher = place.openBriefly(Translations.builtIn())) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      StatisticsPrinter printer =
          new StatisticsPrinter(
              call.display(), call.messages(), locator, call.around().shown(place.directory()));
      if (format == Choices.ReportFormat.JSON) {
        printer.json(searcher.statistics(), call.out());
      } else {
        Pager.show(call, printer.text(searcher.statistics()));
      }
      return Call.FOUND;
    }
  }
}
