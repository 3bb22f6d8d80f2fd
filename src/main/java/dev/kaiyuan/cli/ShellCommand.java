package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code shell}: a session of many queries, typed or piped in, one per line. */
final class ShellCommand implements Command {
  private final Context context;
  private final SearchOptions options = new SearchOptions();
  private final GlossaryOption glossary = new GlossaryOption();
  private boolean noHistory;

  ShellCommand(Context context) {
    this.context = context;
  }

  @Override
  public void declare(Arguments to) {
    options.declare(to);
    glossary.declare(to);
    to.flag(() -> noHistory = true, "--no-history");
  }

  @Override
  public int run() throws IOException {
    options.check(); // Reported once, and not for each line.
    IndexLocation place = IndexLookup.toSearch(context);
    IndexUpdate.createIfNone(context, place);
    try (ArticleSearcher searcher = place.open(glossary.read(context))) {
      ArticleLocator locator = place.locator(context);
      SessionState state = new SessionState(context, searcher, locator, options);
      Session session = new Session(state, startOptions());
      boolean typed =
          context.environment().isInputTerminal() && context.environment().isOutputTerminal();
      if (typed && !context.environment().variable("TERM").equals("dumb")) {
        new SessionReader(context, searcher, !noHistory).read(session);
      } else {
        readLines(context, session);
      }
      return session.code();
    }
  }

  private Arguments startOptions() {
    Arguments start = new Arguments("shell");
    declare(start);
    context.shared().declare(start);
    return start;
  }

  private static void readLines(Context context, Session session) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(context.environment().input(), StandardCharsets.UTF_8));
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
