package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandTest {
  @TempDir Path folder;

  @Test
  void says_what_was_added_and_what_the_second_run_found_unchanged() {
    Typed person =
        new Typed(folder).file("notes/a.md", "# 甲\n\n开源。\n").file("notes/b.txt", "open\n");
    assertEquals(
        new Answer(
            0,
            """
            2 added
            By type: md 1, txt 1
            The index holds 2 articles; 22 B of files looked at in N s.
            """,
            ""),
        person.run("index", "notes"));
    person.file("notes/b.txt", "open source\n");
    assertEquals(
        """
        0 added, 1 updated, 1 unchanged
        By type: md 1, txt 1
        The index holds 2 articles; 29 B of files looked at in N s.
        """,
        person.run("index").out());
  }

  @Test
  void names_what_it_skips_and_goes_on() {
    Typed person =
        new Typed(folder).file("notes/a.md", "# 甲\n").file("notes/b.md", "\0\0\0\0PNG\0\0");
    Answer answer = person.run("index", "notes");
    assertEquals(0, answer.code());
    assertEquals(
        """
        skipped notes/b.md: binary file
        1 added, 1 skipped
        The index holds 1 article; 6 B of files looked at in N s.
        """,
        answer.out());
    assertEquals(
        "跳过 notes/b.md：二进制文件",
        person.run("index", "--locale", "zh").out().lines().findFirst().get());
    assertTrue(
        person
            .run("stats", "--format", "json")
            .out()
            .contains("{\"path\":\"notes/b.md\",\"kind\":\"binary\",\"reason\":\"binary file\"}"));
  }

  @Test
  void fails_where_a_file_that_was_named_holds_no_text() {
    Typed person = new Typed(folder).file("notes/b.md", "\0\0\0\0PNG\0\0");
    assertEquals(2, person.run("index", "notes/b.md").code());
  }

  @Test
  void only_says_what_it_would_do() {
    Typed person = new Typed(folder).file("notes/a.md", "# 甲\n");
    assertEquals(
        new Answer(0, "would be done: 1 added\n", ""), person.run("index", "notes", "--dry-run"));
    assertFalse(Files.exists(folder.resolve("index")));
  }

  @Test
  void refuses_a_folder_that_is_missing_foreign_or_suddenly_empty() throws Exception {
    Typed person = new Typed(folder).file("notes/a.md", "# 甲\n").file("other/b.md", "# 乙\n");
    assertEquals(
        new Answer(2, "", "kaiyuan: there is no file or folder DIR/nots\n"),
        person.run("index", "nots"));
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: DIR/other has other files and is not an index, so nothing was changed;"
                + " choose another folder with --index\n"),
        person.run("index", "notes", "--index", "other"));
    person.run("index", "notes");
    Files.delete(folder.resolve("notes/a.md"));
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: DIR/notes has no articles any more, so nothing was removed;"
                + " is a disk not mounted? If this is intended: kaiyuan index --allow-empty DIR/notes\n"),
        person.run("index"));
    assertEquals(0, person.run("index", "--allow-empty", "notes").code());
  }

  @Test
  void does_what_it_does_for_a_folder_that_is_gone() throws Exception {
    Typed person = new Typed(folder).file("notes/a.md", "# 甲\n").file("old/b.md", "# 乙\n");
    person.run("index", "notes", "old");
    Files.delete(folder.resolve("old/b.md"));
    Files.delete(folder.resolve("old"));
    assertEquals(new Answer(0, "", ""), person.run("index", "old", "--allow-empty").withoutOut());
  }

  @Test
  void does_not_fail_for_a_file_of_the_same_name_that_was_not_named() {
    Typed person = new Typed(folder).file("a.md", "# 甲\n").file("notes/x/a.md", "\0\0\0\0PNG\0\0");
    assertEquals(0, person.run("index", "notes").code());
    person.file("x/a.md", "# 甲\n");
    assertEquals(0, person.run("index", "x/a.md", "notes").code());
  }

  @Test
  void refuses_to_watch_without_doing_anything() {
    assertEquals(
        "kaiyuan: --watch updates the index, and --dry-run does not; leave one of them out\n",
        new Typed(folder)
            .file("notes/a.md", "# 甲\n")
            .run("index", "notes", "--watch", "--dry-run")
            .err());
  }

  @Test
  @Timeout(120)
  void watches_from_its_one_report_on() throws Exception {
    Typed person = new Typed(folder).file("notes/a.md", "# 甲\n\n开源。\n");
    PipedOutputStream printed = new PipedOutputStream();
    Scanner lines = new Scanner(new PipedInputStream(printed), StandardCharsets.UTF_8);
    AtomicReference<Answer> answer = new AtomicReference<>();
    Thread watching =
        new Thread(() -> answer.set(person.runInto(printed, "index", "notes", "--watch")));
    watching.start();
    assertEquals("1 added", lines.nextLine());
    person.file("notes/b.md", "# 乙\n");
    assertTrue(lines.nextLine().startsWith("The index holds 1 article; "));
    assertEquals("1 added, 1 unchanged", lines.nextLine());
    assertTrue(lines.nextLine().startsWith("The index holds 2 articles; "));
    watching.interrupt();
    watching.join();
    assertEquals(0, answer.get().code());
    assertEquals(
        "kaiyuan: watching for changes; Ctrl-C ends", answer.get().err().lines().findFirst().get());
  }

  @Test
  void reports_as_json() {
    Typed person = new Typed(folder).file("notes/a.md", "# 甲\n");
    assertEquals(
        """
        {"dryRun":false,"added":1,"modified":0,"removed":0,"unchanged":0,"otherFiles":0,"otherKinds":[],\
        "ignored":0,\
        "articles":1,"types":{"md":1},"bytes":6,"tookMs":N,"skipped":[],"warnings":[]}
        """,
        person.run("index", "notes", "--format", "json").out());
  }

  @Test
  void says_what_to_do_about_a_damaged_index() throws Exception {
    Typed person = new Typed(folder).file("notes/a.md", "# 甲\n");
    person.run("index", "notes");
    try (var files = Files.list(folder.resolve("index"))) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: the index in DIR/index is damaged, and its folders are not known any more; rebuild it:"
                + " kaiyuan index --rebuild --index DIR/index FOLDER\n"),
        person.run("search", "甲"));
    assertEquals(0, person.run("index", "--rebuild", "--index", "index", "notes").code());
    assertEquals(0, person.run("search", "甲").code());
  }

  @Test
  void takes_words_of_ones_own_and_names_the_line_that_is_none() {
    Typed person = new Typed(folder).file("notes/a.md", "# 甲\n\n许可证工坊。\n");
    person.file("words.txt", "许可证工坊\n每月 常用\n");
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: DIR/words.txt:2: \"常用\" is no weight: write a word alone, or a word and a"
                + " number from 1 to 2159997\n"),
        person.run("index", "notes", "--words", "words.txt"));
    assertEquals(
        "kaiyuan: --words: DIR/notes is a folder, not a file\n",
        person.run("index", "notes", "--words", "notes").err());
    person.file("words.txt", "许可证工坊\n");
    assertEquals(0, person.run("index", "notes", "--words", "words.txt").code());
    assertEquals(
        "0 added, 1 unchanged", person.run("index").out().lines().findFirst().orElseThrow());
    assertEquals(
        "1 added", person.run("index", "--no-words").out().lines().findFirst().orElseThrow());
  }

  @Test
  void says_what_it_does_not_read_and_remembers_what_it_shall_read() {
    Typed person =
        new Typed(folder)
            .file("notes/book.md", "# 书\n")
            .file("notes/one.LOG", "变基失败\n")
            .file("notes/sub/two.log", "变基成功\n")
            .file("notes/data.csv", "变基,1\n")
            .file("notes/photo.png", "png")
            .file("notes/Makefile", "all:\n");
    assertEquals(
        """
        1 added, 5 of other kinds passed over
        of other kinds: .log 2, without ending 1, .csv 1, .png 1; to read them too:
        --include='*.log'
        The index holds 1 article; 6 B of files looked at in N s.
        """,
        person.run("index", "notes").out());
    assertEquals(
        """
        2 added, 1 unchanged, 3 of other kinds passed over
        of other kinds: without ending 1, .csv 1, .png 1; to read them too:
        --include='*.csv'
        By type: txt 2, md 1
        The index holds 3 articles; 32 B of files looked at in N s.
        """,
        person.run("index", "--include", "*.log").out());
    assertEquals(
        "新增 1，未变 3，略过其他类型 2\n其他类型：无扩展名 1，.png 1\n",
        String.join(
            "",
            person
                .run(
                    "index",
                    "notes",
                    "--include",
                    "SUB/*.x",
                    "--include",
                    "d*.csv",
                    "--locale",
                    "zh")
                .out()
                .lines()
                .limit(2)
                .map(line -> line + "\n")
                .toList()));
    String json = person.run("stats", "--format", "json").out();
    assertTrue(json.contains("\"included\":[\"*.log\",\"SUB/*.x\",\"d*.csv\"]"), json);
    assertTrue(
        json.contains(
            "\"otherKinds\":[{\"ending\":\"\",\"count\":1},{\"ending\":\".png\",\"count\":1}]"),
        json);
    assertEquals(
        "0 added, 1 removed, 3 unchanged, 3 of other kinds passed over",
        person
            .run("index", "--no-include", "--include", "**/notes/**/*.log")
            .out()
            .lines()
            .findFirst()
            .orElseThrow());
  }

  @Test
  void reads_text_without_an_ending_but_no_program_s() {
    Typed person =
        new Typed(folder)
            .file("notes/README", "开源许可证\n")
            .file("notes/2. 读书笔记", "读书\n")
            .file("notes/run", "#!/bin/sh\necho 读书\n")
            .file("notes/program", "\u007fELF\0\0\0\0")
            .file("notes/empty", "")
            .file("notes/Dockerfile", "FROM debian\n")
            .file("notes/chapter.asc", "== 变基\n")
            .file("notes/old.markdn", "# 变基\n");
    assertEquals(
        """
        4 added, 4 of other kinds passed over
        of other kinds: without ending 4
        By type: txt 2, md 1, adoc 1
        The index holds 4 articles; 42 B of files looked at in N s.
        """,
        person.run("index", "notes").out());
  }

  @Test
  void refuses_a_pattern_that_is_none() {
    assertEquals(
        "kaiyuan: --include needs a pattern, such as *.log\n",
        new Typed(folder)
            .file("notes/a.md", "# 甲\n")
            .run("index", "notes", "--include", " ")
            .err());
  }
}
