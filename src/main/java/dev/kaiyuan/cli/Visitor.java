package dev.kaiyuan.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The program where a server runs and there is no shell that could ask it: asks, and where there is
 * no answer runs {@link Main}. Of few classes, none of them slow to load.
 */
final class Visitor {
  private static final int MOST_SILENCE = 200;

  private static final List<String> TOLD =
      List.of(
          "kaiyuan.stdin.terminal",
          "kaiyuan.stdout.terminal",
          "kaiyuan.stderr.terminal",
          "kaiyuan.columns",
          "kaiyuan.rows",
          "kaiyuan.locale");

  private Visitor() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    Map<String, String> variables = new HashMap<>();
    for (String name : Request.VARIABLES) {
      put(variables, name, System.getenv(name));
    }
    Map<String, String> properties = new HashMap<>();
    for (String name : TOLD) {
      put(properties, name, System.getProperty(name));
    }
    Visit visit =
        new Visit(
            Path.of(System.getProperty("kaiyuan.server")),
            MOST_SILENCE,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err));
    int code = visit.ask(Path.of("").toAbsolutePath(), properties, variables, List.of(args));
    if (code < 0 && !visit.isBroken()) {
      Main.main(args);
    } else if (code < 0) {
      boolean chinese = properties.getOrDefault("kaiyuan.locale", "").startsWith("zh");
      // As the launcher says it, which has no messages of Java's.
      System.err.println(
          chinese
              ? "kaiyuan：服务器回答到一半停了；请重试，或使用 --no-server"
              : "kaiyuan: the server stopped in the middle of its answer; try again, or with"
                  + " --no-server");
      System.exit(Call.FAILED);
    } else if (code > 0) {
      System.exit(code);
    }
  }

  private static void put(Map<String, String> to, String name, @Nullable String value) {
    if (value != null) {
      to.put(name, value);
    }
  }
}
