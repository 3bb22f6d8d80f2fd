package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kaiyuan.cli.Typed.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jline.utils.WCWidth;
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
        assertTrue(line.codePoints().map(WCWidth::wcwidth).sum() <= columns, line);
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
  void explains_an_option_by_what_it_does_for_its_command() {
    Typed person = new Typed(HERE);
    String find = person.run("help", "find").out().replaceAll("\\s+", " ");
    assertTrue(find.contains(" --open open the chosen article in VISUAL or EDITOR,"), find);
    String serve = person.run("help", "serve").out().replaceAll("\\s+", " ");
    assertTrue(serve.contains(" --open open the page in the browser "), serve);
  }

  @Test
  void a_flag_is_off_where_its_value_is_false() {
    Typed person = new Typed(HERE);
    assertEquals(person.run("help", "stats"), person.run("stats", "--help=true"));
    assertTrue(person.run("completion", "bash", "--help=false").out().startsWith("_complete"));
  }

  @Test
  void says_in_brackets_what_may_be_left_out() {
    Typed person = new Typed(HERE);
    assertTrue(
        person
            .run("help", "index")
            .out()
            .startsWith("Usage: kaiyuan index [options] [FOLDER...]\n"));
    assertTrue(
        person
            .run("help", "show")
            .out()
            .startsWith("Usage: kaiyuan show [options] PATH [QUERY...]\n"));
    assertTrue(person.run("manual").out().contains("[options] [COMMAND]\n"));
    assertTrue(
        person
            .onTerminal(60)
            .run("help", "completion")
            .out()
            .contains("\n  kaiyuan completion fish | source\n"));
  }

  @Test
  void bash_completes_commands_options_and_values() throws Exception {
    String script = completion("bash");
    assertEquals("search", bash(script, "kaiyuan sea"));
    assertEquals("search", bash(script, "kaiyuan help sea"));
    assertEquals("--format", bash(script, "kaiyuan search 开源 --form"));
    assertEquals("ndjson", bash(script, "kaiyuan search --format nd"));
    assertEquals("ndjson", bash(script, "kaiyuan search --format = nd"));
    assertEquals("always", bash(script, "kaiyuan --color al"));
    assertEquals("zsh", bash(script, "kaiyuan completion z"));
    assertEquals("search", bash(script, "kaiyuan --index notes sea"));
    assertEquals("--explain", bash(script, "kaiyuan --index index search --expl"));
    assertEquals("--explain", bash(script, "kaiyuan --index = index search --expl"));
  }

  @Test
  void fish_completes_commands_options_and_values() throws Exception {
    String script = completion("fish");
    assertEquals("search\tsearch for articles", fish(script, "kaiyuan sea"));
    assertTrue(fish(script, "kaiyuan search 开源 --form").startsWith("--format\t"));
    assertTrue(fish(script, "kaiyuan search --format nd").startsWith("ndjson"));
    assertEquals("zsh", fish(script, "kaiyuan completion z"));
    assertTrue(fish(script, "kaiyuan --index notes sea").startsWith("search\t"));
    assertTrue(fish(script, "kaiyuan --index index search --expl").startsWith("--explain\t"));
    assertEquals("", fish(script, "kaiyuan search help zs"));
  }

  @Test
  void zsh_knows_commands_options_and_values() throws Exception {
    String run =
        """
        compdef() { }
        _describe() { print -rl -- $commands }
        _arguments() { print -rl -- "$@"; line=(search); state=$next; next=arguments }
        next=command
        """
            + completion("zsh")
            + "\n_kaiyuan; next=arguments; _kaiyuan";
    String told = shell("zsh", "-f", "-c", run);
    assertTrue(told.contains("\nsearch:search for articles\n"), told);
    assertTrue(
        told.contains("\n*--sort=[order of the hits (score)]:ORDER:(score date path)\n"), told);
  }

  private static String completion(String shell) {
    return new Typed(HERE).run("completion", shell).out();
  }

  private static String bash(String script, String typed) throws Exception {
    String words = "\nCOMP_WORDS=(" + typed + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n";
    return shell("bash", "-c", script + words + "_complete_kaiyuan\necho ${COMPREPLY[@]}");
  }

  private static String fish(String script, String typed) throws Exception {
    return shell("fish", "--no-config", "-c", script + "complete -C '" + typed + "'");
  }

  /** Runs a shell, or passes over the test where there is none of its kind. */
  private static String shell(String... command) throws Exception {
    Process shell;
    try {
      shell = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return abort(command[0] + " is not installed");
    }
    String reply = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(shell.waitFor(1, TimeUnit.MINUTES));
    return reply.strip();
  }
}
