package dev.kaiyuan.cli.context;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.utils.Signals;

/**
 * Runs a pager or an editor in the foreground of the terminal. The terminal sends Ctrl-C to both
 * processes; this one ignores it meanwhile, or the other would outlive it and read the keyboard.
 */
final class ForegroundProcess {
  private ForegroundProcess() {}

  /**
   * Runs a process and waits for it.
   *
   * @param input the standard input of the process
   * @return its exit code; 127 if the shell did not find the program
   */
  static int run(ProcessBuilder builder, String input) throws IOException {
    // Not SIG_IGN, which the other process would inherit.
    Object before = Signals.register("INT", () -> {});
    try {
      Process process = builder.start();
      feed(process, input);
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("waiting for another program was interrupted");
    } finally {
      Signals.unregister("INT", before);
    }
  }

  /** The process may end before it has read all; that is not a failure. */
  private static void feed(Process process, String text) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException left) {
      process.destroy();
    }
  }
}
