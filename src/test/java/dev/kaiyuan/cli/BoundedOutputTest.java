package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However much a file or a person says, what is shown stays readable, and harmless. */
class BoundedOutputTest {
  private static final String LONG = "很长的标题和 a heading ".repeat(4_000);

  @TempDir Path folder;
  private Typed person;

  @BeforeEach
  void anArticleOfExcess() {
    String tags = IntStream.range(0, 150).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
    person =
        new Typed(folder)
            .file(
                "corpus/a.md",
                "---\ntags: [%s, %s]\nauthor: %s\n---\n# %s\n\n## %s\n\n### %s\n\n咖啡豆\n"
                    .formatted("x".repeat(50_000), tags, "y".repeat(50_000), LONG, LONG, LONG));
  }

  @Test
  void tags_behind_the_hundredth_are_said_to_be_left_out() {
    Answer indexed = person.run("index");
    assertTrue(
        (indexed.out() + indexed.err())
            .contains("corpus/a.md, but: more than 100 tags or authors; the rest are ignored"),
        indexed.toString());
    assertTrue(person.run("index", "--rebuild", "--locale", "zh").toString().contains("超过 100 个"));
  }

  @Test
  void a_hit_fits_on_a_screen_and_a_cell() {
    person.run("index");
    Answer text = person.run("search", "咖啡豆");
    assertTrue(text.out().lines().count() < 30, text.out());
    Answer table = person.run("search", "咖啡豆", "--format", "csv");
    assertTrue(table.out().lines().allMatch(line -> line.length() < 131_072));
    assertTrue(table.out().length() < 131_072, "Python reads fields of no more");
    Answer article = person.run("show", "corpus/a.md");
    String head = article.out().substring(article.out().indexOf("corpus/a.md"));
    assertTrue(head.indexOf("\n\n") < 3_000, "all its tags fill no screen");
    assertTrue(head.contains("… +80"), head.substring(0, 1000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--path", "--lang", "--since", "--limit", "--index", "--glossary", "--nosuch"})
  void an_error_does_not_repeat_all_that_was_typed(String option) {
    person.run("index");
    for (String locale : List.of("en", "zh")) {
      Answer answer = person.run("search", "咖啡豆", "--locale", locale, option, "*中?".repeat(20_000));
      assertEquals(2, answer.code(), option);
      assertTrue(answer.err().length() < 2_000, option + ": " + answer.err().length());
      assertEquals(1, answer.err().lines().count(), answer.err());
    }
  }

  @Test
  void too_many_tags_are_refused() {
    person.run("index");
    String[] words = new String[2 + 2 * 1025];
    words[0] = "search";
    words[1] = "咖啡豆";
    for (int i = 2; i < words.length; i += 2) {
      words[i] = "--tag";
      words[i + 1] = "t1";
    }
    assertEquals(
        new Answer(2, "", "kaiyuan: --tag can be given at most 100 times\n"), person.run(words));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_name_that_drives_a_terminal_is_harmless_there_and_raw_in_a_pipe() {
    String name = "corpus/\u001b]0;x\u0007\u009b31m\u202Etxt.md";
    person.file(name, "# 茶\n\n绿茶\n").run("index");
    for (String format : List.of("paths", "csv", "json", "ndjson")) {
      Answer raw = person.run("search", "绿茶", "--format", format);
      assertTrue(raw.out().contains("\u202E"), format);
      assertEquals(!format.endsWith("json"), raw.out().contains("\u001b]0;x\u0007"), format);
    }
    for (String format : List.of("paths", "csv", "json", "ndjson")) {
      Answer shown = person.onTerminal(80).run("search", "绿茶", "--format", format);
      assertFalse(
          shown.out().chars().anyMatch(c -> c < ' ' && c != '\n' || c == 0x9b || c == 0x202E),
          format + ": " + shown.out());
      assertTrue(shown.out().contains("txt.md"), format);
    }
  }
}
