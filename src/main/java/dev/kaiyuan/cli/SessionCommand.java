package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.output.Columns;
import java.io.IOException;
import java.util.Locale;

/**
 * The commands of a session. What begins with the name of one, but does not have an operand that it
 * takes, is a query.
 */
enum SessionCommand {
  SEARCH(Operand.TEXT, (state, operand, options) -> state.search(operand, options)),
  SHOW(Operand.ARTICLE, (state, operand, options) -> state.show(operand)),
  OPEN(Operand.ARTICLE, (state, operand, options) -> state.open(operand)),
  SIMILAR(Operand.ARTICLE, SessionState::similar),
  MORE(Operand.NONE, (state, operand, options) -> state.more()),
  FILTERS(
      Operand.NONE, (state, operand, options) -> state.context().err().println(state.filters())),
  CLEAR(Operand.NONE, (state, operand, options) -> state.clear()),
  HELP(Operand.NONE, (state, operand, options) -> help(state.context()));

  private enum Operand {
    NONE,
    ARTICLE,
    TEXT
  }

  private interface Action {
    void run(SessionState state, String operand, SearchOptions options) throws IOException;
  }

  private final Operand operand;
  private final Action action;

  SessionCommand(Operand operand, Action action) {
    this.operand = operand;
    this.action = action;
  }

  /** Returns the name as it is typed. */
  String typed() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Does what a line says.
   *
   * @param line a command with its operand, the number of a hit, or a query
   * @param options the options that hold for the line
   */
  static void perform(String line, SearchOptions options, SessionState state) throws IOException {
    if (state.isHit(line)) {
      state.show(line);
      return;
    }
    int space = line.indexOf(' ');
    String name = space < 0 ? line : line.substring(0, space);
    String rest = space < 0 ? "" : line.substring(space + 1).strip();
    for (SessionCommand command : values()) {
      boolean isNamed = command.typed().equals(name) || command == HELP && name.equals("?");
      if (isNamed && command.takes(rest, state)) {
        command.action.run(state, rest, options);
        return;
      }
      if (isNamed && command.operand == Operand.ARTICLE && SessionState.isNumber(rest)) {
        throw new CommandException("error.no-hit", rest, line);
      }
    }
    state.search(line, options);
  }

  private boolean takes(String typed, SessionState state) throws IOException {
    return switch (operand) {
      case NONE -> typed.isEmpty();
      case ARTICLE -> state.isArticle(typed);
      case TEXT -> !typed.isEmpty();
    };
  }

  private static void help(Context context) {
    Columns page = new Columns(context.display().columns(), context.display().theme());
    for (String key :
        new String[] {"query", "number", "similar", "open", "more", "filter", "clear", "quit"}) {
      page.row(
          context.messages().text("shell." + key + "-typed"),
          context.messages().text("shell." + key));
    }
    context.err().print(page.flush());
  }
}
