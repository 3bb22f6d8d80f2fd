package dev.kaiyuan.cli;

import dev.kaiyuan.output.Display;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.output.Theme;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * One call of a command: what was typed, and where answers go.
 *
 * @param verb the command
 * @param arguments what was typed behind it
 * @param out takes results
 * @param err takes everything else
 * @param around what the program finds around it
 * @param messages what is said to the person
 */
record Call(
    Verb verb,
    Arguments arguments,
    PrintStream out,
    PrintStream err,
    Surroundings around,
    Messages messages) {

  /** Returns this call with other arguments. */
  Call with(Arguments others) {
    return new Call(verb, others, out, err, around, messages);
  }

  /** Returns a path as it was typed, from the current folder. */
  Path path(String typed) {
    return around.folder().resolve(typed);
  }

  /** Tells the person something on a line of its own. */
  void say(String key, Object... arguments) {
    err.println("kaiyuan: " + messages.text(key, arguments));
  }

  /** Refuses words behind a command that takes none. */
  void expectNoOperands() {
    if (!arguments.operands().isEmpty()) {
      throw new CommandException("error.operand", verb.word(), arguments.operands().get(0));
    }
  }

  /** Returns what standard output can show. */
  Display display() {
    boolean terminal = around.isOutputTerminal();
    boolean colours = colours(terminal);
    String term = around.variable("TERM");
    boolean links = colours && terminal && !term.equals("dumb") && !term.equals("linux");
    Theme theme = colours ? Theme.named(arguments.value(Option.THEME, "auto")) : Theme.NONE;
    return new Display(
        terminal ? around.columns() : Display.PLAIN.columns(),
        terminal ? around.rows() : 0,
        theme,
        links);
  }

  private boolean colours(boolean terminal) {
    return switch (arguments.value(Option.COLOR, "auto")) {
      case "always" -> true;
      case "never" -> false;
      default ->
          terminal
              && around.variable("NO_COLOR").isEmpty()
              && !around.variable("TERM").equals("dumb");
    };
  }
}
