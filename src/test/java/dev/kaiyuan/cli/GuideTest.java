package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command that a guide prints works, and answers in lines of the form that is printed. */
class GuideTest {
  private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  /** A command as printed, and the lines printed below it. */
  private record Example(String command, List<String> lines) {}

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"docs/guide.md", "docs/guide.zh.md"})
  void prints_commands_that_work(String guide) throws IOException {
    Typed person =
        new Typed(folder)
            .file("notes/tea.md", "# 泡茶\n\n水烧到八十度，泡三分钟。\n")
            .file("notes/coffee.md", "# Coffee\n\nGrind the beans just before brewing.\n");
    copy(Path.of("corpus"), folder.resolve("corpus"));
    List<Example> examples = examples(Files.readString(Path.of(guide)));
    assertFalse(examples.isEmpty());
    for (Example example : examples) {
      List<String> words = words(example.command());
      boolean ofNotes = words.contains("index");
      words.add("--index");
      words.add(ofNotes ? "notes.index" : "index");
      if (words.contains("--")) {
        words.addAll(words.indexOf("--"), List.of("--index", "index"));
        words = words.subList(0, words.size() - 2);
      }
      if (!ofNotes) {
        person.run("index", "corpus");
      }
      Answer answer = person.run(words.toArray(new String[0]));
      assertEquals(0, answer.code(), example.command() + "\n" + answer.err());
      List<String> forms = answer.out().lines().map(GuideTest::form).toList();
      for (String line : example.lines()) {
        boolean known = line.equals("...") || forms.contains(form(line));
        assertTrue(known, example.command() + " has no line like: " + line + "\n" + answer.out());
      }
    }
  }

  /** What kind of line it is; what stands in it may change with every article. */
  private static String form(String line) {
    if (line.startsWith("{\"query\"") || line.startsWith("{\"rank\"")) {
      return line.substring(0, 8);
    }
    return line.replaceFirst("^[0-9]+  .*", "title")
        .replaceFirst("^ +[0-9]+  .*", "snippet")
        .replaceFirst("^ *[^ ]+:[0-9]+ · (.*) · [0-9-]+$", "place $1")
        .replaceFirst("^corpus/[^ ]*$", "path")
        .replaceFirst("^(narrow|缩小范围).*", "$1")
        .replaceFirst("^(DIR/)?index(:|：).*", "index")
        .replaceFirst("^来自 .*|^made of .*", "folder")
        .replaceFirst("^共 [0-9,]+ 篇 ·.*|^[0-9,]+ articles ·.*", "count")
        .replaceAll("\\bN\\b|[0-9][0-9.,]*", "0")
        .replaceAll("0 [KMG]?B", "0")
        .replaceAll(" +", " ")
        .strip();
  }

  private static List<Example> examples(String guide) {
    List<Example> examples = new ArrayList<>();
    Matcher block = BLOCK.matcher(guide);
    while (block.find()) {
      for (String line : block.group(1).split("\n")) {
        if (line.startsWith("$ kaiyuan ")) {
          examples.add(new Example(line.substring(10), new ArrayList<>()));
        } else if (!line.isBlank()) {
          examples.get(examples.size() - 1).lines().add(line);
        }
      }
    }
    return examples;
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(
          Stream.of(word.group(1), word.group(2), word.group(3))
              .filter(part -> part != null)
              .findFirst()
              .orElseThrow());
    }
    return words;
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
