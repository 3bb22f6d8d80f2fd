package dev.kaiyuan.cli.server;

import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.Environment;
import dev.kaiyuan.cli.context.Failures;
import dev.kaiyuan.cli.option.FirstPass;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands for other processes of the same user, in a JVM that is warm. The output is the same
 * as without the server. A command that fails, or that needs its own process, is refused and then
 * runs by itself, so that errors are reported in one place only.
 */
public final class CommandServer implements Closeable {
  /** The commands that the server runs. */
  public static final List<String> ANSWERED =
      List.of("search", "similar", "show", "stats", "index");

  private static final int MOST_AT_ONCE = 8;
  private static final int MOST_WAITING = 1000;
  private static final int BEAT_EVERY = 50;
  private static final int SECONDS_FOR_A_REQUEST = 5;

  private final Path file;
  private final Object home;
  private final CommandRunner runner;
  private final Secret secret = Secret.make();
  private final ServerSocket socket;
  private final ExecutorService answering =
      Executors.newFixedThreadPool(MOST_AT_ONCE, CommandServer::thread);
  private final ScheduledExecutorService beating =
      Executors.newScheduledThreadPool(1, CommandServer::thread);
  private volatile long lastAsked = System.nanoTime();

  private CommandServer(Path file, Object home, CommandRunner runner) throws IOException {
    this.file = file;
    this.home = home;
    this.runner = runner;
    socket = new ServerSocket(0, MOST_WAITING, InetAddress.getLoopbackAddress());
  }

  /**
   * Starts a server.
   *
   * @param file the file in which clients look for it
   * @param home the folder of the program and its articles
   * @param runner runs the commands
   */
  public static CommandServer open(Path file, Object home, CommandRunner runner)
      throws IOException {
    CommandServer server = new CommandServer(file, home, runner);
    try {
      long process = ProcessHandle.current().pid();
      new ServerFile(server.socket.getLocalPort(), server.secret.text(), process)
          .write(file, jar());
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
    thread(server::listen).start();
    return server;
  }

  /** Returns the file in which the launcher looks for a server of this user, or null. */
  static @Nullable Path place(Context context) {
    Object told = context.environment().properties().get("kaiyuan.server");
    return told == null || told.toString().isEmpty() ? null : Path.of(told.toString());
  }

  /** Starts a server beside the HTTP server; if that fails, says so and returns null. */
  public static @Nullable CommandServer beside(Context context, CommandRunner runner) {
    Path place = place(context);
    Object home = context.environment().properties().get("kaiyuan.home");
    if (place == null || home == null) {
      return null;
    }
    try {
      return open(place, home, runner);
    } catch (IOException | UnsupportedOperationException e) {
      context.say("serve.no-door", Failures.explain(e, List.of(), context.messages()));
      return null;
    }
  }

  /** Returns the program's jar or folder of classes, which identifies its version. */
  public static Path jar() throws IOException {
    try {
      return Path.of(
          CommandServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "commands");
    thread.setDaemon(true);
    return thread;
  }

  /** Returns the seconds since the last command. */
  long idleSeconds() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - lastAsked);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        lastAsked = System.nanoTime();
        answering.execute(() -> receive(client));
      } catch (IOException closed) {
        // Closed by close(), or the client has gone.
      }
    }
  }

  /** A client that disconnects or does not know the secret gets no answer. */
  private void receive(Socket client) {
    try (client) {
      client.setSoTimeout(SECONDS_FOR_A_REQUEST * 1000);
      client.setTcpNoDelay(true);
      Request request = Request.read(client.getInputStream(), secret);
      Response response = new Response(client.getOutputStream());
      Thread worker = Thread.currentThread();
      ScheduledFuture<?> beat =
          beating.scheduleAtFixedRate(
              () -> beat(response, worker), 0, BEAT_EVERY, TimeUnit.MILLISECONDS);
      try {
        response.end(answer(request, response));
      } finally {
        beat.cancel(false);
        Thread.interrupted(); // The interrupt was for this client only.
      }
    } catch (IOException | RuntimeException gone) {
      // See above.
    }
  }

  /** Interrupts the command if the client has gone. */
  private static void beat(Response response, Thread worker) {
    try {
      response.beat();
    } catch (IOException gone) {
      worker.interrupt();
    }
  }

  private String answer(Request request, Response response) throws IOException {
    if (!isAnswered(request)) {
      return "-";
    }
    Map<String, String> properties = new HashMap<>(request.properties());
    properties.put("kaiyuan.home", home.toString());
    Environment environment =
        new Environment(
            request.variables(),
            properties,
            request.folder().toRealPath(),
            InputStream.nullInputStream(),
            response);
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(response.out(), 1 << 14), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(
            new BufferedOutputStream(response.err(), 1 << 14), false, StandardCharsets.UTF_8);
    try {
      return "x " + runner.run(environment, out, err, request.words());
    } catch (Exception | Error e) {
      return "-"; // The command then runs by itself, and reports the failure.
    }
  }

  private static boolean isAnswered(Request request) {
    List<String> words = request.words();
    String command = FirstPass.over(words).command();
    return command != null
        && ANSWERED.contains(command)
        && !words.contains("--watch")
        && !words.contains("--no-server")
        && !(command.equals("stats") && namesFolder(request));
  }

  /** Whether a path was typed. It would be shown as typed; here all paths are absolute. */
  private static boolean namesFolder(Request request) {
    return request.variables().getOrDefault("KAIYUAN_INDEX", "").startsWith("/")
        || request.words().stream().anyMatch(word -> word.contains("/"));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    if (isOwn()) {
      Files.deleteIfExists(file);
    }
    answering.shutdown();
    beating.shutdown();
  }

  /** Whether no other server has replaced the file. */
  private boolean isOwn() {
    try {
      return ServerFile.read(file, jar()).secret().equals(secret.text());
    } catch (IOException none) {
      return false;
    }
  }
}
