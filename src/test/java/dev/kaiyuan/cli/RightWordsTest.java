package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kaiyuan.cli.Typed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told to do can be done, and the exit code says what happened. */
class RightWordsTest {
  @TempDir Path folder;
  private Typed person;

  @BeforeEach
  void anIndex() {
    person = new Typed(folder).file("corpus/a.md", "# 茶\n\n绿茶 命中率\n");
    person.run("index");
  }

  @Test
  void a_rebuild_that_needs_a_folder_is_advised_with_one() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      for (Path file : files.filter(f -> f.toString().contains("segments_")).toList()) {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
      }
    }
    String advice =
        "kaiyuan: the index in DIR/index is damaged, and its folders are not known any more; rebuild it:"
            + " kaiyuan index --rebuild --index DIR/index FOLDER\n";
    for (List<String> words : List.of(List.of("search", "茶"), List.of("stats"), List.of("index"))) {
      assertEquals(new Answer(2, "", advice), person.run(words.toArray(String[]::new)));
    }
    assertEquals(
        0, person.run("index", "--rebuild", "--index", "index", "corpus").code(), "as advised");
    assertEquals(0, person.run("search", "绿茶").code());
  }

  @Test
  void an_index_that_tells_its_folders_needs_none() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
        Files.write(file, new byte[10]);
      }
    }
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: the index in DIR/index is damaged; rebuild it: kaiyuan index --rebuild"
                + " --index DIR/index\n"),
        person.run("search", "绿茶"));
    assertEquals(0, person.run("index", "--rebuild", "--index", "index").code());
  }

  @Test
  void only_the_query_goes_behind_the_hyphens() {
    assertEquals(
        "kaiyuan: there is no option -命中; put a query that begins with a hyphen after --: kaiyuan"
            + " search --index index -n 3 --no-snippet -- -命中 绿茶\n",
        person.run("search", "--index", "index", "-命中", "-n", "3", "绿茶", "--no-snippet").err());
  }

  @Test
  void what_is_neither_file_nor_folder_is_refused() throws Exception {
    Path pipe = folder.resolve("pipe.md");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    for (String each : List.of("pipe.md", "/dev/null")) {
      assertEquals(
          new Answer(2, "", "kaiyuan: " + each + " is neither a file nor a folder\n"),
          person.run("index", each));
    }
    assertTrue(person.run("index", "pipe.md", "--locale", "zh").err().contains("既不是文件也不是文件夹"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?!", "。，", "——"})
  void a_query_that_asks_for_nothing_is_a_mistake(String query) {
    assertEquals(2, person.run("search", "--", query).code(), query);
  }

  @Test
  void a_query_that_finds_nothing_is_none() {
    assertEquals(1, person.run("search", "zzqqxxyyzz", "--translate", "off").code());
  }
}
