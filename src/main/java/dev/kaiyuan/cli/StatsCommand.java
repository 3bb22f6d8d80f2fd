package dev.kaiyuan.cli;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.StatisticsPrinter;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;

/** {@code stats}: what is in the index. */
final class StatsCommand implements Command {
  @Override
  public int run(Call call) throws IOException {
    call.expectNoOperands();
    IndexPlace place = IndexPlace.toSearch(call);
    try (ArticleSearcher searcher = place.open()) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      StatisticsPrinter printer =
          new StatisticsPrinter(call.display(), call.messages(), locator, place.directory());
      if (call.arguments().value(Option.REPORT_FORMAT, "text").equals("json")) {
        printer.json(searcher.statistics(), call.out());
      } else {
        Pager.show(call, printer.text(searcher.statistics()));
      }
      return FOUND;
    }
  }
}
