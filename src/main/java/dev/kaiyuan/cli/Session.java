package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.Failures;
import dev.kaiyuan.cli.option.Arguments;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.ParameterException;

/**
 * A session of the shell, line by line.
 *
 * <p>A line is a query unless it is one of the {@link SessionCommand}s. Options hold for the query
 * that they stand beside; alone on a line they stay set. A query that looks like a command goes
 * behind {@code search}.
 */
final class Session {
  private final SessionState state;
  private final Arguments start;
  private boolean failed;

  /**
   * Begins a session.
   *
   * @param start the options of the command that started it
   */
  Session(SessionState state, Arguments start) {
    this.state = state;
    this.start = start;
  }

  /** Returns the exit code: whether anything was found, or an index could not be read. */
  int code() {
    return failed ? ExitCode.FAILED : state.hasFound() ? ExitCode.FOUND : ExitCode.NOTHING;
  }

  SessionState state() {
    return state;
  }

  /** Returns the model of the options that a line may have. */
  static Arguments lineOptions(SearchOptions given) {
    Arguments options = new Arguments("shell");
    given.declare(options);
    return options;
  }

  /**
   * Does what a line says; neither a mistake in it nor a failure ends the session. Returns whether
   * to go on.
   */
  boolean accept(String line) {
    String typed = line.strip();
    if (typed.isEmpty()) {
      return true;
    }
    if (typed.equals("quit") || typed.equals("exit")) {
      return false;
    }
    try {
      perform(typed);
    } catch (CommandException | ParameterException | IllegalArgumentException e) {
      explain(e);
    } catch (IOException e) {
      // The index is damaged or gone: another may come in its place.
      failed = true;
      explain(e);
    }
    state.context().out().flush();
    state.context().err().flush();
    return true;
  }

  private void perform(String typed) throws IOException {
    SearchOptions options = state.options();
    Arguments known = lineOptions(options);
    SessionLine line = SessionLine.of(typed, known.spec(), start.spec());
    known.read(line.options());
    if (line.rest().isEmpty()) {
      state.set(options, line.options());
    } else {
      SessionCommand.perform(line.rest(), options, state);
    }
  }

  private void explain(Exception e) {
    Context context = state.context();
    context.err().println("kaiyuan: " + Failures.explain(e, List.of(), context.messages()));
  }
}
