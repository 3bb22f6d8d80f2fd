package dev.kaiyuan.cli.context;

import dev.kaiyuan.cli.option.SharedOptions;
import dev.kaiyuan.output.Display;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.output.Theme;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The context of a command: its output streams, its environment and the shared options.
 *
 * @param out takes results
 * @param err takes everything else
 * @param environment the environment of the program
 * @param messages the messages in the language of the user
 * @param shared the options that every command takes
 */
public record Context(
    PrintStream out,
    PrintStream err,
    Environment environment,
    Messages messages,
    SharedOptions shared) {
  /** Resolves a typed path against the current folder. */
  public Path path(String typed) {
    return environment.folder().resolve(typed);
  }

  /**
   * Resolves the value of an option to a readable file.
   *
   * @throws CommandException if there is no such file, or it cannot be read
   */
  public Path file(String option, String typed) {
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

  /** Writes a message to standard error, on its own line. */
  public void say(String key, Object... arguments) {
    err.println("kaiyuan: " + messages.text(key, arguments));
  }

  /** Checks that the value of an option is in a range. */
  public static void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new CommandException("error.number", option, least, most, value);
    }
  }

  /** Returns the capabilities of standard output. */
  public Display display() {
    boolean terminal = environment.isOutputTerminal();
    Theme theme = theme(terminal);
    String term = environment.variable("TERM");
    boolean colours = !theme.equals(Theme.NONE);
    boolean links = colours && terminal && !term.equals("dumb") && !term.equals("linux");
    return new Display(
        terminal ? environment.columns() : Display.PLAIN.columns(),
        terminal ? environment.rows() : 0,
        theme,
        links);
  }

  /** Returns the colors for output to a terminal, or to something else. */
  public Theme theme(boolean terminal) {
    return colours(terminal) ? Theme.named(shared.theme.name()) : Theme.NONE;
  }

  private boolean colours(boolean terminal) {
    return switch (shared.color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          terminal
              && environment.variable("NO_COLOR").isEmpty()
              && !environment.variable("TERM").equals("dumb");
    };
  }
}
