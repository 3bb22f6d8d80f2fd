package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is found however it joins its parts, and however it was typed. */
class FoundSpellingsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Node.js, nodejs, NodeJS, node.js | A node of the network, 一个 JS 文件",
        "Wi-Fi, wifi, WiFi, wi‑fi | sci-fi, hi-fi",
        "e-mail, email, E-Mail, e-mails | mail, E",
        "open-source, opensource | a source",
        "GPLv3, GPL-3.0, GPL 3, GPL v3, GPL-3, gplv3, GPL3, GPL 3.0 | GPLv2, LGPL 3",
        "iPhone14, iPhone 14, iphone-14, iphone14 | iPhone 15, 14",
        "UTF-8, utf8, UTF 8 | UTF-16, 8",
        "Python3.11, Python 3.11, python-3.11 | Python 3.1, Perl 3.11",
        "Ubuntu18.04, Ubuntu 18.04, ubuntu-18.04 | Ubuntu 20.04, 18.04",
        "IPv6, IP v6, IPV6 | IP, 第 6 章",
        "COVID-19, covid19, COVID 19 | 19",
        "SHA-256, SHA256, sha 256 | SHA-1, 256",
        "100GB, 100 GB | 10 GB, 100",
        "2024-05-01, 20240501 | 2024-05-02, 2025",
        "C++11, C++ 11 | C++ 17, C 11",
      })
  void each_spelling_finds_all(String alike, String others) throws IOException {
    Map<String, String> articles = new LinkedHashMap<>();
    String[] spellings = alike.split(", ");
    for (int i = 0; i < spellings.length; i++) {
      articles.put("hit" + i, "介绍 " + spellings[i] + " 的用法。");
    }
    for (String other : others.split(", ")) {
      articles.put("other" + articles.size(), "介绍 " + other + " 的用法。");
    }
    List<String> expected = articles.keySet().stream().limit(spellings.length).toList();
    Map<String, List<String>> missed = new TreeMap<>();
    try (Shelf shelf = Shelf.of(folder, articles)) {
      for (String spelling : spellings) {
        List<String> found = shelf.found(spelling);
        List<String> first = found.stream().limit(spellings.length).sorted().toList();
        if (!first.equals(expected)) {
          missed.put(spelling, found);
        }
      }
    }
    assertEquals(Map.of(), missed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"node.js server\"' | A nodejs server. | A node of a server in js.",
        "'\"nodejs server\"' | A Node.js server. | A server for nodejs.",
        "'\"iPhone14 case\"' | An iPhone 14 case. | An iPhone case, 14 pieces.",
        "'\"iPhone 14 case\"' | An iPhone14 case. | The case of iPhone 14.",
        "'\"采用 GPLv3\"' | 采用 GPL-3.0 许可证。 | GPL-3.0 采用者。",
        "'\"采用 GPL-3.0\"' | 采用 GPLv3 许可证。 | GPLv3 采用者。",
        "title:wi-fi | # WiFi 设置 | # Sci-fi",
        "title:GPLv3 | # GPL 3 中文版 | # GPL 2 与 3",
        "title:e-mail | # Email at work | # Mail at work",
        "+node.js +安装 | 安装 nodejs 的步骤 | 安装 node 的步骤",
        "iPhone14 AND 电池 | iPhone 14 的电池 | iPhone 的电池有 14 种",
      })
  void a_name_that_is_demanded_may_be_spelled_otherwise(String query, String hit, String other)
      throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("hit", hit, "other", other))) {
      assertEquals(List.of("hit"), shelf.found(query));
    }
  }

  @Test
  void what_is_excluded_is_excluded_in_each_spelling() throws IOException {
    Map<String, String> articles =
        Map.of(
            "one", "许可证 GPLv3", "two", "许可证 GPL 3", "three", "许可证 GPL-3.0", "hit", "许可证 GPL-2.0");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals(List.of("hit"), shelf.found("许可证 -GPLv3"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "node.js | 用 nodejs 写的服务 | 用 【nodejs】 写的服务",
        "nodejs | 用 Node.js 写的服务 | 用 【Node.js】 写的服务",
        "Wi-Fi | The wifi is down. | The 【wifi】 is down.",
        "e-mails | Send an email now. | Send an 【email】 now.",
        "iPhone14 | My iPhone 14 has 14 apps. | My 【iPhone 14】 has 14 apps.",
        "iPhone14 | My iPhone-14 has 14 apps. | My 【iPhone-14】 has 14 apps.",
        "GPLv3 | 第 3 章：GPL 3 与 GPL-3.0 | 第 3 章：【GPL 3】 与 【GPL-3.0】",
        "GPLv3 | GPL v3 and version 3 | 【GPL v3】 and version 3",
        "Python3.11 | Python 3.11, not 3.11 of Perl | 【Python 3.11】, not 【3.11】 of Perl",
      })
  void what_is_spelled_otherwise_is_marked(String query, String text, String marked)
      throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("hit", text))) {
      assertEquals(marked, shelf.marked(query));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "e-mail, email",
    "wi-fi, wifi",
    "node.js, nodejs",
    "GPLv3, GPL 3",
    "iPhone14, iPhone 14"
  })
  void nothing_else_is_suggested_for_a_name_that_is_found(String query, String text)
      throws IOException {
    Map<String, String> articles = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      articles.put("article" + i, "About " + text + " and much more, number " + i + ".");
    }
    try (Shelf shelf = Shelf.of(folder, articles)) {
      SearchResults results = shelf.search(query);
      assertEquals(12, results.total());
      assertNull(results.suggestion());
    }
  }

  @Test
  void words_that_only_resemble_do_not_meet() throws IOException {
    Map<String, String> articles =
        Map.of("a", "We are now here.", "b", "He had 14 iPhones.", "c", "3 licences, one a GPL.");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals(List.of(), shelf.found("nowhere"));
      assertEquals(List.of("b"), shelf.found("iPhone14"));
      assertEquals(List.of("c"), shelf.found("GPLv3"));
    }
  }
}
