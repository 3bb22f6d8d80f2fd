package dev.kaiyuan.cli;

import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.SharedOptions;
import java.io.IOException;

/** A command of the program. */
interface Command {
  /** Declares its options and operands, beside the {@link SharedOptions}. */
  default void declare(Arguments to) {}

  /** Runs with the values that the options and operands were given; returns the exit code. */
  int run() throws IOException;
}
