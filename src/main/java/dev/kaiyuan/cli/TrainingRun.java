package dev.kaiyuan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The training run for the JVM's cache of classes: runs common commands. The launcher starts it
 * once, with shared options and, last, a folder of articles.
 */
final class TrainingRun {
  private TrainingRun() {}

  /** Runs the commands and discards their output. */
  public static void main(String[] args) throws IOException {
    try (var nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      run(nowhere, args, "--help");
      run(nowhere, args, "search", "开源许可证");
      run(nowhere, args, "search", "自由软件 -商业", "--color", "always");
      run(nowhere, args, "search", "\"open source\" licence", "--format", "json");
      run(nowhere, args, "search", "how to choose a license", "--lang", "en", "--no-pager");
    }
  }

  private static void run(PrintStream out, String[] options, String... command) throws IOException {
    String[] words = new String[command.length + options.length - 1];
    System.arraycopy(command, 0, words, 0, command.length);
    System.arraycopy(options, 0, words, command.length, options.length - 1);
    if (Main.run(out, out, words) != 0) {
      throw new IOException("kaiyuan " + String.join(" ", words) + " failed");
    }
  }
}
