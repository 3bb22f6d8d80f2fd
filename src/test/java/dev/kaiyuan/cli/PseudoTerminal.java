package dev.kaiyuan.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A program at a pseudo-terminal, which {@code script} (util-linux) opens: keys go in, and what it
 * shows is seen on a {@link VirtualScreen}.
 */
final class PseudoTerminal implements AutoCloseable {
  private static final long MOST_WAIT = TimeUnit.SECONDS.toNanos(120);

  private final Process process;
  private final VirtualScreen screen;
  private final Path device;
  private final StringBuilder written = new StringBuilder();
  private String failure = "";
  private boolean isOver;

  PseudoTerminal(Path scratch, Map<String, String> variables, int columns, int rows, String command)
      throws IOException {
    screen = new VirtualScreen(columns, rows);
    device = Files.createTempFile(scratch, "tty", "");
    String prepare = "tty > '" + device + "'; stty cols " + columns + " rows " + rows + "; ";
    ProcessBuilder builder =
        new ProcessBuilder("script", "-q", "-f", "-e", "-c", prepare + command, "/dev/null")
            .directory(scratch.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(variables);
    builder.environment().put("SHELL", "/bin/sh");
    process = builder.start();
    Thread reading = new Thread(this::read, "screen");
    reading.setDaemon(true);
    reading.start();
  }

  private void read() {
    char[] buffer = new char[1 << 13];
    try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
        synchronized (this) {
          String text = new String(buffer, 0, length);
          written.append(text);
          screen.write(text);
          notifyAll();
        }
      }
    } catch (IOException | RuntimeException e) {
      synchronized (this) {
        failure = e.toString();
      }
    }
    synchronized (this) {
      isOver = true;
      notifyAll();
    }
  }

  /** Types keys in one burst. */
  PseudoTerminal type(String keys) {
    try {
      OutputStream in = process.getOutputStream();
      in.write(keys.getBytes(StandardCharsets.UTF_8));
      in.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the screen shows something. */
  synchronized PseudoTerminal until(Predicate<VirtualScreen> shown) throws InterruptedException {
    long start = System.nanoTime();
    while (!failure.isEmpty() || !shown.test(screen)) {
      long left = MOST_WAIT - (System.nanoTime() - start);
      if (left <= 0 || isOver || !failure.isEmpty()) {
        throw new AssertionError(
            (isOver ? "ended: " : "waited in vain: ") + failure + "\n" + screen);
      }
      wait(Math.max(1, left / 1_000_000));
    }
    return this;
  }

  PseudoTerminal until(String text) throws InterruptedException {
    return until(seen -> seen.toString().contains(text));
  }

  synchronized List<String> lines() {
    return screen.lines();
  }

  synchronized int cursorColumn() {
    return screen.cursorColumn();
  }

  synchronized boolean isAlternate() {
    return screen.isAlternate();
  }

  /** Everything that was written so far. */
  synchronized String written() {
    return written.toString();
  }

  PseudoTerminal resize(int columns, int rows) throws Exception {
    synchronized (this) {
      screen.resize(columns, rows);
    }
    List<String> stty =
        List.of(
            "stty",
            "-F",
            Files.readString(device).strip(),
            "cols",
            "" + columns,
            "rows",
            "" + rows);
    new ProcessBuilder(stty).inheritIO().start().waitFor();
    return this;
  }

  /** Waits until the program has ended; returns its exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(MOST_WAIT, TimeUnit.NANOSECONDS)) {
      throw new AssertionError("has not ended:\n" + this.lines());
    }
    synchronized (this) {
      while (!isOver) {
        wait();
      }
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
