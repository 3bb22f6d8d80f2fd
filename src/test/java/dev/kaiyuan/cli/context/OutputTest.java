package dev.kaiyuan.cli.context;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.cli.Typed;
import dev.kaiyuan.cli.Typed.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {
  @TempDir Path folder;
  private Typed person;

  @BeforeEach
  void anArticle() {
    person = new Typed(folder).file("corpus/a.md", "# 许可证\n\n选一份许可证。\n").input("许可证\n许可证\n");
    person.run("index");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search 许可证",
        "search 许可证 --format json",
        "search 许可证 --format ndjson",
        "search 许可证 --format csv",
        "search 许可证 --format paths",
        "similar corpus/a.md --format csv",
        "show corpus/a.md",
        "show corpus/a.md --raw",
        "index",
        "index --format json",
        "stats",
        "stats --format json",
        "analyze 许可证 --format json",
        "shell",
        "shell --format ndjson",
        "completion bash",
        "manual",
        "help",
        "--version"
      })
  void is_missed_where_it_cannot_be_written_unless_nobody_reads_it(String command) {
    String[] words = command.split(" ");
    assertEquals(
        new Answer(2, "", "kaiyuan: cannot write the output: No space left on device\n"),
        person.runInVain("No space left on device", words));
    assertEquals(new Answer(0, "", ""), person.runInVain("Broken pipe", words));
    assertEquals(new Answer(0, "", ""), person.runInVain("断开的管道", words));
  }
}
