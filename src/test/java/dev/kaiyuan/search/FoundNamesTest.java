package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, versions and signs are found whole and in part, whole first. */
class FoundNamesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C++ | He writes C++ at work. | He writes C at work.",
        "C# | He writes C# at work. | He writes C++ and C at work.",
        "F# | He writes F# at work. | Press F to pay respects.",
        "C | He writes C at work. | He writes C++ at work.",
        ".NET | It runs on .NET today. | The net is torn today.",
        "Node.js | A Node.js server. | A node of the network.",
        "GPL-3.0 | Licensed under GPL-3.0. | Licensed under GPL-2.0.",
        "GPLv3 | Licensed under GPLv3. | Licensed under GPLv2.",
        "GPL-3.0 | Licensed under GPLv3. | Licensed under GPL-2.0.",
        "GPLv3 | Licensed under GPL-3.0. | Licensed under GPL 2.",
        "1.3 | Released as 1.3. | Released as 1.4.",
        "v1.30 | Released as v1.30.2. | Released as v1.3.",
        "1.30 | Released as v1.30. | Released as v1.31.",
        "1.30 | The release 1.30 is old. | Released as 1.30.2.",
        "kubernetes 1.30 | Kubernetes 的 1.30 版发布已久。 | Kubernetes 1.30.2 发布",
        "v3 | 第三版即 v3，多年未改。 | 发布 v3.0.1",
        "バス | 東京のバスに乗ります。 | 池にハスが咲きます。",
        "мой | Это мой дом. | Это мои дома.",
        "UTF-8 | Encoded as UTF-8. | Encoded as UTF-16.",
        "utf8 | Encoded as UTF-8. | Encoded as UTF-16.",
        "k8s | It runs on k8s. | It has 8 keys.",
        "iPhone14 | 我的 iPhone14 坏了。 | 我的 iPhone 坏了。",
        "iPhone | My iPhone14 broke. | My 14 phones broke.",
        "1,000 | It cost 1,000 euros. | It cost 1 euro.",
        "1000 | It cost 1,000 euros. | It cost 1,100 euros.",
        "1,000 | It cost 1000 euros. | It cost 1 euro.",
        "TCP/IP | The TCP/IP stack. | The TCP stack.",
        "CI/CD | A CI/CD pipeline. | A CD player.",
        "file.tar.gz | Unpack file.tar.gz here. | Unpack the file here.",
        "tar.gz | Unpack file.tar.gz here. | Unpack the file here.",
        "--dry-run | Try it with `--dry-run` first. | Try a run in the dry first.",
        "@Override | Put `@Override` above it. | Do not ride over it.",
        "snake_case | Names in snake_case. | The case of the snake.",
        "camelCase | Names in camelCase. | The case of the camel.",
        "me@example.org | Write to me@example.org. | Write to me, for example.",
        "https://example.org/a/licence | See https://example.org/a/licence here. | See here.",
        "开源2.0 | 这就是开源2.0时代。 | 这就是开源的时代。",
        "python3 | Run it with Python3. | Run it with Perl5.",
      })
  void a_name_is_found_before_what_only_resembles_it(String query, String hit, String less)
      throws IOException {
    Map<String, String> articles = Map.of("z-hit", hit, "a-less", less, "other", "天气很好，我们去公园散步。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals("z-hit", shelf.found(query).getFirst());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "node | We use Node.js here.",
        "js | We use Node.js here.",
        "nodejs | We use Node.js here.",
        "Node JS | We use Node.js here.",
        "net | It runs on .NET today.",
        "TCP | The TCP/IP stack.",
        "IP | The TCP/IP stack.",
        "tar | Unpack file.tar.gz here.",
        "gz | Unpack file.tar.gz here.",
        "dry run | Try it with `--dry-run` first.",
        "dry-run | Try it with `--dry-run` first.",
        "dryrun | Try it with `--dry-run` first.",
        "override | Put `@Override` above it.",
        "snake | Names in snake_case.",
        "case | Names in snake_case.",
        "camel | Names in camelCase.",
        "camelcase | Names in camelCase.",
        "camel case | Names in camelCase.",
        "HTTP | An XMLHttpRequest is sent.",
        "xmlhttp | An XMLHttpRequest is sent.",
        "httprequest | An XMLHttpRequest is sent.",
        "HttpRequests | An XMLHttpRequest is sent.",
        "responsecode | A method getHTTPResponseCode.",
        "httpresponse | A method getHTTPResponseCode.",
        "request | An XMLHttpRequest is sent.",
        "example | Write to me@example.org.",
        "example.org | See <https://example.org/a/licence>.",
        "licence | See https://example.org/a/licence here.",
        "iphone 14 | 我的 iPhone14 坏了。",
        "14 | 我的 iPhone14 坏了。",
        "python | Run it with Python3.",
        "GPL | 采用GPLv3许可证。",
        "GPL3 | Licensed under GPLv3.",
        "GPL 3 | Licensed under GPL-3.0.",
        "AT&T | Bell Labs belonged to AT&T.",
        "Apache2 | Licensed under Apache-2.0.",
        "ResponseCode | A method getHTTPResponseCode.",
        "xml http | An XMLHttpRequest is sent.",
        "python 3.11 | Run it with Python3.11.",
        "python3.11 | Run it with Python 3.11.",
        "3.11 | Run it with Python3.11.",
        "maxRetryCount | The max retry count.",
        "useEffectHook | useEffect 与其他 Hook。",
        "iPhone99 | 一篇 iPhone 手机评测。",
        "kubernetes 1.30.5 | Kubernetes 的 1.30 版。",
        "v1.30.5 | Released as v1.30.",
      })
  void a_name_is_found_by_its_parts_and_without_its_signs(String query, String text)
      throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("hit", text, "other", "Nothing of it."))) {
      assertEquals(List.of("hit"), shelf.found(query));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iPhone6 | 我的 iPhone6 坏了。 | 来了 6 位客人。",
        "vue3 | 学习 Vue3。 | 第 3 章讲别的。",
        "md5 | 用 MD5 校验。 | 5 个工具。",
        "gcc4.8 | 用 GCC 4.8 编译。 | 8 种方法，版本 4.8 的内核。",
        "GPLv3 | 采用 GPLv3。 | 第 3 版。",
        "GPL-3.0 | 采用 GPL-3.0 许可证。 | TCP/IP 协议。",
      })
  void a_piece_that_says_nothing_finds_nothing_alone(String query, String hit, String other)
      throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("hit", hit, "other", other))) {
      assertEquals("hit", shelf.found(query).getFirst());
      assertEquals(query.contains(".") ? shelf.found(query) : List.of("hit"), shelf.found(query));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C# | C++, C and C# are languages. | C++, C and 【C#】 are languages.",
        "C++ | C++, C and C# are languages. | 【C++】, C and C# are languages.",
        "Node.js | We use Node.js here. | We use 【Node.js】 here.",
        "js | We use Node.js here. | We use Node.【js】 here.",
        "GPL | 采用GPLv3许可证。 | 采用【GPL】v3许可证。",
        "UTF-8 | 用 UTF-8 编码。 | 用 【UTF-8】 编码。",
        "camel | Names in camelCase. | Names in 【camel】Case.",
      })
  void only_what_was_asked_for_is_marked(String query, String text, String marked)
      throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("hit", text))) {
      assertEquals(marked, shelf.marked(query));
    }
  }

  @Test
  void c_sharp_is_not_the_c_of_c_plus_plus() throws IOException {
    Map<String, String> articles = Map.of("plus", "He writes C++.", "sharp", "He writes C#.");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals(List.of("sharp"), shelf.found("C#"));
      assertEquals(List.of("plus"), shelf.found("C++"));
      assertFalse(shelf.marked("C#").contains("【C】"));
    }
  }

  @Test
  void a_path_in_an_address_is_marked_as_far_as_it_was_asked_for() throws IOException {
    String text = "The text is at https://example.org/licences/gpl.html for all.";
    try (Shelf shelf = Shelf.of(folder, Map.of("hit", text))) {
      assertTrue(shelf.marked("gpl.html").contains("【gpl.html】"), shelf.marked("gpl.html"));
    }
  }
}
