package dev.kaiyuan.cli;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** {@code shell}: many queries in one session, typed at a terminal or piped in, one a line. */
final class ShellCommand implements Command {
  @Override
  public int run(Call call) throws IOException {
    call.expectNoOperands();
    IndexPlace place = IndexPlace.toSearch(call);
    if (place.canBeMade()) {
      call.say("index.making", place.directory(), place.corpus());
      IndexCommand.refresh(call, place);
    }
    try (ArticleSearcher searcher = place.open()) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      Session session = new Session(call, searcher, locator);
      boolean typed = call.around().isInputTerminal() && call.around().isOutputTerminal();
      if (typed && !call.around().variable("TERM").equals("dumb")) {
        new SessionReader(call, searcher).read(session);
      } else {
        readLines(call, session);
      }
      return session.hasFound() ? FOUND : NOTHING;
    }
  }

  private static void readLines(Call call, Session session) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(call.around().input(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!session.accept(line) || call.out().checkError()) {
        return;
      }
    }
  }
}
