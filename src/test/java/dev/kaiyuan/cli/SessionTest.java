package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import dev.kaiyuan.cli.context.Environment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  @TempDir Path folder;
  private Typed person;

  @BeforeEach
  void anIndex() {
    person =
        new Typed(folder)
            .file("corpus/a.md", "---\nlang: zh\n---\n# 甲\n\n咖啡豆要现磨。\n")
            .file("corpus/b.md", "---\nlang: en\n---\n# B\n\nGrind coffee beans 咖啡豆 fresh.\n");
    person.run("index");
  }

  @Test
  void keeps_filters_shows_results_by_number_and_goes_on_after_a_mistake() {
    Answer answer =
        person
            .input(
                """
                --lang zh
                filters
                咖啡豆
                1
                --sort size
                clear
                --lang en --no-snippet
                咖啡豆
                quit
                never reached
                """)
            .run("shell", "--no-snippet");
    assertEquals(
        new Answer(
            0,
            """
            1  甲
               corpus/a.md:1 · Chinese

            1 article · N ms
            甲
            corpus/a.md · Chinese

            咖啡豆要现磨。

            1  B
               corpus/b.md:1 · English

            1 article · N ms
            """,
            """
            --lang zh
            kaiyuan: --sort takes one of score, date, path, not size
            """),
        answer);
  }

  @Test
  void takes_filters_in_quotes_and_refuses_a_result_that_is_not_there() {
    person.file("corpus/c.md", "---\ntags: [slow food]\n---\n# C\n\n咖啡豆\n").run("index");
    Answer answer =
        person.input("--tag 'slow food'\nfilters\n咖啡豆\nopen 2\n").run("shell", "--format", "paths");
    assertEquals("corpus/c.md\n", answer.out());
    assertEquals(
        "--tag 'slow food'\nkaiyuan: there is no hit 2; to search for it: search open 2\n",
        answer.err());
  }

  @Test
  void takes_options_behind_a_query_for_it_alone() {
    Answer answer =
        person
            .input(
                """
                咖啡豆 --lang en
                咖啡豆 --sort path -n 1
                more
                --lang zh 咖啡豆
                search "咖啡豆" --lang=en
                what's 咖啡豆 --lang 'en'
                -- 咖啡豆 -beans --lang
                filters
                """)
            .run("shell", "--format", "paths");
    assertEquals(
        new Answer(
            0,
            """
            corpus/b.md
            corpus/a.md
            corpus/b.md
            corpus/a.md
            corpus/b.md
            corpus/b.md
            corpus/a.md
            """,
            "\n"),
        answer);
  }

  @Test
  void refuses_options_that_would_do_nothing() {
    Answer answer =
        person
            .input("--index other\n咖啡豆 --glossary x\n咖啡豆 --lnag en\n咖啡豆 --oneline\n咖啡豆 -n\n")
            .run("shell", "--format", "paths");
    assertEquals(
        """
        kaiyuan: --index applies to a whole session; set it at the start: kaiyuan shell --index
        kaiyuan: --glossary applies to a whole session; set it at the start: kaiyuan shell --glossary
        kaiyuan: there is no option --lnag; did you mean --lang? Put a query that begins with a hyphen after --
        kaiyuan: there is no option --oneline; put a query that begins with a hyphen after --: search -- 咖啡豆 --oneline
        """,
        answer.err());
    assertEquals(2, answer.out().lines().count());
  }

  @Test
  void fits_the_terminal_as_it_is_now() {
    Environment wide =
        new Environment(Map.of(), Map.of("kaiyuan.columns", "200"), folder, System.in);
    assertEquals(40, wide.sized(40, 20).columns());
    assertEquals(200, wide.sized(0, 0).columns());
  }

  @Test
  void shows_more_of_the_last_search() {
    Answer answer =
        person
            .input("咖啡豆\nmore\nmore\n")
            .run("shell", "-n", "1", "--format", "paths", "--sort", "path");
    assertEquals("corpus/a.md\ncorpus/b.md\n", answer.out());
  }

  @Test
  void finds_articles_like_a_result_and_goes_on_with_those() {
    person
        .file("corpus/c.md", "# C\n\nCoffee beans and a grinder.\n")
        .file("corpus/d.md", "# D\n\nCoffee beans 咖啡豆 from a grinder.\n")
        .run("index");
    String typed = "similar corpus/b.md\nmore\nshow corpus/c.md\n";
    Answer answer = person.input(typed).run("shell", "-n", "1", "--no-snippet");
    assertEquals("", answer.err());
    assertEquals(1, answer.out().lines().filter(line -> line.startsWith("2  ")).count());
    assertTrue(answer.out().endsWith("Coffee beans and a grinder.\n\n"), answer.out());
  }

  @Test
  void answers_queries_from_a_pipe_one_a_line() {
    Answer answer = person.input("咖啡豆\n\n茶叶\n").run("shell", "--format", "ndjson");
    assertEquals(2, answer.out().lines().count());
    assertTrue(answer.out().lines().allMatch(line -> line.startsWith("{\"rank\":")));
    assertEquals(1, person.input("茶叶\n").run("shell").code());
  }
}
