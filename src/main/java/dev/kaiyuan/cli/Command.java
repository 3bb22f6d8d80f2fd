package dev.kaiyuan.cli;

import java.util.concurrent.Callable;

/** A command of the program; returns the exit code. */
interface Command extends Callable<Integer> {
  /** Says what it takes beside the {@link SharedOptions}. */
  default void declare(Options to) {}
}
