package dev.kaiyuan.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Output for programs: unchanged in a pipe or a file, sanitized on a terminal. */
public final class SanitizedOutput {
  private SanitizedOutput() {}

  /** Writes output. */
  public interface Printing {
    /** Writes to a stream. */
    void to(PrintStream out) throws IOException;
  }

  /**
   * Prints.
   *
   * @param terminal whether the stream is a terminal, which obeys control characters in file names
   */
  public static void print(Printing printing, boolean terminal, PrintStream out)
      throws IOException {
    if (!terminal) {
      printing.to(out);
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream whole = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      printing.to(whole);
    }
    bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> out.print(SanitizedText.of(line) + "\n"));
  }
}
