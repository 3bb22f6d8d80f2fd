package dev.kaiyuan.cli;

import dev.kaiyuan.index.FolderWatch;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.server.ServedIndex;
import dev.kaiyuan.server.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code serve}: a page and the answers as JSON, until the process is told to end. */
final class ServeCommand implements Command {
  private final Call call;
  private final CommandRunner runner;
  private final GlossaryOption glossary = new GlossaryOption();
  int port = 7788;
  String host = "127.0.0.1";
  boolean watch;
  boolean open;
  boolean background;

  ServeCommand(Call call, CommandRunner runner) {
    this.call = call;
    this.runner = runner;
  }

  @Override
  public void declare(Arguments to) {
    to.option(ValueKind.NUMBER, "N", given -> port = given, "--port");
    to.option(ValueKind.TEXT, "ADDRESS", given -> host = given, "--host");
    to.flag(() -> watch = true, "--watch");
    to.flag("option.open-page", () -> open = true, "--open");
    to.flag(() -> background = true, "--background");
    glossary.declare(to);
  }

  @Override
  public int run() throws IOException {
    Call.require("--port", port, 0, 65_535);
    if (background) {
      return new Background(call, runner).start();
    }
    IndexPlace place = IndexPlace.toSearch(call);
    if (place.canBeMade()) {
      IndexCommand.make(call, place);
    }
    // Jetty's logging has nobody to write to, and would say so.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    try (ServedIndex index = place.serve(glossary.translations(call));
        HttpServer server = start(index);
        Door door = Door.beside(call, runner);
        FolderWatch watching = watch ? watch(place) : null) {
      announce(server, place);
      Thread stop = new Thread(() -> close(server), "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      server.join();
      return Call.FOUND;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Call.FOUND;
    }
  }

  private HttpServer start(ServedIndex index) throws IOException {
    try {
      return HttpServer.start(index, call.path("").toAbsolutePath(), host, port, this::tell);
    } catch (UnknownHostException e) {
      throw new CommandException("error.host", host).because(e);
    } catch (BindException e) {
      String key = String.valueOf(e.getMessage()).contains("use") ? "error.port" : "error.host";
      throw new CommandException(key, key.equals("error.port") ? port : host).because(e);
    }
  }

  private void announce(HttpServer server, IndexPlace place) {
    call.out().println(server.address());
    call.out().flush();
    call.say("serve.serving", place.directory());
    if (server.needsToken()) {
      call.say("serve.token");
    }
    call.err().flush();
    if (open && !Browser.open(server.address())) {
      call.say("serve.no-browser", server.address());
      call.err().flush();
    }
  }

  private @Nullable FolderWatch watch(IndexPlace place) throws IOException {
    FolderWatch changes = new FolderWatch(place.directory(), IndexingOptions.REFRESH, List.of());
    WatchListener listener =
        new WatchListener(call, place, IndexOutput.beside(call), IndexingOptions.REFRESH.threads());
    Thread thread = new Thread(() -> changes.run(listener), "watch");
    thread.setDaemon(true);
    thread.start();
    return changes;
  }

  private synchronized void tell(Throwable fault) {
    call.say("serve.fault", fault);
    if (call.shared().verbose) {
      fault.printStackTrace(call.err());
    }
    call.err().flush();
  }

  private static void close(HttpServer server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What opens an address on this system. */
  private static final class Browser {
    private Browser() {}

    static boolean open(String address) {
      String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
      List<String> command =
          system.contains("win")
              ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
              : List.of(system.contains("mac") ? "open" : "xdg-open", address);
      try {
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
        return true;
      } catch (IOException e) {
        return false; // There is no such program, which is told.
      }
    }
  }
}
