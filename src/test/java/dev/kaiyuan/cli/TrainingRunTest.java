package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal that failed would show nowhere but in slow starts. */
class TrainingRunTest {
  @TempDir Path folder;

  @Test
  void every_command_of_it_finds_something_in_the_corpus() {
    String corpus = Path.of("corpus").toAbsolutePath().toString();
    String index = folder.resolve("index").toString();
    assertEquals(0, new Typed(folder).run("index", "--index", index, corpus).code());
    assertDoesNotThrow(
        () -> TrainingRun.main(new String[] {"--no-config", "--index", index, corpus}));
  }
}
