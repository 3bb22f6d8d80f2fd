package dev.kaiyuan.cli;

import dev.kaiyuan.search.DisplayWidth;
import java.io.IOException;

/**
 * Shows text that is longer than the screen page by page, as git does: with {@code PAGER}, else
 * {@code less}, which is told to keep colours and to leave the text on the screen.
 */
final class Pager {
  private Pager() {}

  /** Writes a text to standard output, through a pager where that helps. */
  static void show(Call call, String text) throws IOException {
    String pager = call.around().variables().getOrDefault("PAGER", "less");
    if (!isWanted(call, text) || pager.isBlank() || pager.equals("cat")) {
      call.out().print(text);
      return;
    }
    call.out().flush();
    String complaint = "kaiyuan: " + call.messages().text("error.pager", pager);
    if (!call.around().screen().show(pager, text, complaint)) {
      call.err().println(complaint);
      call.out().print(text);
    }
  }

  private static boolean isWanted(Call call, String text) {
    int rows = call.around().rows();
    return rows > 0
        && call.around().isOutputTerminal()
        && !call.shared().noPager
        && isLonger(text, rows - 1, call.around().columns());
  }

  private static boolean isLonger(String text, int rows, int columns) {
    int used = 0;
    for (int start = 0; start < text.length() && used <= rows; ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int width = end - start <= columns / 2 ? 0 : visibleWidth(text, start, end);
      used += Math.max(1, (width + columns - 1) / columns);
      start = end + 1;
    }
    return used > rows;
  }

  private static int visibleWidth(String text, int start, int end) {
    int width = 0;
    for (int p = start; p < end; ) {
      int c = text.codePointAt(p);
      p += Character.charCount(c);
      if (c == 0x1B) {
        p = behindSequence(text, p, end);
      } else {
        width += DisplayWidth.of(c);
      }
    }
    return width;
  }

  /** Passes over a colour ({@code ESC [ … m}) or a link ({@code ESC ] … ESC \}). */
  private static int behindSequence(String text, int start, int end) {
    boolean colour = text.charAt(start) == '[';
    for (int p = start + 1; p < end; p++) {
      char c = text.charAt(p);
      if (colour ? c == 'm' : c == '\\' && text.charAt(p - 1) == '\u001b') {
        return p + 1;
      }
    }
    return end;
  }
}
