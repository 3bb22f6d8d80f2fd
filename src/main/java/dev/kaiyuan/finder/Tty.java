package dev.kaiyuan.finder;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.Signals;

/**
 * The terminal of the process, whatever its input and output are: {@code vim "$(kaiyuan find)"}
 * reads its output. JLine's terminal wants both to be the terminal, so {@code stty} is asked here.
 * Thread-safe.
 */
public final class Tty implements Closeable {
  private static final File DEVICE = new File("/dev/tty");

  /** Alternate screen, pastes in brackets, no wrapping at the last column. */
  private static final String ENTER = "\u001b[?1049h\u001b[?2004h\u001b[?7l\u001b[H\u001b[J";

  private static final String LEAVE =
      "\u001b[0m\u001b[H\u001b[J\u001b[?7h\u001b[?2004l\u001b[?1049l\u001b[?25h";

  private final InputStream in;
  private final OutputStream out;
  private final Charset charset;
  private final List<Row> shown = new ArrayList<>();
  private final Thread leaving = new Thread(this::leaveQuietly, "terminal");
  private int columns;
  private int rows;
  private String modes = "";
  private boolean isEntered;

  private Tty(Charset charset, int columns, int rows) throws IOException {
    in = new FileInputStream(DEVICE);
    out = new FileOutputStream(DEVICE);
    this.charset = charset;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Opens the terminal.
   *
   * @param columns its width, as far as is known; 0 to ask it
   * @param rows its height; 0 to ask it
   * @throws IOException if the process has none
   */
  public static Tty open(Charset charset, int columns, int rows) throws IOException {
    Tty tty = new Tty(charset, columns, rows);
    if (columns <= 0 || rows <= 0) {
      tty.measure();
    }
    return tty;
  }

  InputStream in() {
    return in;
  }

  Charset charset() {
    return charset;
  }

  synchronized int columns() {
    return columns;
  }

  synchronized int rows() {
    return rows;
  }

  /** Does something each time a signal comes: {@code WINCH}, {@code CONT}. */
  static Object on(String signal, Runnable then) {
    return Signals.register(signal, then);
  }

  static void off(String signal, Object before) {
    Signals.unregister(signal, before);
  }

  /** Asks how large the terminal is now. */
  synchronized void measure() throws IOException {
    String[] size = sh("stty size").split(" ");
    if (size.length == 2) {
      rows = Integer.parseInt(size[0]);
      columns = Integer.parseInt(size[1]);
    }
    if (columns <= 0 || rows <= 0) {
      columns = 80;
      rows = 24;
    }
  }

  /** Takes the whole screen, and each key as it is typed. */
  synchronized void enter() throws IOException {
    if (isEntered) {
      return;
    }
    Runtime.getRuntime().addShutdownHook(leaving);
    modes = sh("stty -g && stty -icanon -echo -isig -iexten -ixon -icrnl min 1 time 0");
    write(ENTER);
    isEntered = true;
    shown.clear();
  }

  /** Takes the screen again, after the program was stopped from outside and goes on. */
  synchronized void reenter() throws IOException {
    leave();
    enter();
  }

  /** Leaves the screen as it was. */
  synchronized void leave() throws IOException {
    if (isEntered) {
      restore();
      try {
        Runtime.getRuntime().removeShutdownHook(leaving);
      } catch (IllegalStateException e) {
        // The process is ending, and the screen is as it was.
      }
    }
  }

  private void restore() throws IOException {
    isEntered = false;
    write(LEAVE);
    sh("stty " + modes);
  }

  /** Runs when the process is told to end; then nobody is left to be told of a failure. */
  private synchronized void leaveQuietly() {
    try {
      if (isEntered) {
        restore();
      }
    } catch (IOException gone) {
      // So is the terminal.
    }
  }

  /** Lets the shell have the terminal until it gives it back. */
  synchronized void suspend() throws IOException {
    leave();
    sh("kill -TSTP 0");
    measure();
    enter();
  }

  /** Forgets what is on the screen, so that the next rows are all written. */
  synchronized void forget() {
    shown.clear();
  }

  /**
   * Shows rows from the top on, and writes those that changed. A row is written whole: a terminal
   * that takes a character for wider than it is spoils nothing beside it.
   *
   * @param cursor the column of the cursor in the first row, from 1
   */
  synchronized void show(List<Row> next, int cursor) throws IOException {
    if (!isEntered) {
      return;
    }
    StringBuilder bytes = new StringBuilder("\u001b[?25l");
    for (int r = 0; r < next.size(); r++) {
      Row row = next.get(r);
      if (r >= shown.size() || !shown.get(r).equals(row)) {
        // Erased first: after the last column there is nothing that the cursor could be on.
        at(bytes, r + 1, 1).append("\u001b[0m\u001b[K").append(row.left());
        if (row.at() > 0) {
          at(bytes, r + 1, row.at()).append(row.right());
        }
      }
    }
    at(bytes, 1, cursor).append("\u001b[0m\u001b[?25h");
    shown.clear();
    shown.addAll(next);
    write(bytes.toString());
  }

  private static StringBuilder at(StringBuilder bytes, int row, int column) {
    return bytes.append("\u001b[").append(row).append(';').append(column).append('H');
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(charset));
  }

  /** Runs a command of the shell at the terminal; returns the first line that it writes. */
  private static String sh(String command) throws IOException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .redirectInput(DEVICE)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(command);
    }
    return told.strip();
  }

  @Override
  public void close() throws IOException {
    leave();
    in.close();
    out.close();
  }
}
