package dev.kaiyuan.cli.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed;
import dev.kaiyuan.cli.Typed.Answer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
  @TempDir Path folder;
  private Typed person;

  @BeforeEach
  void aPersonWithTwoArticles() {
    person =
        new Typed(folder)
            .with("HOME", folder.toString())
            .file("corpus/a.md", "# 许可证\n\n选一份许可证。\n")
            .file("corpus/b.md", "# 另一份\n\n又一份许可证。\n");
    person.run("index");
  }

  private Answer search(String config, String... more) {
    person.file(".config/kaiyuan/config", config);
    String[] words = new String[more.length + 2];
    words[0] = "search";
    words[1] = "许可证";
    System.arraycopy(more, 0, words, 2, more.length);
    return person.run(words);
  }

  @Test
  void holds_options_for_every_call_unless_told_otherwise() {
    assertEquals("corpus/a.md\n", search("# mine\n--format paths\n-n 1\n").out());
    assertEquals("corpus/a.md\n", search("\uFEFF--format=paths\r\n-n1\r\n").out());
    assertEquals(2, search("--format 'paths'\n-n 1\n", "-n", "2").out().lines().count());
    assertTrue(search("--locale zh\n--format paths\n", "--format", "text").out().contains("中文"));
    assertTrue(search("--locale zh\n", "--no-config").out().contains("Chinese"));
  }

  @Test
  void is_passed_over_by_commands_that_lack_the_option_or_its_value() {
    assertEquals("corpus/a.md\n", search("--rebuild\n--threads 2\n-n1\n--format paths\n").out());
    assertEquals(0, person.run("stats").code());
    search("--format csv\n--glossary nosuch\n--limit 20\n");
    assertTrue(person.run("stats").out().contains("Languages"));
  }

  @Test
  void a_relative_folder_of_configuration_is_passed_over() {
    person.file("others/kaiyuan/config", "--format csv\n");
    for (String relative : new String[] {"others", "./others", ".", "../" + folder.getFileName()}) {
      person.with("XDG_CONFIG_HOME", relative);
      assertEquals("corpus/a.md\n", search("-n 1\n--format paths\n").out(), relative);
    }
    person.with("XDG_CONFIG_HOME", folder.resolve("others").toString());
    assertTrue(search("").out().startsWith("rank,"), "an absolute one holds");
    person
        .with("XDG_CONFIG_HOME", "")
        .with("HOME", "others")
        .file("others/.config/kaiyuan/config", "--bad");
    assertEquals(0, search("").code());
  }

  @Test
  void names_places_below_the_home_folder() {
    person.run("index", "corpus", "--index", "ix");
    assertEquals(0, search("--index ~/ix\n").code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit 3 | not an option with a value: limit 3",
        "--limit | --limit needs a value: N",
        "--limit x | --limit takes a whole number, not x",
        "--limit 2 # two | --limit takes a whole number, not 2 # two",
        "--limit 0 | --limit takes a number from 1 to 10000, not 0",
        "-n 0 | --limit takes a number from 1 to 10000, not 0",
        "--limt 3 | there is no option --limt; did you mean --limit?",
        "-x | there is no option -x; kaiyuan --help lists them",
        "--theme purple | --theme takes one of auto, dark, light, mono, not purple",
        "--format xml | --format takes one of text, json, ndjson, csv, paths, vimgrep, not xml",
        "--threads two | --threads takes a whole number, not two",
        "--no-snippet yes | --no-snippet takes no value",
        "--since 昨天 | --since takes a day as 2024-05-31, a month as 2024-05 or a year as 2024,"
            + " not 昨天",
        "--glossary nosuch | --glossary: there is no file or folder DIR/nosuch",
        "--glossary corpus | --glossary: DIR/corpus is a folder, not a file",
        "--help | --help is only for the command line; remove it",
        "--version | --version is only for the command line; remove it",
        "-V | -V is only for the command line; remove it"
      })
  void tells_of_a_mistake_by_its_line(String line, String mistake) {
    String told = "kaiyuan: DIR/.config/kaiyuan/config:2: " + mistake + "\n";
    assertEquals(new Answer(2, "", told), search("# mine\n" + line + "\n"));
    assertEquals(told, person.input("许可证\n").run("shell").err());
  }

  @Test
  void is_not_blamed_for_what_was_typed() {
    assertEquals(
        "kaiyuan: --limit takes a number from 1 to 10000, not 0\n",
        search("--limit 20\n", "-n0").err());
    assertEquals(
        "kaiyuan: --glossary: there is no file or folder DIR/other\n",
        search("--glossary nosuch\n", "--glossary=other").err());
  }

  @Test
  void has_to_be_a_file_of_text() throws Exception {
    Path config = folder.resolve(".config/kaiyuan/config");
    search("");
    Files.write(config, "--limit 3\n# 颜色\n".getBytes(Charset.forName("GB18030")));
    String place = "kaiyuan: DIR/.config/kaiyuan/config";
    assertEquals(
        place + ":2: not UTF-8 text; save the file in that encoding\n",
        person.run("search", "许可证").err());
    Files.delete(config);
    Files.createDirectory(config);
    assertEquals(place + " is a folder, not a file\n", person.run("search", "许可证").err());
  }
}
