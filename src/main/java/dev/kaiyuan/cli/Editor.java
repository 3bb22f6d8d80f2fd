package dev.kaiyuan.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Opens a file in the person's editor, at a line. */
final class Editor {
  private Editor() {}

  /** Opens {@code VISUAL}, else {@code EDITOR}, else vi, and waits until it is left. */
  static void open(Call call, Path file, int line) throws IOException {
    String editor = call.around().variable("VISUAL");
    if (editor.isEmpty()) {
      editor = call.around().variable("EDITOR");
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
    if (Foreground.run(builder, "") == 127) {
      throw new CommandException("error.editor", editor);
    }
  }
}
