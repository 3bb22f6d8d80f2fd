package dev.kaiyuan.cli;

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
 * A server that only answers commands: a process without a terminal, which ends when nothing was
 * asked for an hour, another has taken its place, or the program was updated.
 */
final class Background {
  private static final String IS_IT = "kaiyuan.background";
  private static final int IDLE_SECONDS = 3600;
  private static final long MOST_WAIT = 30_000_000_000L;
  private static final int REHEARSALS = 40;

  private final Call call;
  private final CommandRunner runner;

  Background(Call call, CommandRunner runner) {
    this.call = call;
    this.runner = runner;
  }

  /** Starts the process and waits until it answers, or is that process. */
  int start() throws IOException {
    Path place = Door.place(call);
    Path home = call.around().home();
    if (place == null || home == null) {
      throw new CommandException("error.background");
    }
    if (call.around().properties().get(IS_IT) != null) {
      return stay(place, home);
    }
    if (isAnswering(place)) {
      call.say("serve.background-already");
      return Call.FOUND;
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
    call.say("serve.background");
    return Call.FOUND;
  }

  private static boolean isAnswering(Path place) {
    try {
      long process = Meeting.read(place, Door.jar()).process();
      return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    } catch (IOException | NumberFormatException none) {
      return false;
    }
  }

  /** The same program once more, which no key of this terminal reaches. */
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
   * The JDK knows no arguments that are longer together than 4,096 bytes, as a class path may be.
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
    rehearse(home);
    Door door = Door.open(place, home, runner);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(door)));
    Object version = Files.getLastModifiedTime(Door.jar());
    long self = ProcessHandle.current().pid();
    while (door.idleSeconds() < IDLE_SECONDS
        && isAnswering(place)
        && Meeting.read(place, Door.jar()).process() == self
        && version.equals(Files.getLastModifiedTime(Door.jar()))) {
      pause(1000);
    }
    door.close();
    return Call.FOUND;
  }

  /** Does what people do most until the JVM has compiled it. */
  private void rehearse(Path home) {
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      Surroundings around = Surroundings.ofProcess();
      for (int i = 0; i < REHEARSALS; i++) {
        for (String query : List.of("开源许可证", "how to choose a license")) {
          String index = home.resolve("index").toString();
          runner.run(
              around, nowhere, nowhere, List.of("search", query, "--index", index, "--no-pager"));
        }
      }
    } catch (Exception unrehearsed) {
      // There is no index to rehearse with; the first answers take longer.
    }
  }

  /** The process ends: the file is of no use any more, and nobody is left to be told. */
  private static void closeQuietly(Door door) {
    try {
      door.close();
    } catch (IOException ending) {
      // As told above.
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
