package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.ValueKind;
import dev.kaiyuan.cli.server.BackgroundServer;
import dev.kaiyuan.cli.server.CommandRunner;
import dev.kaiyuan.cli.server.CommandServer;
import dev.kaiyuan.index.FolderWatch;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.server.ServedIndex;
import dev.kaiyuan.server.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code serve}: an HTTP server with a search page and a JSON interface. */
final class ServeCommand implements Command {
  private final Context context;
  private final CommandRunner runner;
  private final GlossaryOption glossary = new GlossaryOption();
  int port = 7788;
  String host = "127.0.0.1";
  boolean watch;
  boolean open;
  boolean background;

  ServeCommand(Context context, CommandRunner runner) {
    this.context = context;
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
    Context.require("--port", port, 0, 65_535);
    if (background) {
      return new BackgroundServer(context, runner).start();
    }
    IndexLocation place = IndexLookup.toSearch(context);
    IndexUpdate.createIfNone(context, place);
    try (ServedIndex index = place.serve(glossary.read(context));
        HttpServer server = start(index);
        CommandServer commands = CommandServer.beside(context, runner);
        FolderWatch watching = watch ? watch(place) : null) {
      announce(server, index);
      Thread stop = new Thread(() -> close(server), "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      server.join();
      return ExitCode.FOUND;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FOUND;
    }
  }

  private HttpServer start(ServedIndex index) throws IOException {
    try {
      return HttpServer.start(index, context.path("").toAbsolutePath(), host, port, this::tell);
    } catch (UnknownHostException e) {
      throw new CommandException("error.host", host).because(e);
    } catch (BindException e) {
      String key = String.valueOf(e.getMessage()).contains("use") ? "error.port" : "error.host";
      throw new CommandException(key, key.equals("error.port") ? port : host).because(e);
    }
  }

  private void announce(HttpServer server, ServedIndex index) {
    context.out().println(server.address());
    context.out().flush();
    context.say("serve.serving", index.name());
    if (server.needsToken()) {
      context.say("serve.token");
    }
    context.err().flush();
    if (open && !Browser.open(server.address())) {
      context.say("serve.no-browser", server.address());
      context.err().flush();
    }
  }

  private @Nullable FolderWatch watch(IndexLocation place) throws IOException {
    Path directory = place.folder("serve --watch");
    FolderWatch changes = new FolderWatch(directory, IndexingOptions.REFRESH, List.of());
    WatchListener listener =
        new WatchListener(
            context, place, IndexOutput.beside(context), IndexingOptions.REFRESH.threads());
    Thread thread = new Thread(() -> changes.run(listener), "watch");
    thread.setDaemon(true);
    thread.start();
    return changes;
  }

  private synchronized void tell(Throwable fault) {
    context.say("serve.fault", fault);
    if (context.shared().verbose) {
      fault.printStackTrace(context.err());
    }
    context.err().flush();
  }

  private static void close(HttpServer server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The browser of this system. */
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
        return false; // There is no such program; the caller says so.
      }
    }
  }
}
