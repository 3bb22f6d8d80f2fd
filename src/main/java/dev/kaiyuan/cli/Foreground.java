package dev.kaiyuan.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.utils.Signals;

/**
 * Lets another program have the terminal until it ends: a pager, an editor. Ctrl-C, which the
 * terminal sends to both, is the other program's alone meanwhile; it would otherwise outlive this
 * one and go on reading the keyboard.
 */
final class Foreground {
  private Foreground() {}

  /**
   * Runs a command line by the shell.
   *
   * @param input what the program reads
   * @return its exit code; 127 where there is no such program
   */
  static int run(ProcessBuilder builder, String input) throws IOException {
    // A handler that does nothing, and not SIG_IGN, which the other program would inherit.
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

  /** A program that is left early takes no more; that is no failure. */
  private static void feed(Process process, String text) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException left) {
      process.destroy();
    }
  }
}
