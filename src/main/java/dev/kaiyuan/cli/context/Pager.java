package dev.kaiyuan.cli.context;

import dev.kaiyuan.document.text.DisplayWidth;
import java.io.IOException;

/**
 * Shows text that is longer than the screen with {@code PAGER}, else with {@code less}, as git
 * does.
 */
public final class Pager {
  private Pager() {}

  /** Writes a text to standard output, through a pager if it is longer than the screen. */
  public static void show(Context context, String text) throws IOException {
    String pager = context.environment().variables().getOrDefault("PAGER", "less");
    if (!isWanted(context, text) || pager.isBlank() || pager.equals("cat")) {
      context.out().print(text);
      return;
    }
    context.out().flush();
    String complaint = "kaiyuan: " + context.messages().text("error.pager", pager);
    if (!context.environment().pager().show(pager, text, complaint)) {
      context.err().println(complaint);
      context.out().print(text);
    }
  }

  private static boolean isWanted(Context context, String text) {
    int rows = context.environment().rows();
    return rows > 0
        && context.environment().isOutputTerminal()
        && !context.shared().noPager
        && isLonger(text, rows - 1, context.environment().columns());
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

  /** Skips a color ({@code ESC [ … m}) or a link ({@code ESC ] … ESC \}). */
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
