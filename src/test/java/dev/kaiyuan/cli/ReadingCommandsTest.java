package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import java.nio.file.Path;
import java.util.List;
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
  void show_refuses_a_line_behind_the_end() {
    person.file("corpus/tea.md", "# Tea\n\nGreen or black.\n").file("corpus/茶.txt", "绿茶");
    person.file("corpus/head.md", "---\ntitle: 茶\n---\n");
    person.run("index");
    for (String last : new String[] {"tea.md 3", "茶.txt 1", "head.md 3"}) {
      String path = "corpus/" + last.split(" ")[0];
      String line = last.split(" ")[1];
      assertEquals(0, person.run("show", path, "--line", line).code());
      assertEquals(
          new Answer(
              2, "", "kaiyuan: " + path + " ends at line " + line + "; there is no line 99\n"),
          person.run("show", path, "--line", "99"));
    }
    assertEquals(
        "kaiyuan: corpus/tea.md 到第 3 行为止，没有第 99 行\n",
        person.with("LANG", "zh_CN.UTF-8").run("show", "corpus/tea.md", "--line", "99").err());
  }

  @Test
  void show_leaves_out_the_heading_that_says_the_title_again_and_no_other() {
    person.file("corpus/a.md", "# 茶\n\n## 绿\n\n# 茶\n\n末\n");
    person.file("corpus/b.html", "<h1>茶</h1><h2>绿</h2><h1>茶</h1><p>末");
    person.file("corpus/c.md", "---\ntitle: 茶\n---\n# 绿\n\n# 茶\n");
    person.run("index");
    String headed = "茶\ncorpus/N · Chinese\n\n绿\n\n茶\n\n";
    assertEquals(headed.replace("N", "a.md") + "末\n\n", person.run("show", "corpus/a.md").out());
    assertEquals(
        headed.replace("N", "b.html") + "末\n\n", person.run("show", "corpus/b.html").out());
    assertEquals(headed.replace("N", "c.md"), person.run("show", "corpus/c.md").out());
    assertEquals("绿\n\n茶\n\n末\n\n", person.run("show", "corpus/a.md", "--line", "2").out());
  }

  @Test
  void show_sets_footnotes_deleted_words_and_line_breaks() {
    person.file(
        "corpus/a.md",
        """
        开源[^1]的~~软件~~
        🙂 free
        software，
        自由。

        [^1]: 参见独角兽章节。
        """);
    person.run("index");
    assertEquals(
        "开源[1]的软件\n🙂 free\nsoftware，\n自由。\n\n[1] 参见独角兽章节。\n\n",
        person.run("show", "corpus/a.md").out().split("\n\n", 2)[1]);
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
    String out = person.run("stats").out().replaceFirst("takes [0-9.]+ K?B", "takes N");
    assertEquals(
        """
        index: 2 articles, 478 B of files; the index takes N
        from corpus

        Languages
          English  1 ████████████████████████████████████████
          Chinese  1 ████████████████████████████████████████

        Types
          md  2 ████████████████████████████████████████

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

        Words of the dictionary here, with the cost of the cheapest path through each
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

  @Test
  void asks_whether_a_file_of_nearly_the_same_name_was_meant() {
    Typed person = new Typed(folder).file("notes/zh/tea-time.md", "# 茶\n");
    person.run("index", "notes");
    for (String typed : List.of("teatime.md", "notes/tea-time.md")) {
      assertEquals(
          "kaiyuan: "
              + typed
              + " is not an article in the index; did you mean:"
              + " notes/zh/tea-time.md\n",
          person.run("show", typed).err());
    }
    assertEquals(
        "kaiyuan: zebra.md is not an article in the index; kaiyuan search shows the paths of those"
            + " that are\n",
        person.run("show", "zebra.md").err());
  }
}
