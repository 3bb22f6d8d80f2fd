package dev.kaiyuan.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long does the finder take from a key to the screen? Queries are typed key by key at a
 * pseudo-terminal that {@code script} opens. Each time the finder has painted it shows the cursor
 * again: the first time with what was typed, the second with what was found, the third with the
 * article.
 */
final class FinderBenchmark {
  private static final byte[] PAINTED = "\u001b[?25h".getBytes(StandardCharsets.US_ASCII);
  private static final long QUIET = 120_000_000L;
  private static final long MOST_WAIT = 5_000_000_000L;
  private static final List<String> QUERIES =
      List.of(
          "开源许可证的选择",
          "Linux 内核调度",
          "如何安装 Python",
          "docker 容器网络",
          "how to choose a license",
          "systemd service",
          "命令行工具 awk",
          "raspberry pi 项目",
          "人工智能",
          "vim 编辑器插件");

  private final OutputStream keys;
  private final List<Long> painted = new ArrayList<>();

  private FinderBenchmark(Process script) {
    keys = script.getOutputStream();
    Thread reading = new Thread(() -> read(script.getInputStream()), "screen");
    reading.setDaemon(true);
    reading.start();
  }

  /**
   * Prints a table.
   *
   * @param args an index, and a query each for what else is typed
   */
  public static void main(String[] args) throws Exception {
    Contender.prepare();
    String command =
        "stty cols 160 rows 40; exec "
            + String.join(" ", Contender.kaiyuan("find", "--index", args[0]));
    ProcessBuilder builder = new ProcessBuilder("script", "-q", "-f", "-c", command, "/dev/null");
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("LC_ALL", "C.UTF-8");
    long start = System.nanoTime();
    Process script = builder.redirectErrorStream(true).start();
    new FinderBenchmark(script).run(start);
    script.destroy();
  }

  private void read(InputStream from) {
    byte[] buffer = new byte[1 << 16];
    int matched = 0;
    try {
      for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
        synchronized (this) {
          for (int i = 0; i < length; i++) {
            matched = buffer[i] == PAINTED[matched] ? matched + 1 : buffer[i] == PAINTED[0] ? 1 : 0;
            if (matched == PAINTED.length) {
              painted.add(System.nanoTime());
              matched = 0;
              notifyAll();
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(long start) throws IOException, InterruptedException {
    System.out.printf("%s%n%n", Machine.line());
    long first = paintings(1, start).getFirst();
    List<Long> opened = paintings(2, start);
    System.out.printf(
        Locale.ROOT,
        "start: screen after %.0f ms, articles after %.0f ms%n%n",
        (first - start) / 1e6,
        (opened.getLast() - start) / 1e6);
    List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (String query : QUERIES) {
      for (int key : query.codePoints().toArray()) {
        type(Character.toString(key), times);
      }
      type("\u0015", times);
    }
    System.out.printf(
        "| key to screen, %d keys | p50 ms | p99 ms | greatest |%n|---|---|---|---|%n",
        times.getFirst().size());
    print("what was typed", times.get(0));
    print("what was found", times.get(1));
    print("the article", times.get(2));
  }

  private void type(String key, List<List<Double>> times) throws IOException, InterruptedException {
    waitForQuiet();
    int before;
    synchronized (this) {
      before = painted.size();
    }
    long typed = System.nanoTime();
    keys.write(key.getBytes(StandardCharsets.UTF_8));
    keys.flush();
    paintings(before + 2, typed);
    waitForQuiet();
    synchronized (this) {
      for (int i = 0; i < 3 && before + i < painted.size(); i++) {
        times.get(i).add((painted.get(before + i) - typed) / 1e6);
      }
    }
  }

  private synchronized List<Long> paintings(int count, long since) throws InterruptedException {
    while (painted.size() < count) {
      long left = MOST_WAIT * 4 - (System.nanoTime() - since);
      if (left <= 0) {
        throw new IllegalStateException("painted " + painted.size() + " times, not " + count);
      }
      wait(left / 1_000_000 + 1);
    }
    return List.copyOf(painted);
  }

  private synchronized void waitForQuiet() throws InterruptedException {
    long last = painted.isEmpty() ? System.nanoTime() : painted.getLast();
    while (System.nanoTime() - last < QUIET) {
      wait(QUIET / 1_000_000);
      last = painted.isEmpty() ? last : painted.getLast();
    }
  }

  private static void print(String what, List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    int size = sorted.size();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f |%n",
        what,
        sorted.get(size / 2),
        sorted.get(size * 99 / 100),
        sorted.getLast());
  }
}
