package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.search.snippet.Snippet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A note is found by the name of its file, and first by its whole name. */
class FoundByNameTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "打印机故障, 打印机",
    "打印机故障, 打印机故障.md",
    "modbus_rtu, modbus",
    "modbus_rtu, RTU",
    "invoice-2024-03, invoice",
    "invoice-2024-03, invoice 2024-03",
    "2019-03-04-hello-world, hello world",
    "2019-03-04-hello-world, 2019-03-04",
    "2022年10月21日 周会, 周会",
    "GitSubmodule, submodule",
    "I2C, i2c",
    "旅行/关西/便当, 关西",
  })
  void words_of_a_file_s_name_and_of_its_folders_find_it(String name, String query)
      throws IOException {
    Map<String, String> notes = Map.of(name, "## 其一\n\n没有别的话。", "z", "今天天气很好。");
    try (Shelf shelf = Shelf.of(folder, notes)) {
      assertEquals(List.of(name.substring(name.lastIndexOf('/') + 1)), shelf.found(query));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // What is typed and what the file is called: the accent in one with its letter, or apart.
    "café, cafe\u0301",
    "cafe\u0301, café",
    "がくせい, か\u3099くせい",
    "か\u3099くせい, がくせい"
  })
  void a_name_is_the_same_in_both_of_unicode_s_forms(String typed, String name) throws IOException {
    Map<String, String> notes = Map.of(name + "/" + name, "没有别的话。", "z", "今天天气很好。");
    try (Shelf shelf = Shelf.of(folder, notes)) {
      assertEquals(List.of(name), shelf.found(typed));
      assertEquals(List.of(name), shelf.found("path:" + typed + ".md"));
      assertEquals(List.of(name), shelf.found("path:**/" + typed + "/*"));
      SearchRequest all = SearchRequest.builder("没有").pathGlob(typed + "/").build();
      assertEquals(1, shelf.search(all).total());
    }
  }

  @Test
  void words_are_the_same_in_both_of_unicode_s_forms() throws IOException {
    Map<String, String> notes = Map.of("a", "---\ntags: [Café]\n---\nAt the café, 京都府。");
    try (Shelf shelf = Shelf.of(folder, notes)) {
      assertEquals("At the 【café】, 京都府。", shelf.marked("cafe\u0301"));
      assertEquals("At the café, 【京都】府。", shelf.marked("京\u90FD\uFE00"));
      assertEquals(List.of("a"), shelf.found("tag:Cafe\u0301"));
    }
  }

  @Test
  void what_has_the_query_for_an_alias_is_first() throws IOException {
    Map<String, String> notes =
        Map.of(
            "a", "---\ntitle: 每日回顾\naliases: [晨间笔记]\n---\n\n今天做了什么。",
            "b", "# 晨间笔记怎么写\n\n晨间笔记，写晨间笔记，每天的晨间笔记。");
    try (Shelf shelf = Shelf.of(folder, notes)) {
      assertEquals(List.of("a", "b"), shelf.found("晨间笔记"));
    }
  }

  @Test
  void the_folder_of_the_index_itself_says_nothing() throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("a", "开源", "b/c", "许可证"))) {
      assertEquals(List.of(), shelf.found("docs"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "数学, 数学",
    "數學, 数学",
    "Git, git",
    "ＧＩＴ, git",
    "「git」, git",
    "C++, c++",
    "c, c",
    "Git Submodule, git-submodule",
    "git-submodule, git-submodule",
    "Linux -入门, linux-入门",
  })
  void what_is_called_exactly_so_is_first(String query, String name) throws IOException {
    Map<String, String> notes = new HashMap<>();
    for (String each :
        List.of("数学", "初中数学", "离散数学", "数学分析", "git", "git-submodule", "c", "c++", "linux-入门")) {
      notes.put(each, "# " + each + "\n\n写到数学、git、git、c++、c 和 linux 入门，不止一次：数学，git。");
    }
    notes.put("数学", "# 数学\n\n一门学科。");
    notes.put("git", "# Git\n\nA tool.");
    notes.put("c", "# C\n\nA language.");
    try (Shelf shelf = Shelf.of(folder, notes)) {
      assertEquals(name, shelf.found(query).getFirst());
    }
  }

  @Test
  void what_is_typed_without_spaces_comes_before_its_parts() throws IOException {
    Map<String, String> notes = new HashMap<>();
    notes.put("parts", "# 机器翻译是侮辱吗\n\n机器翻译，搜狗翻译，机器，狗，机器人养狗。机器不是狗。");
    for (int i = 0; i < 5; i++) {
      String other = "今天写了很多别的东西，天气也好，路上人多，晚饭吃面。".repeat(20 + i);
      notes.put("whole" + i, "# 见闻" + i + "\n\n" + other + "展台上有一只机器狗。" + other);
    }
    for (int i = 0; i < 40; i++) {
      notes.put("n" + i, "# 随笔" + i + "\n\n机器很多，第" + i + "篇。");
    }
    try (Shelf shelf = Shelf.of(folder, notes)) {
      List<String> found = shelf.found("机器狗");
      assertTrue(
          found.subList(0, 5).stream().allMatch(name -> name.startsWith("whole")), found::toString);
      SearchRequest request = SearchRequest.builder("机器狗").explain(true).build();
      Reason reason = shelf.search(request).hits().getFirst().reasons().getFirst();
      assertEquals(Reason.Kind.WHOLE, reason.kind());
      assertEquals("机器狗", reason.word());
    }
  }

  @Test
  void a_space_between_scripts_makes_no_other_word() throws IOException {
    Map<String, String> notes =
        Map.of(
            "parts",
            "# Linux 与内核\n\n内核，内核。写到 Linux，写到内核。",
            "whole",
            "# 笔记\n\n" + "很长的一段话。".repeat(50) + "Linux 内核的历史。");
    try (Shelf shelf = Shelf.of(folder, notes)) {
      assertEquals("whole", shelf.found("Linux内核").getFirst());
    }
  }

  @Test
  void characters_set_apart_are_one_word() throws IOException {
    Map<String, String> notes = Map.of("a", "# 通　知\n\n明天放假。", "b", "甲　乙丙　丁");
    try (Shelf shelf = Shelf.of(folder, notes)) {
      assertEquals(List.of("a"), shelf.found("通知"));
      assertEquals(List.of(), shelf.found("\"甲乙\""));
    }
  }

  @Test
  void snippets_show_each_word_before_one_again() throws IOException {
    StringBuilder list = new StringBuilder("# 书单\n\n");
    for (String language : List.of("C++", "Java", "Ruby", "Lua", "Perl")) {
      list.append("* ").append(language).append(" 库 中文教程\n");
    }
    list.append("* Git 指南\n");
    try (Shelf shelf = Shelf.of(folder, Map.of("a", list.toString(), "b", "教程。中文。", "c", "中文"))) {
      List<Snippet> snippets = shelf.search("git 中文教程").hits().getFirst().snippets();
      assertTrue(
          snippets.stream().anyMatch(snippet -> snippet.text().contains("Git")),
          snippets::toString);
    }
  }

  @Test
  void nothing_found_says_what_kept_it() throws IOException {
    Map<String, String> notes = Map.of("notes/打印机", "打印机卡纸，要先关掉电源。");
    try (Shelf shelf = Shelf.of(folder, notes)) {
      assertEquals(List.of(Notice.NOT_TOGETHER), shelf.search("\"打印机电源\"").notices());
      assertEquals(List.of(Notice.NOT_IN_TITLE), shelf.search("title:卡纸").notices());
      assertEquals(List.of(Notice.PATH_IS_PATTERN), shelf.search("path:打印").notices());
      assertEquals(List.of(), shelf.search("\"火星电源\"").notices());
      assertEquals(List.of(), shelf.search("path:*火星*").notices());
    }
  }

  @ParameterizedTest
  @CsvSource({"kyxkz, 开源许可证", "xkz, 许可证", "kyzz, 开源组织"})
  void initials_of_pinyin_are_understood(String typed, String meant) throws IOException {
    Map<String, String> notes = Map.of("a", "开源许可证。许可证很多。", "b", "开源组织有很多。");
    try (Shelf shelf = Shelf.of(folder, notes)) {
      assertEquals(meant, shelf.search(typed).suggestion());
    }
  }

  @Test
  void words_that_stand_nowhere_together_are_not_suggested() throws IOException {
    Map<String, String> notes = new HashMap<>();
    for (int i = 0; i < 30; i++) {
      notes.put("p" + i, "Paul wrote this.");
      notes.put("c" + i, "Old chargers break.");
    }
    try (Shelf shelf = Shelf.of(folder, notes)) {
      assertNotEquals("Paul chargers", shelf.search("Paull chargerz").suggestion());
      assertEquals("Old chargers", shelf.search("Old chargerz").suggestion());
    }
  }
}
