package dev.kaiyuan.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a process took, as the system tells it while the process runs.
 *
 * @param seconds by the clock
 * @param cpuSeconds of all processors, but for the last tenth of a second; 0 where the system does
 *     not tell
 * @param megabytes the most memory it had; likewise
 */
record MeasuredProcess(double seconds, double cpuSeconds, double megabytes) {
  private static final int MILLISECONDS_BETWEEN_LOOKS = 100;

  /** Runs a command to its end. */
  static MeasuredProcess of(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = Contender.start(command, Map.of());
    double memory = 0;
    Duration cpu = Duration.ZERO;
    while (!process.waitFor(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
      memory = Math.max(memory, peak(process));
      cpu = process.info().totalCpuDuration().filter(Duration::isPositive).orElse(cpu);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Contender.requireSuccess(command, process);
    return new MeasuredProcess(seconds, cpu.toMillis() / 1e3, memory);
  }

  /** Returns the most memory a process has had so far, in megabytes, where the system tells. */
  static double peak(Process process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1e3;
        }
      }
    } catch (IOException ended) {
      return 0;
    }
    return 0;
  }
}
