package dev.kaiyuan.cli;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code shell}: many queries in one session, typed at a terminal or piped in, one a line. */
final class ShellCommand implements Command {
  /** Options that hold for a whole session. */
  static final List<String> ONLY_AT_START = List.of("--glossary", "--no-history");

  private final Call call;
  final SearchOptions options = new SearchOptions();
  private final GlossaryOption glossary = new GlossaryOption();
  private boolean noHistory;
  private @Nullable Options taken;

  ShellCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Options to) {
    options.declare(to);
    glossary.declare(to);
    to.add(() -> noHistory = true, "--no-history");
    taken = to;
  }

  @Override
  public Integer call() throws IOException {
    options.request("x", call.display().columns()); // A mistake in them is told once, not a line.
    IndexPlace place = IndexPlace.toSearch(call);
    if (place.canBeMade()) {
      IndexCommand.make(call, place);
    }
    try (ArticleSearcher searcher = place.open(glossary.translations(call))) {
      ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
      Session session = new Session(call, given(), searcher, locator);
      boolean typed = call.around().isInputTerminal() && call.around().isOutputTerminal();
      if (typed && !call.around().variable("TERM").equals("dumb")) {
        new SessionReader(call, searcher, !noHistory).read(session);
      } else {
        readLines(call, session);
      }
      return session.code();
    }
  }

  /** The options that were typed behind the command, which each line of the session starts from. */
  private List<String> given() {
    return taken == null ? List.of() : taken.typed();
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
