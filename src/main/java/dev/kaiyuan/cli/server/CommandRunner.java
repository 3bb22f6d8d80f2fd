package dev.kaiyuan.cli.server;

import dev.kaiyuan.cli.context.Environment;
import java.io.PrintStream;
import java.util.List;

/** Runs command lines in this process for other processes. */
public interface CommandRunner {
  /**
   * Runs a command line.
   *
   * @return the exit code
   * @throws Exception if it fails; then nothing was said about the failure
   */
  int run(Environment environment, PrintStream out, PrintStream err, List<String> words)
      throws Exception;
}
