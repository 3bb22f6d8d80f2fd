package dev.kaiyuan.cli;

import dev.kaiyuan.output.Display;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.output.Theme;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One call of the program: where answers go, and what all commands are told.
 *
 * @param out takes results
 * @param err takes everything else
 * @param around what the program finds around it
 * @param messages what is said to the person
 * @param shared the options that every command takes
 */
record Call(
    PrintStream out,
    PrintStream err,
    Surroundings around,
    Messages messages,
    SharedOptions shared) {
  /** Something was found, or done. */
  static final int FOUND = 0;

  /** Nothing was found. */
  static final int NOTHING = 1;

  /** Wrong use, bad input or a failure. */
  static final int FAILED = 2;

  /** Returns a path as it was typed, from the current folder. */
  Path path(String typed) {
    return around.folder().resolve(typed);
  }

  /**
   * Returns a file that an option names.
   *
   * @throws CommandException if it is none that can be read
   */
  Path file(String option, String typed) {
    Path file = path(typed);
    String problem =
        Files.isDirectory(file)
            ? "error.is-folder"
            : Files.isReadable(file) ? null : Files.exists(file) ? "error.denied" : "error.no-file";
    if (problem != null) {
      throw new CommandException("error.file", option, messages.text(problem, file));
    }
    return file;
  }

  /** Tells the person something on a line of its own. */
  void say(String key, Object... arguments) {
    err.println("kaiyuan: " + messages.text(key, arguments));
  }

  /** Refuses a number that is not between two others. */
  static void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new CommandException("error.number", option, least, most, value);
    }
  }

  /** Returns what standard output can show. */
  Display display() {
    boolean terminal = around.isOutputTerminal();
    Theme theme = theme(terminal);
    String term = around.variable("TERM");
    boolean colours = !theme.equals(Theme.NONE);
    boolean links = colours && terminal && !term.equals("dumb") && !term.equals("linux");
    return new Display(
        terminal ? around.columns() : Display.PLAIN.columns(),
        terminal ? around.rows() : 0,
        theme,
        links);
  }

  /** Returns the colours for what is shown on a terminal, or is written elsewhere. */
  Theme theme(boolean terminal) {
    return colours(terminal) ? Theme.named(shared.theme.toString()) : Theme.NONE;
  }

  private boolean colours(boolean terminal) {
    return switch (shared.color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          terminal
              && around.variable("NO_COLOR").isEmpty()
              && !around.variable("TERM").equals("dumb");
    };
  }
}
