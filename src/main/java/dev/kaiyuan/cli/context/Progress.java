package dev.kaiyuan.cli.context;

import dev.kaiyuan.document.text.DisplayWidth;
import dev.kaiyuan.index.Change;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.index.MeaningProgress;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.output.Numbers;
import dev.kaiyuan.output.SanitizedText;
import java.io.PrintStream;

/** Shows the progress of indexing: a progress bar on a terminal, else a line every few seconds. */
public final class Progress implements IndexingProgress, AutoCloseable {
  private static final long BAR_EVERY = 100_000_000L;
  private static final long LINE_EVERY = 5_000_000_000L;
  private static final int BAR = 20;

  private final PrintStream err;
  private final Messages messages;
  private final boolean terminal;
  private final int columns;
  private int files;
  private int done;
  private long start = System.nanoTime();
  private long shown = start;
  private final Thread interrupted = new Thread(this::erase);
  private boolean isShown;
  private boolean isOver;

  private Progress(PrintStream err, Messages messages, boolean terminal, int columns) {
    this.err = err;
    this.messages = messages;
    this.terminal = terminal;
    this.columns = columns;
  }

  public static Progress on(Context context) {
    boolean terminal =
        context.environment().isErrorTerminal()
            && !context.environment().variable("TERM").equals("dumb");
    return new Progress(
        context.err(), context.messages(), terminal, context.environment().columns());
  }

  @Override
  public void started(int count, long bytes) {
    files += count;
    start = System.nanoTime();
    shown = start;
  }

  @Override
  public void done(Change change, long bytes) {
    done++;
    long now = System.nanoTime();
    if (now - shown < (terminal ? BAR_EVERY : LINE_EVERY) || done >= files) {
      return;
    }
    shown = now;
    double seconds = (now - start) / 1e9;
    double rate = done / seconds;
    String left = duration(Math.round((files - done) / rate));
    String state =
        messages.text(
            "index.progress",
            Numbers.grouped(done),
            Numbers.grouped(files),
            Numbers.grouped(Math.round(rate)),
            left);
    show(state, (double) done / files, change.path());
  }

  /** Returns the progress of embedding, measured in bytes of text. */
  public MeaningProgress ofMeaning() {
    return new MeaningProgress() {
      private long all;
      private long seen;
      private int vectors;

      @Override
      public void started(int articles, long bytes) {
        all = bytes;
        start = System.nanoTime();
        shown = start;
      }

      @Override
      public void done(String path, int passages, long bytes) {
        seen += bytes;
        vectors += passages;
        long now = System.nanoTime();
        if (now - shown < (terminal ? BAR_EVERY : LINE_EVERY) || seen == 0 || seen >= all) {
          return;
        }
        shown = now;
        double seconds = (now - start) / 1e9;
        String state =
            messages.text(
                "meaning.progress",
                Numbers.grouped(vectors),
                Numbers.grouped(Math.round(vectors / seconds)),
                duration(Math.round(seconds * (all - seen) / seen)));
        show(state, (double) seen / all, path);
      }
    };
  }

  private void show(String state, double share, String path) {
    if (terminal) {
      bar(state, share, SanitizedText.of(path));
    } else {
      err.println("kaiyuan: " + state);
      err.flush();
    }
  }

  private synchronized void bar(String state, double share, String path) {
    if (isOver) {
      return;
    }
    if (!isShown) {
      // Erases the bar on Ctrl-C.
      Runtime.getRuntime().addShutdownHook(interrupted);
    }
    StringBuilder line = new StringBuilder("\r\u001b[K");
    int filled = (int) (BAR * share);
    for (int i = 0; i < BAR; i++) {
      line.append(i < filled ? '█' : '░');
    }
    line.append(' ').append(state);
    int room = columns - 1 - BAR - 1 - DisplayWidth.of(state) - 2;
    if (room > 10) {
      line.append("  ").append(tail(path, room));
    }
    err.print(line);
    err.flush();
    isShown = true;
  }

  /** Shortens a path at its beginning: its end says more. */
  private static String tail(String path, int room) {
    int start = path.length();
    int width = 1;
    while (start > 0) {
      int c = path.codePointBefore(start);
      width += DisplayWidth.of(c);
      if (width > room) {
        return "…" + path.substring(start);
      }
      start -= Character.charCount(c);
    }
    return path;
  }

  private static String duration(long seconds) {
    String rest = Long.toString(100 + seconds % 60).substring(1);
    return seconds / 60 + ":" + rest;
  }

  @Override
  public void close() {
    if (erase()) {
      try {
        Runtime.getRuntime().removeShutdownHook(interrupted);
      } catch (IllegalStateException ending) {
        // The hook runs already.
      }
    }
  }

  /** Erases the bar; returns whether it was shown. */
  private synchronized boolean erase() {
    if (isShown && !isOver) {
      err.print("\r\u001b[K");
      err.flush();
    }
    isOver = true;
    return isShown;
  }
}
