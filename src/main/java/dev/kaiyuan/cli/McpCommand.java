package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.server.Answers;
import dev.kaiyuan.server.ServedIndex;
import dev.kaiyuan.server.mcp.McpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code mcp}: lets an assistant that started this process search and read. */
final class McpCommand implements Command {
  private final Call call;
  private final GlossaryOption glossary = new GlossaryOption();

  McpCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Arguments to) {
    glossary.declare(to);
  }

  @Override
  public int run() throws IOException {
    IndexPlace place = IndexPlace.toSearch(call);
    if (place.canBeMade()) {
      IndexCommand.make(call, place);
    }
    try (ServedIndex index = place.serveLater(glossary.translations(call))) {
      prepare(index);
      Answers answers = new Answers(index, call.path("").toAbsolutePath());
      BufferedReader in =
          new BufferedReader(new InputStreamReader(call.around().input(), StandardCharsets.UTF_8));
      new McpServer(answers, Version.number(), this::tell).run(in, call.out());
      return Call.FOUND;
    }
  }

  /** While the assistant says hello, the index is opened and the dictionaries are read. */
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
    opening.setUncaughtExceptionHandler((thread, met) -> {}); // The first question will meet it.
    opening.start();
  }

  private void tell(Throwable fault) {
    call.say("serve.fault", fault);
    call.err().flush();
  }
}
