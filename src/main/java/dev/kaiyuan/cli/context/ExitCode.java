package dev.kaiyuan.cli.context;

/** The exit codes of the program. */
public final class ExitCode {
  /** Something was found or done. */
  public static final int FOUND = 0;

  /** Nothing was found. */
  public static final int NOTHING = 1;

  /** Wrong use, bad input or a failure. */
  public static final int FAILED = 2;

  private ExitCode() {}
}
