package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.Version;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.server.Answers;
import dev.kaiyuan.server.ServedIndex;
import dev.kaiyuan.server.mcp.McpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code mcp}: a server for the assistant that started this process (Model Context Protocol). */
final class McpCommand implements Command {
  private final Context context;
  private final GlossaryOption glossary = new GlossaryOption();

  McpCommand(Context context) {
    this.context = context;
  }

  @Override
  public void declare(Arguments to) {
    glossary.declare(to);
  }

  @Override
  public int run() throws IOException {
    IndexLocation place = IndexLookup.toSearch(context);
    IndexUpdate.createIfNone(context, place);
    try (ServedIndex index = place.serveLater(glossary.read(context))) {
      prepare(index);
      Answers answers = new Answers(index, context.path("").toAbsolutePath());
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(context.environment().input(), StandardCharsets.UTF_8));
      new McpServer(answers, Version.number(), this::tell).run(in, context.out());
      return ExitCode.FOUND;
    }
  }

  /** Opens the index and loads the dictionaries while the assistant connects. */
  private static void prepare(ServedIndex index) {
    Thread opening =
        new Thread(
            () -> {
              try {
                index.ask(searcher -> searcher);
                ChineseEnglishAnalyzer.prepare();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            "opening");
    opening.setDaemon(true);
    opening.setUncaughtExceptionHandler((thread, met) -> {}); // The first request reports it.
    opening.start();
  }

  private void tell(Throwable fault) {
    context.say("serve.fault", fault);
    context.err().flush();
  }
}
