package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingCommandsTest {
  private static final String ARTICLE =
      """
      ---
      title: 著佐权
      lang: zh
      date: 2024-05-31
      tags: [法律]
      ---

      # 著佐权

      版权通常用来**禁止**别人复制，见 [GPL](https://example.cn/gpl)。

      ## 义务

      - 自己用，怎么改都不必公开。
        - 公司内部也是。
      - 交到别人手里，就要给源码。

      1. `git clone`
      2. 编译

      > 自由是目的。

      | 版本 | 时间 |
      |---|---|
      | GPLv2 | 1991 年 |
      | GPLv3 | 2007 年 |

      ```sh
      make install
      ```
      """;

  @TempDir Path folder;
  private Typed person;

  @BeforeEach
  void anIndex() {
    person = new Typed(folder).file("corpus/copyleft.md", ARTICLE);
    person.run("index");
  }

  @Test
  void show_sets_markdown_for_reading() {
    assertEquals(
        new Answer(
            0,
            """
            著佐权
            corpus/copyleft.md · Chinese · 2024-05-31 · 法律

            版权通常用来禁止别人复制，见 GPL。

            义务

            • 自己用，怎么改都不必公开。
              • 公司内部也是。
            • 交到别人手里，就要给源码。

            1. `git clone`
            2. 编译

            │ 自由是目的。

            版本   时间
            GPLv2  1991 年
            GPLv3  2007 年

                make install

            """,
            ""),
        person.run("show", "corpus/copyleft.md"));
  }

  @Test
  void show_begins_at_a_line_and_marks_what_the_query_finds() {
    assertEquals(
        """
        │ {1;31m自由{0m是目的。

        """,
        person
            .run("show", "corpus/copyleft.md", "自由", "--line", "20", "--color", "always")
            .out()
            .replace("\u001b[2m│ \u001b[0m", "│ ")
            .replace("\u001b[", "{")
            .lines()
            .limit(2)
            .map(line -> line + "\n")
            .reduce("", String::concat));
  }

  @Test
  void show_writes_the_file_as_it_is() {
    assertEquals(ARTICLE, person.run("show", "corpus/copyleft.md", "--raw").out());
  }

  @Test
  void show_refuses_what_the_index_lacks() {
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: corpus/nothing.md is not an article in the index;"
                + " kaiyuan search shows the paths of those that are\n"),
        person.run("show", "corpus/nothing.md"));
  }

  @Test
  void stats_counts_kinds_of_articles_with_bars() {
    person.file("corpus/en/a.md", "# Copyleft\n\nSoftware that stays free for everyone.\n");
    person.file("corpus/b.md", "\0\0\0PNG\0");
    person.run("index");
    // Where the first line breaks depends on how long the temporary folder's name is.
    String out =
        person
            .run("stats")
            .out()
            .replaceFirst("the\\s+index\\s+takes\\s+[0-9.]+\\s+K?B", "the index\ntakes N");
    assertEquals(
        """
        DIR/index: 2 articles, 478 B of files; the index
        takes N
        made of corpus

        Languages
          English  1 ████████████████████████████████████████
          Chinese  1 ████████████████████████████████████████

        Tags
          法律  1 ████████████████████████████████████████

        Years
          2024  1 ████████████████████████████████████████

        Folders
          corpus     1 ████████████████████████████████████████
          corpus/en  1 ████████████████████████████████████████

        Largest files
             427 B  corpus/copyleft.md
              51 B  corpus/en/a.md

        Skipped
          corpus/b.md: binary file
        """,
        out);
    assertTrue(person.run("stats", "--format", "json").out().startsWith("{\"index\":"));
  }

  @Test
  void analyze_shows_the_words_and_what_else_they_could_have_been() {
    assertEquals(
        """
        word    place  terms      note
        许可证  0-3    许可 可证
        的      3-4    的         function word
        linux   5-10   linux

        Words the dictionary knows here, with the cost of the cheapest way through each
        许可    0-2  N  -
        许可证  0-3  N  chosen
        的      3-4  N  chosen
        """,
        person.run("analyze", "许可证的 Linux").out().replaceAll("[0-9]+\\.[0-9]{2}", "N"));
  }

  @Test
  void analyze_cuts_with_the_words_of_the_index() {
    person.file("words.txt", "鲲鹏芯片\n").run("index", "--words", "words.txt");
    assertEquals(
        "鲲鹏芯片  0-4    鲲鹏 鹏芯 芯片",
        person.run("analyze", "鲲鹏芯片").out().lines().skip(1).findFirst().orElseThrow());
    person.run("index", "--no-words");
    assertEquals(3, person.run("analyze", "鲲鹏芯片").out().split("\n\n")[0].lines().count());
  }
}
