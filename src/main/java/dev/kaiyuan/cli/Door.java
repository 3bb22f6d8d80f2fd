package dev.kaiyuan.cli;

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
 * Answers commands of this person's other processes, each as it would by itself, in a JVM that has
 * long begun. A command that fails, or does what only its own process can, is sent away to run by
 * itself, so that whatever is wrong is said by one program only.
 */
final class Door implements Closeable {
  /** The commands that are answered. */
  static final List<String> ANSWERED = List.of("search", "similar", "show", "stats", "index");

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
      Executors.newFixedThreadPool(MOST_AT_ONCE, Door::thread);
  private final ScheduledExecutorService beating =
      Executors.newScheduledThreadPool(1, Door::thread);
  private volatile long lastAsked = System.nanoTime();

  private Door(Path file, Object home, CommandRunner runner) throws IOException {
    this.file = file;
    this.home = home;
    this.runner = runner;
    socket = new ServerSocket(0, MOST_WAITING, InetAddress.getLoopbackAddress());
  }

  /**
   * Opens the door.
   *
   * @param file where commands look for it
   * @param home where the articles lie that come with the program
   * @param runner runs the commands
   */
  static Door open(Path file, Object home, CommandRunner runner) throws IOException {
    Door door = new Door(file, home, runner);
    try {
      long process = ProcessHandle.current().pid();
      new Meeting(door.socket.getLocalPort(), door.secret.text(), process).write(file, jar());
    } catch (IOException | RuntimeException e) {
      door.close();
      throw e;
    }
    thread(door::listen).start();
    return door;
  }

  /** Where the launcher looks for a server of this person, or null where it does not. */
  static @Nullable Path place(Call call) {
    Object told = call.around().properties().get("kaiyuan.server");
    return told == null || told.toString().isEmpty() ? null : Path.of(told.toString());
  }

  /** Opens a door beside another; where there can be none it says so, and returns null. */
  static @Nullable Door beside(Call call, CommandRunner runner) {
    Path place = place(call);
    Object home = call.around().properties().get("kaiyuan.home");
    if (place == null || home == null) {
      return null;
    }
    try {
      return open(place, home, runner);
    } catch (IOException | UnsupportedOperationException e) {
      call.say("serve.no-door", Failures.explain(e, List.of(), call.messages()));
      return null;
    }
  }

  /** Where the program's classes are: another version has others. */
  static Path jar() throws IOException {
    try {
      return Path.of(Door.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "door");
    thread.setDaemon(true);
    return thread;
  }

  /** How long nothing was asked. */
  long idleSeconds() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - lastAsked);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket visitor = socket.accept();
        lastAsked = System.nanoTime();
        answering.execute(() -> receive(visitor));
      } catch (IOException closed) {
        // By close(), or the visitor has gone already.
      }
    }
  }

  /** A visitor who goes, or has no business here, gets no answer and needs none. */
  private void receive(Socket visitor) {
    try (visitor) {
      visitor.setSoTimeout(SECONDS_FOR_A_REQUEST * 1000);
      visitor.setTcpNoDelay(true);
      Request request = Request.read(visitor.getInputStream(), secret);
      Reply reply = new Reply(visitor.getOutputStream());
      Thread worker = Thread.currentThread();
      ScheduledFuture<?> beat =
          beating.scheduleAtFixedRate(
              () -> beat(reply, worker), 0, BEAT_EVERY, TimeUnit.MILLISECONDS);
      try {
        reply.end(answer(request, reply));
      } finally {
        beat.cancel(false);
        Thread.interrupted(); // Of this visitor; the thread has others.
      }
    } catch (IOException | RuntimeException gone) {
      // As told above.
    }
  }

  /** Where the person has stopped the command, so does its work. */
  private static void beat(Reply reply, Thread worker) {
    try {
      reply.beat();
    } catch (IOException gone) {
      worker.interrupt();
    }
  }

  private String answer(Request request, Reply reply) throws IOException {
    if (!isAnswered(request)) {
      return "-";
    }
    Map<String, String> properties = new HashMap<>(request.properties());
    properties.put("kaiyuan.home", home.toString());
    Surroundings around =
        new Surroundings(
            request.variables(),
            properties,
            request.folder().toRealPath(),
            InputStream.nullInputStream(),
            reply);
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(reply.out(), 1 << 14), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(
            new BufferedOutputStream(reply.err(), 1 << 14), false, StandardCharsets.UTF_8);
    try {
      return "x " + runner.run(around, out, err, request.words());
    } catch (Exception | Error e) {
      return "-"; // It is told by the command itself, which fails alike.
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

  /**
   * Whether an absolute path was typed: that is shown as it is, but could not be told here from one
   * that was typed from the current folder on.
   */
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

  /** Another server may have taken this one's place. */
  private boolean isOwn() {
    try {
      return Meeting.read(file, jar()).secret().equals(secret.text());
    } catch (IOException none) {
      return false;
    }
  }
}
