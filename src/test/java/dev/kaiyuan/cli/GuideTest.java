package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import dev.kaiyuan.cli.server.CommandServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The commands that the README and the guides print work in their order, in a folder with the
 * corpus and the files that are printed with a name, and answer what is printed, but for times and
 * the size of an index.
 */
class GuideTest {
  private static final Pattern FILE =
      Pattern.compile("```(?:text|markdown) (\\S+)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SESSION =
      Pattern.compile("```console\n(.*?)\n *```", Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("\\$ (?:\\./)?kaiyuan (.*)");
  private static final Pattern OPTION = Pattern.compile("(?<![-\\w])--[a-z][a-z-]*");

  /** A command as printed, and the lines printed below it. */
  private record Example(String command, List<String> lines) {}

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"README.md,en_GB", "docs/guide.md,en_GB", "docs/guide.zh.md,zh_CN"})
  void prints_commands_that_work(String guide, String locale) throws IOException {
    String text = Files.readString(Path.of(guide));
    Typed person = person("alone", locale, text);
    List<Example> examples = examples(text);
    assertFalse(examples.isEmpty());
    for (Example example : examples) {
      List<String> words = Typed.words(example.command());
      int input = words.indexOf("<");
      if (input >= 0) {
        person.input(Files.readString(folder.resolve("alone").resolve(words.get(input + 1))));
        words = words.subList(0, input);
      }
      Answer answer = person.run(words.toArray(new String[0]));
      assertEquals(0, answer.code(), example.command() + "\n" + answer.err());
      String printed = withoutMeasurements(example.lines().stream());
      String form =
          Pattern.quote(printed).replace("...\n", "\\E(.*\n)*\\Q").replace("...", "\\E.*\\Q");
      String forms = withoutMeasurements(answer.out().lines());
      assertTrue(forms.matches(form), example.command() + " prints\n" + forms + "not\n" + printed);
    }
  }

  /** A person with a folder of articles and the files that a guide prints. */
  private Typed person(String name, String locale, String guide) throws IOException {
    Path place = Files.createDirectory(folder.resolve(name));
    Typed person = new Typed(place).with("LANG", locale + ".UTF-8");
    copy(Path.of("corpus"), place.resolve("corpus"));
    FILE.matcher(guide).results().forEach(file -> person.file(file.group(1), file.group(2)));
    return person;
  }

  @ParameterizedTest
  @CsvSource({"README.md,en_GB", "docs/guide.md,en_GB", "docs/guide.zh.md,zh_CN"})
  void prints_commands_that_a_server_answers_alike(String guide, String locale) throws IOException {
    String text = Files.readString(Path.of(guide));
    Path file = folder.resolve("run/server");
    Typed twin = person("twin", locale, text);
    Typed asking = person("asking", locale, text).asking(file);
    Path shared = folder.resolve("asking");
    Typed alone = new Typed(shared).with("LANG", locale + ".UTF-8");
    int asked = 0;
    try (CommandServer door = CommandServer.open(file, folder, Main::attempt)) {
      for (Example example : examples(text)) {
        List<String> words = Typed.words(example.command());
        if (CommandServer.ANSWERED.contains(words.getFirst())) {
          String[] typed = words.toArray(new String[0]);
          // What changes an index is done to the like of it; what reads, over the very same.
          boolean changes =
              words.getFirst().equals("index") || !Files.exists(shared.resolve("index"));
          Answer expected = (changes ? twin : alone).run(typed);
          assertEquals(expected, asking.run(typed), example.command());
          asked++;
        }
      }
    }
    assertTrue(asked > 0);
    assertEquals(asked, asking.answered());
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/guide.md", "docs/guide.zh.md"})
  void names_options_that_there_are(String guide) throws IOException {
    StringBuilder help = new StringBuilder();
    for (String command : Commands.NAMES) {
      help.append(new Typed(folder).run("help", command).out());
    }
    // A script for a shell calls other programs too.
    String text = Files.readString(Path.of(guide)).replaceAll("(?s)```sh\n.*?```", "");
    for (Matcher name = OPTION.matcher(text); name.find(); ) {
      assertTrue(help.indexOf(" " + name.group() + " ") >= 0, name.group());
    }
  }

  /** Returns lines without times and the size of an index, and without empty lines. */
  private static String withoutMeasurements(Stream<String> lines) {
    return lines
        .map(
            line ->
                line.replaceAll("[0-9][0-9.,]* (ms\\b|s\\b|毫秒|秒)", "N $1")
                    .replaceAll("\"(tookMs|score)\":[0-9.]+", "\"$1\":N")
                    .replaceAll("(ms per query|每次查询毫秒数) .*", "$1 N")
                    .replaceAll("(takes|占) [0-9.]+ [KM]B", "$1 N KB")
                    .strip())
        .filter(line -> !line.isEmpty())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static List<Example> examples(String guide) {
    List<Example> examples = new ArrayList<>();
    Matcher session = SESSION.matcher(guide);
    while (session.find()) {
      for (String line : session.group(1).stripIndent().split("\n")) {
        Matcher command = COMMAND.matcher(line);
        if (command.matches()) {
          examples.add(new Example(command.group(1), new ArrayList<>()));
        } else {
          examples.getLast().lines().add(line);
        }
      }
    }
    return examples;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
