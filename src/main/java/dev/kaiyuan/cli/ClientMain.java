package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.server.Request;
import dev.kaiyuan.cli.server.ServerClient;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The main class if a server runs and no bash can send it the command: asks the server, and runs
 * {@link Main} if it does not answer. It loads few classes, so that it starts quickly.
 */
public final class ClientMain {
  private static final int MOST_SILENCE = 200;

  private static final List<String> TOLD =
      List.of(
          "kaiyuan.stdin.terminal",
          "kaiyuan.stdout.terminal",
          "kaiyuan.stderr.terminal",
          "kaiyuan.columns",
          "kaiyuan.rows",
          "kaiyuan.locale");

  private ClientMain() {}

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
    ServerClient client =
        new ServerClient(
            Path.of(System.getProperty("kaiyuan.server")),
            MOST_SILENCE,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err));
    int code = client.ask(Path.of("").toAbsolutePath(), properties, variables, List.of(args));
    if (code < 0 && !client.isBroken()) {
      Main.main(args);
    } else if (code < 0) {
      boolean chinese = properties.getOrDefault("kaiyuan.locale", "").startsWith("zh");
      // The same sentence as in ask.sh.
      System.err.println(
          chinese
              ? "kaiyuan：服务器回答到一半停了；请重试，或使用 --no-server"
              : "kaiyuan: the server stopped in the middle of its answer; try again, or with"
                  + " --no-server");
      System.exit(ExitCode.FAILED);
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
