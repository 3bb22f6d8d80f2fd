package dev.kaiyuan.cli.context;

import java.io.IOException;

/** Runs the pager. */
public interface PagerRunner {
  /** Starts the pager from this process. */
  PagerRunner OF_PROCESS =
      (pager, text, complaint) -> {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", pager);
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putIfAbsent("LESS", "FRX");
        builder.environment().putIfAbsent("LESSCHARSET", "utf-8");
        builder.environment().putIfAbsent("LV", "-c");
        try {
          return ForegroundProcess.run(builder, text) != 127;
        } catch (IOException e) {
          return false; // As if the shell had not found it.
        }
      };

  /**
   * Shows a text with a pager.
   *
   * @param complaint the message if there is no such pager
   * @return whether the text was shown; else the caller writes the text and the message
   */
  boolean show(String pager, String text, String complaint) throws IOException;
}
