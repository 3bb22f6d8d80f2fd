package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import dev.kaiyuan.search.DisplayWidth;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void every_command_and_option_is_explained(String locale) {
    Typed person = new Typed(HERE);
    for (String command : Commands.NAMES) {
      Answer answer = person.run("help", command, "--locale", locale);
      assertEquals(0, answer.code(), answer.err());
      assertTrue(answer.out().contains("--verbose"), answer.out());
    }
  }

  @ParameterizedTest
  @CsvSource({"60,en", "60,zh", "80,en", "80,zh", "120,en", "120,zh"})
  void fits_the_terminal(int columns, String locale) {
    Typed person = new Typed(HERE).onTerminal(columns).with("NO_COLOR", "1");
    for (String command : Commands.NAMES) {
      String help = person.run("help", command, "--locale", locale).out();
      String text = help.substring(0, Math.max(0, help.lastIndexOf("\n\n")));
      for (String line : text.split("\n")) {
        assertTrue(DisplayWidth.of(line) <= columns, line);
      }
    }
  }

  @Test
  void is_the_same_asked_for_as_a_command_or_as_an_option() {
    Typed person = new Typed(HERE);
    assertEquals(person.run("help", "stats"), person.run("stats", "--help"));
    assertEquals(person.run("help"), person.run("--help"));
    assertEquals(2, person.run().code());
    assertTrue(person.run("--version").out().startsWith("kaiyuan "));
  }

  @Test
  void bash_completes_commands_options_and_values() throws Exception {
    String script = new Typed(HERE).run("completion", "bash").out();
    assertEquals("search", complete(script, "kaiyuan sea"));
    assertEquals("--format", complete(script, "kaiyuan search 开源 --form"));
    assertEquals("ndjson", complete(script, "kaiyuan search --format nd"));
  }

  private static String complete(String script, String typed) throws Exception {
    String run =
        script
            + "\nCOMP_WORDS=("
            + typed
            + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_complete_kaiyuan\necho ${COMPREPLY[@]}";
    Process bash =
        new ProcessBuilder("bash", "-c", run)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String reply =
        new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(bash.waitFor(1, TimeUnit.MINUTES));
    return reply.strip();
  }
}
