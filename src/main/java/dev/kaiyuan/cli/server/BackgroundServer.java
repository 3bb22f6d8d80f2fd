package dev.kaiyuan.cli.server;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.Environment;
import dev.kaiyuan.cli.context.ExitCode;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server without a terminal that only runs commands. It ends after an hour without a command, or
 * when another server has taken its place, or when the program was updated.
 */
public final class BackgroundServer {
  private static final String IS_IT = "kaiyuan.background";
  private static final int IDLE_SECONDS = 3600;
  private static final long MOST_WAIT = 30_000_000_000L;
  private static final int WARM_UP_ROUNDS = 40;

  private final Context context;
  private final CommandRunner runner;

  public BackgroundServer(Context context, CommandRunner runner) {
    this.context = context;
    this.runner = runner;
  }

  /** Starts the server and waits until it accepts commands; in the server process, serves. */
  public int start() throws IOException {
    Path place = CommandServer.place(context);
    Path home = context.environment().home();
    if (place == null || home == null) {
      throw new CommandException("error.background");
    }
    if (context.environment().properties().get(IS_IT) != null) {
      return stay(place, home);
    }
    if (isAnswering(place)) {
      context.say("serve.background-already");
      return ExitCode.FOUND;
    }
    Process process = process();
    long start = System.nanoTime();
    while (!isAnswering(place)) {
      if (!process.isAlive() || System.nanoTime() - start > MOST_WAIT) {
        process.destroy();
        throw new CommandException("error.background");
      }
      pause(20);
    }
    context.say("serve.background");
    return ExitCode.FOUND;
  }

  private static boolean isAnswering(Path place) {
    try {
      long process = ServerFile.read(place, CommandServer.jar()).process();
      return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    } catch (IOException | NumberFormatException none) {
      return false;
    }
  }

  /** Starts this program once more, out of reach of the keys of this terminal. */
  private static Process process() throws IOException {
    ProcessHandle.Info self = ProcessHandle.current().info();
    List<String> arguments = arguments(self);
    if (self.command().isEmpty() || arguments.isEmpty()) {
      throw new CommandException("error.background");
    }
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh"));
    command.add(self.command().get());
    command.add("-D" + IS_IT + "=true");
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .directory(new File("/"))
        .redirectInput(new File("/dev/null"))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Returns the arguments of this process. The JDK does not give them if they exceed 4,096 bytes.
   */
  private static List<String> arguments(ProcessHandle.Info self) throws IOException {
    Path told = Path.of("/proc/self/cmdline");
    if (!Files.exists(told)) {
      return List.of(self.arguments().orElse(new String[0]));
    }
    Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    String[] all = new String(Files.readAllBytes(told), charset).split("\0", -1);
    return List.of(all).subList(1, all.length - 1);
  }

  private int stay(Path place, Path home) throws IOException {
    warmUp(home);
    CommandServer server = CommandServer.open(place, home, runner);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(server)));
    Object version = Files.getLastModifiedTime(CommandServer.jar());
    long self = ProcessHandle.current().pid();
    while (server.idleSeconds() < IDLE_SECONDS
        && isAnswering(place)
        && ServerFile.read(place, CommandServer.jar()).process() == self
        && version.equals(Files.getLastModifiedTime(CommandServer.jar()))) {
      pause(1000);
    }
    server.close();
    return ExitCode.FOUND;
  }

  /** Runs common searches until the JVM has compiled the code. */
  private void warmUp(Path home) {
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      Environment environment = Environment.ofProcess();
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        for (String query : List.of("开源许可证", "how to choose a license")) {
          String index = home.resolve("index").toString();
          runner.run(
              environment,
              nowhere,
              nowhere,
              List.of("search", query, "--index", index, "--no-pager"));
        }
      }
    } catch (Exception noIndex) {
      // There is no index to warm up with; the first answers take longer.
    }
  }

  /** The process ends, so a failure has nobody to be reported to. */
  private static void closeQuietly(CommandServer server) {
    try {
      server.close();
    } catch (IOException ending) {
      // See above.
    }
  }

  private static void pause(int milliseconds) throws IOException {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
