package dev.kaiyuan.cli;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.StatisticsPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stats}: what is in the index. */
@Command(name = "stats")
final class StatsCommand implements Callable<Integer> {
  @Mixin private final SharedOptions shared;
  private final Call call;

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.format")
  Choices.ReportFormat format = Choices.ReportFormat.TEXT;

  StatsCommand(Call call) {
    this.call = call;
    shared = call.shared();
  }

  @Override
  public Integer call() throws IOException {
    IndexPlace place = IndexPlace.toSearch(call);
    try (ArticleSearcher searcher = place.open()) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      StatisticsPrinter printer =
          new StatisticsPrinter(call.display(), call.messages(), locator, place.directory());
      if (format == Choices.ReportFormat.JSON) {
        printer.json(searcher.statistics(), call.out());
      } else {
        Pager.show(call, printer.text(searcher.statistics()));
      }
      return Call.FOUND;
    }
  }
}
