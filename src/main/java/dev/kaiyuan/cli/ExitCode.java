package dev.kaiyuan.cli;

/** The exit codes of the program. */
final class ExitCode {
  /** Something was found or done. */
  static final int FOUND = 0;

  /** Nothing was found. */
  static final int NOTHING = 1;

  /** Wrong use, bad input or a failure. */
  static final int FAILED = 2;

  private ExitCode() {}
}
