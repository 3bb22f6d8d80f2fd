package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person can write besides words, and that anything else is literal text. */
class QuerySyntaxTest {
  private static final Map<String, String> ARTICLES =
      Map.of(
          "law", "---\ntitle: 许可证\nlang: zh\ntags: [law]\n---\n开源许可证有宽松的，也有左版的。",
          "gpl", "---\ntitle: The GPL\nlang: en\ntags: [law, Copyleft]\n---\nA copyleft licence.",
          "notes/fork", "---\ntitle: 分叉\nlang: zh\ntags: [社区]\n---\n分叉以后，许可证不变。",
          "notes/debian", "---\ntitle: Debian\nlang: en\n---\nA licence that is not copyleft.",
          "apache", "---\ntitle: Apache\nlang: en\n---\nThe licences of software, licensing it.");

  @TempDir private Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() throws IOException {
    shelf = Shelf.of(folder, ARTICLES);
  }

  @AfterEach
  void close() throws IOException {
    shelf.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"copyleft licence\" | gpl",
        "“copyleft licence” | gpl",
        "「开源许可证」 | law",
        "『许可证不变』 | fork",
        "＂开源许可证＂ | law",
        "许可证 -分叉 | law",
        "许可证 －分叉 | law",
        "licence -copyleft | apache",
        "licence -\"copyleft licence\" | apache debian",
        "分叉 OR Debian | debian fork",
        "(分叉 OR Debian) | debian fork",
        "（分叉 OR Debian） -许可证 | debian",
        "Apache OR GPL OR Debian | apache debian gpl",
        "copyleft AND licence | debian gpl",
        "copyleft && licence | debian gpl",
        "+copyleft +licence | debian gpl",
        "＋copyleft licence | debian gpl",
        "copyleft AND \"The GPL\" | gpl",
        "分叉 OR copyleft AND title:Debian | debian fork",
        "licence NOT copyleft | apache",
        "licence AND NOT (copyleft OR 分叉) | apache",
        "copyleft NOT debian | gpl",
        "许可证 AND copylef* | ",
        "copyleft and | debian gpl",
        "GPL OR -许可证 | apache debian gpl",
        "-GPL OR 分叉 | apache debian fork law",
        "(-GPL) licence | apache debian",
        "copylef* | debian gpl",
        "copylef＊ | debian gpl",
        "分* | fork",
        "debain~ | debian",
        "debain～ | debian",
        "lisence~ | apache debian gpl",
        "title:许可证 | law",
        "标题：许可证 | law",
        "標題:許可證 | law",
        "title:\"The GPL\" | gpl",
        "title:debian | debian",
        "ｔｉｔｌｅ：ＧＰＬ | gpl",
        "title:(GPL OR Apache) | apache gpl",
        "标题：（分叉 OR Apache） | apache fork",
        "-title:(GPL OR Apache) licence | debian",
        "title:apach* | apache",
        "title:debain~ | debian",
        "title:copylef* | ",
        "tag:law | gpl law",
        "tag:LAW | gpl law",
        "ｔａｇ：ｌａｗ | gpl law",
        "tag:copyleft | gpl",
        "标签：社区 | fork",
        "tag:law lang:en | gpl",
        "tag:law ｌａｎｇ：ｅｎ | gpl",
        "许可证 lang:zh | fork law",
        "语言：zh | fork law",
        "path:notes/** | debian fork",
        "路径：notes/** 许可证 | fork",
        "copyleft path:notes/** | debian",
        "-tag:law licence | apache debian",
      })
  void syntax_that_is_well_formed_is_understood(String query, String names) throws IOException {
    Set<String> expected =
        names == null ? Set.of() : new TreeSet<>(Arrays.asList(names.split(" ")));
    SearchRequest request = SearchRequest.builder(query).limit(100).translate(false).build();
    Set<String> found = new TreeSet<>();
    shelf.search(request).hits().forEach(hit -> found.add(Shelf.name(hit)));
    assertEquals(expected, found);
  }

  @Test
  void two_bars_mean_or() throws IOException {
    assertEquals(Set.of("debian", "fork"), Set.copyOf(shelf.found("分叉 || Debian")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C++",
        "标题：",
        "title:",
        "\"未闭合",
        "“未闭合",
        "(a",
        "a)",
        "[x",
        "- [ ] todo",
        "AND",
        "OR",
        "OR OR OR",
        "NOT",
        "a AND b",
        "什么是开源?",
        "https://example.cn/a",
        "https://example.cn/a?b=c&d=[1]#e",
        "开源！",
        "“开源”",
        "ｔｉｔｌｅ：开源",
        "🚀",
        "a OR",
        "OR a",
        "-",
        "--",
        "- a",
        "-(",
        "()",
        "(())",
        "((((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))))",
        "-(-(-(-a)))",
        "*",
        "~",
        "a**",
        "*a",
        "a~2",
        "a^2",
        "a&&b||c!",
        "{a TO b}",
        "[2020 TO 2021]",
        "/regex.*/",
        "\\",
        "\\\"",
        "a\\",
        "\"\"",
        "\" \"",
        "title:\"",
        "title:(",
        "title:()",
        "title:-",
        "lang:",
        "lang:xx",
        "lang:\"",
        "tag:\"\"",
        "path:[",
        "path:{a",
        "path:**/**/**",
        "title:title:title:a",
        "path:\\",
        "\u0000",
        "\uD83D",
        "\uDE80a",
        "a\u0000b",
        "\n\r\t",
        "<b>&amp;",
        "'; DROP TABLE",
        "%00",
        "ﷺ",
        "ǅ",
        "𠮷",
        "٣",
      })
  void any_input_is_a_query(String query) throws IOException {
    SearchResults results = shelf.search(query);
    assertEquals(query, results.query());
    shelf.search("许可证 " + query);
    shelf.search("许可证 -" + query);
    shelf.search("许可证 OR " + query);
    shelf.search("title:" + query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "!?", "……", "，。！？", "（）", "\"\"", "- -- -", "《》", "\u3000", "+"})
  void punctuation_alone_finds_nothing_and_is_told_so(String query) throws IOException {
    SearchResults results = shelf.search(query);
    assertEquals(0, results.total());
    assertEquals(List.of(Notice.NO_WORD), results.notices());
  }

  @Test
  void words_and_exclusions_alone_are_told_apart_from_nothing() throws IOException {
    assertEquals(0, shelf.search("火星").notices().size());
    assertEquals(List.of(Notice.ONLY_EXCLUDED), shelf.search("-许可证").notices());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"开源", "许可证 ", "licence ", "(", "\"", "-a ", "a OR ", "🚀", "a", "%", "tag:"})
  void ten_thousand_characters_are_a_query(String piece) throws IOException {
    String query = piece.repeat(10_000 / piece.length());
    assertEquals(query, shelf.search(query).query());
  }

  @Test
  void a_long_text_finds_the_article_it_was_copied_from() throws IOException {
    String query = "分叉以后，许可证不变。".repeat(900);
    assertEquals("fork", shelf.found(query).getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"什么是许可证?", "许可证！", "“许可证”", "《许可证》", "(许可证", "[许可证", "- [ ] 许可证", "许可证\u3000"})
  void marks_around_a_word_do_not_hide_it(String query) throws IOException {
    assertEquals("law", shelf.found(query).getFirst());
  }
}
