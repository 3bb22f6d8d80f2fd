package dev.kaiyuan.cli;

import java.io.IOException;

/** Where text that is longer than the screen is shown page by page. */
interface Screen {
  /** A pager that this process starts. */
  Screen OF_PROCESS =
      (pager, text, complaint) -> {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", pager);
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putIfAbsent("LESS", "FRX");
        builder.environment().putIfAbsent("LESSCHARSET", "utf-8");
        builder.environment().putIfAbsent("LV", "-c");
        try {
          return Foreground.run(builder, text) != 127;
        } catch (IOException e) {
          return false; // As where the shell has not found it.
        }
      };

  /**
   * Shows a text by a pager.
   *
   * @param complaint what is said where there is no such pager
   * @return whether that is cared for; else the text and the complaint are still to be written
   */
  boolean show(String pager, String text, String complaint) throws IOException;
}
