package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is suggested over the articles of {@code corpus/}. */
class SuggesterTest {
  @TempDir static Path temp;
  private static ArticleSearcher searcher;

  @BeforeAll
  static void index() throws IOException {
    searcher = CorpusIndex.in(temp);
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
  }

  @ParameterizedTest
  @CsvSource({
    "lisence,licence",
    "kubernates,kubernetes",
    "maintaner burnout,maintainer burnout",
    "copylefft,copyleft",
    "Stalman,stallman",
    "许可证 vulnerabilty,许可证 vulnerability"
  })
  void a_letter_wrong_in_english(String typed, String meant) throws IOException {
    assertEquals(meant, suggestion(typed));
  }

  @ParameterizedTest
  @CsvSource({"开园,开源", "社区志理,社区治理", "授劝,授权", "贡线者,贡献者", "软见,软件", "写议,协议", "开园 许可证,开源 许可证"})
  void a_chinese_word_that_sounds_the_same(String typed, String meant) throws IOException {
    assertEquals(meant, suggestion(typed));
  }

  @ParameterizedTest
  @CsvSource({"己经,已经", "扳本,版本", "抚务器,服务器", "许可怔,许可证", "偏译,编译", "测式,测试", "漏桐,漏洞"})
  void a_chinese_word_that_looks_the_same(String typed, String meant) throws IOException {
    assertEquals(meant, suggestion(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "kaiyuan,开源",
    "xukezheng,许可证",
    "shequ,社区",
    "kai yuan,开源",
    "ruanjian,软件",
    "kaiyuan license,开源 license"
  })
  void pinyin_typed_for_chinese(String typed, String meant) throws IOException {
    assertEquals(meant, suggestion(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"开源许可证", "open source licence", "copyleft", "社区", "维护者", "software"})
  void nothing_where_enough_is_found(String typed) throws IOException {
    assertNull(suggestion(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzzqqqxxx", "12345678901", "!!!", "", "🎈", "-", "开源 -软件"})
  void nothing_where_nothing_is_meant(String typed) throws IOException {
    assertNull(suggestion(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lisence", "kaiyuan", "开园"})
  void what_is_suggested_finds_more_and_is_not_mixed_among_the_hits(String typed)
      throws IOException {
    SearchResults results = searcher.search(SearchRequest.of(typed));
    SearchResults meant = searcher.search(SearchRequest.of(suggestion(typed)));
    assertTrue(meant.total() > results.total());
    assertNotEquals(meant.hits(), results.hits());
  }

  private static String suggestion(String query) throws IOException {
    return searcher.search(SearchRequest.of(query)).suggestion();
  }
}
