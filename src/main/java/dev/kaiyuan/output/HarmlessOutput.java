package dev.kaiyuan.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Output that is for programs: as it is where one reads it, harmless where a terminal shows it. */
public final class HarmlessOutput {
  private HarmlessOutput() {}

  /** Something that prints. */
  public interface Printing {
    /** Prints to a stream. */
    void to(PrintStream out) throws IOException;
  }

  /**
   * Prints.
   *
   * @param terminal whether the stream is a terminal, which obeys what stands in names of files
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
        .forEach(line -> out.print(HarmlessText.of(line) + "\n"));
  }
}
