package dev.kaiyuan.cli;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code shell}: many queries in one session, typed at a terminal or piped in, one a line. */
@Command(name = "shell")
final class ShellCommand implements Callable<Integer> {
  @Mixin private final SharedOptions shared;
  private final Call call;

  @Spec CommandSpec spec;
  @Mixin SearchOptions options = new SearchOptions();
  @Mixin GlossaryOption glossary = new GlossaryOption();

  ShellCommand(Call call) {
    this.call = call;
    shared = call.shared();
  }

  @Override
  public Integer call() throws IOException {
    IndexPlace place = IndexPlace.toSearch(call);
    if (place.canBeMade()) {
      call.say("index.making", place.directory(), place.corpus());
      IndexCommand.refresh(call, place);
    }
    try (ArticleSearcher searcher = place.open(glossary.translations(call))) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      Session session = new Session(call, given(), searcher, locator);
      boolean typed = call.around().isInputTerminal() && call.around().isOutputTerminal();
      if (typed && !call.around().variable("TERM").equals("dumb")) {
        new SessionReader(call, searcher).read(session);
      } else {
        readLines(call, session);
      }
      return session.hasFound() ? Call.FOUND : Call.NOTHING;
    }
  }

  /** The options that were typed behind the command, which each line of the session starts from. */
  private List<String> given() {
    return spec.commandLine().getParseResult().originalArgs();
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
