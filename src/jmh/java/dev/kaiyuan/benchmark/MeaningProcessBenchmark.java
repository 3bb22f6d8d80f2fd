package dev.kaiyuan.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What does a search by meaning cost a new process, and one that asks a server which holds the
 * model? Asks a question with and without meaning in turn; shows the medians, and that of the
 * differences within pairs.
 */
final class MeaningProcessBenchmark {
  private static final int PAIRS = 15;

  /** Minutes and seconds of the user and of the system that the shell's children took. */
  private static final Pattern CHILDREN =
      Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

  private MeaningProcessBenchmark() {}

  /**
   * Prints a table.
   *
   * @param args a folder of articles, and a question
   */
  public static void main(String[] args) throws Exception {
    try (var scratch = new ScratchFolder()) {
      Contender.prepare();
      String index = scratch.path().resolve("index").toString();
      String folder = Path.of(args[0]).toRealPath().toString();
      Contender.milliseconds(
          Contender.kaiyuan("index", folder, "--index", index, "--meaning", "passages"));
      List<String> off =
          Contender.kaiyuan("search", args[1], "--index", index, "--meaning", "off");
      List<String> on = Contender.kaiyuan("search", args[1], "--index", index, "--meaning", "on");
      Path runtime = Files.createDirectory(scratch.path().resolve("run"));
      Map<String, String> server = Map.of("XDG_RUNTIME_DIR", runtime.toString());
      System.out.println("| a question, medians of " + PAIRS + " pairs | without | with meaning | median of the differences |");
      System.out.println("|---|---|---|---|");
      pairs("a new process, ms of the processor", () -> cpu(off, server), () -> cpu(on, server));
      Contender.milliseconds(Contender.kaiyuan("serve", "--background"), server);
      try {
        pairs(
            "a server asked, ms by the clock",
            () -> Contender.milliseconds(off, server),
            () -> Contender.milliseconds(on, server));
      } finally {
        ProgramBenchmark.stopServer(runtime);
      }
    }
  }

  private interface Time {
    double milliseconds() throws IOException, InterruptedException;
  }

  private static void pairs(String name, Time off, Time on) throws Exception {
    double[] without = new double[PAIRS];
    double[] with = new double[PAIRS];
    double[] longer = new double[PAIRS];
    for (int i = -2; i < PAIRS; i++) {
      int pair = Math.max(0, i);
      without[pair] = off.milliseconds();
      with[pair] = on.milliseconds();
      longer[pair] = with[pair] - without[pair];
    }
    for (double[] all : List.of(without, with, longer)) {
      Arrays.sort(all);
    }
    int middle = PAIRS / 2;
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f |%n",
        name,
        without[middle],
        with[middle],
        longer[middle]);
  }

  /** What a command and all that it starts take of the processor, in milliseconds. */
  private static double cpu(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> timed =
        new ArrayList<>(List.of("bash", "-c", "\"$@\" >/dev/null 2>&1; times", "bash"));
    timed.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(timed);
    builder.environment().putAll(environment);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Matcher children = CHILDREN.matcher(times);
    if (!children.find()) {
      throw new IOException("not what the shell's times prints: " + times);
    }
    double minutes = number(children, 1) + number(children, 3);
    return 1000 * (60 * minutes + number(children, 2) + number(children, 4));
  }

  private static double number(Matcher matcher, int group) {
    return Double.parseDouble(matcher.group(group));
  }
}
