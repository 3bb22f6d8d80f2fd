package dev.kaiyuan.cli;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code shell}: many queries in one session, typed at a terminal or piped in, one a line. */
final class ShellCommand implements Command {
  private final Call call;
  private final SearchOptions options = new SearchOptions();
  private final GlossaryOption glossary = new GlossaryOption();
  private boolean noHistory;

  ShellCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Arguments to) {
    options.declare(to);
    glossary.declare(to);
    to.flag(() -> noHistory = true, "--no-history");
  }

  @Override
  public int run() throws IOException {
    options.check(); // A mistake in them is told once, and not for each line.
    IndexPlace place = IndexPlace.toSearch(call);
    if (place.canBeMade()) {
      IndexCommand.make(call, place);
    }
    try (ArticleSearcher searcher = place.open(glossary.translations(call))) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      SessionState state = new SessionState(call, searcher, locator, options);
      Session session = new Session(state, startOptions());
      boolean typed = call.around().isInputTerminal() && call.around().isOutputTerminal();
      if (typed && !call.around().variable("TERM").equals("dumb")) {
        new SessionReader(call, searcher, !noHistory).read(session);
      } else {
        readLines(call, session);
      }
      return session.code();
    }
  }

  private Arguments startOptions() {
    Arguments start = new Arguments("shell");
    declare(start);
    call.shared().declare(start);
    return start;
  }

  private static void readLines(Call call, Session session) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(call.around().input(), StandardCharsets.UTF_8));
    for (String line = next(lines); line != null && session.accept(line); ) {
      line = next(lines);
    }
  }

  private static @Nullable String next(BufferedReader lines) {
    try {
      return lines.readLine();
    } catch (IOException e) {
      throw new CommandException("error.input", e.getMessage()).because(e);
    }
  }
}
