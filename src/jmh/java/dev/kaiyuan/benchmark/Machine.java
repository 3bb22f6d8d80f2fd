package dev.kaiyuan.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** On what and when something was measured. */
final class Machine {
  private Machine() {}

  static String line() throws IOException {
    return "%s, %d cores, %s, Java %s, %s."
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            Runtime.version(),
            LocalDate.now());
  }

  private static String processor() throws IOException {
    Path about = Path.of("/proc/cpuinfo");
    for (String line : Files.exists(about) ? Files.readAllLines(about) : List.<String>of()) {
      if (line.startsWith("model name")) {
        return line.substring(line.indexOf(':') + 1).strip();
      }
    }
    return System.getProperty("os.arch");
  }
}
