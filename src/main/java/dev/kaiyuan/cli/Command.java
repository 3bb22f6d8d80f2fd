package dev.kaiyuan.cli;

import java.io.IOException;

/** Does what a command of the program is for. */
interface Command {
  /** Something was found, or done. */
  int FOUND = 0;

  /** Nothing was found. */
  int NOTHING = 1;

  /** Wrong use, bad input or a failure. */
  int FAILED = 2;

  /**
   * Runs the command.
   *
   * @return the exit code
   * @throws CommandException if something is wrong that the person can put right
   * @throws IOException if reading or writing fails
   */
  int run(Call call) throws IOException;
}
