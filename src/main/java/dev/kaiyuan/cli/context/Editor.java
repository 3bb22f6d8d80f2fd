package dev.kaiyuan.cli.context;

import java.io.IOException;
import java.nio.file.Path;

/** Opens a file in the user's editor, at a line. */
public final class Editor {
  private Editor() {}

  /** Runs {@code VISUAL}, else {@code EDITOR}, else vi, and waits until it ends. */
  public static void open(Context context, Path file, int line) throws IOException {
    String editor = context.environment().variable("VISUAL");
    if (editor.isEmpty()) {
      editor = context.environment().variable("EDITOR");
    }
    if (editor.isEmpty()) {
      editor = "vi";
    }
    boolean colon = editor.startsWith("code") || editor.startsWith("subl");
    String place =
        colon
            ? (editor.startsWith("code") ? " -g " : " ") + ShellWords.quote(file + ":" + line)
            : " +" + line + " " + ShellWords.quote(file.toString());
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", editor + place).inheritIO();
    if (ForegroundProcess.run(builder, "") == 127) {
      throw new CommandException("error.editor", editor);
    }
  }
}
