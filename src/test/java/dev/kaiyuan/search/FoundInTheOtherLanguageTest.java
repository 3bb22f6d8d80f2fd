package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the words of a query stand by their names in the other language. */
class FoundInTheOtherLanguageTest {
  private static final String CHINESE = "今天的天气很好，我们去公园散步，看见了很多人。".repeat(12);
  private static final String ENGLISH =
      "The weather was fine and people walked in the park. ".repeat(12);

  @TempDir private Path folder;

  @Test
  void translations_that_stand_near_each_other_come_first() throws IOException {
    Map<String, String> articles =
        Map.of(
            "a-far", CHINESE + "许可证说明。" + CHINESE + "分叉说明。",
            "b-near", CHINESE + CHINESE + "许可证和分叉。说明。说明。",
            "c-far", ENGLISH + "A licence. " + ENGLISH + "A fork.",
            "d-near", ENGLISH + ENGLISH + "A licence and a fork.");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals("b-near", first(shelf, "licence fork", "zh"));
      assertEquals("d-near", first(shelf, "许可证 分叉", "en"));
    }
  }

  private static String first(Shelf shelf, String query, String language) throws IOException {
    return shelf.found(query + " lang:" + language).getFirst();
  }

  @ParameterizedTest
  @CsvSource({"许可证 分叉, own", "licence fork, other"})
  void the_language_of_the_query_comes_before_a_translation_of_equal_merit(
      String query, String first) throws IOException {
    Map<String, String> articles = Map.of("own", "许可证和分叉。", "other", "A licence and a fork.");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals(first, shelf.found(query).getFirst());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "apt, true, 'Install it with apt.', 这样做恰如其分。",
    "behaviour, false, A strange behaviour., 共有一千人来参观。",
    "开源许可证, false, 一份开源许可证。, The driver was granted one in the open.",
  })
  void a_translation_is_all_of_its_words_and_weighs_no_more_than_what_was_typed(
      String query, boolean finds, String own, String other) throws IOException {
    Map<String, String> articles = new HashMap<>(Map.of("own", own, "other", other));
    for (int i = 1; i <= 6; i++) {
      articles.put("more-" + i, own + " " + ENGLISH);
    }
    try (Shelf shelf = Shelf.of(folder, articles)) {
      List<String> found = shelf.found(query);
      assertEquals("own", found.getFirst());
      assertEquals(finds, found.contains("other"));
    }
  }

  @Test
  void a_name_that_articles_have_in_translation_comes_before_its_words() throws IOException {
    Map<String, String> articles = new HashMap<>();
    for (int i = 1; i <= 6; i++) {
      articles.put("whole-" + i, CHINESE + "第" + i + "种密码管理器。");
    }
    articles.put("half-1", "# 备份\n\n用 backup-manager 备份，manager 很好，manager 很快。" + CHINESE);
    articles.put("half-2", "# Font Manager\n\n一个 manager，管理字体。" + CHINESE);
    try (Shelf shelf = Shelf.of(folder, articles)) {
      List<String> found = shelf.found("password manager");
      assertEquals(8, found.size());
      assertEquals(List.of("half-1", "half-2"), found.subList(6, 8).stream().sorted().toList());
    }
  }

  @Test
  void pieces_of_a_name_that_articles_have_by_another_find_too() throws IOException {
    Map<String, String> articles = new HashMap<>();
    for (int i = 1; i <= 6; i++) {
      articles.put("whole-" + i, "内存条有很多种，第" + i + "种内存最好。");
    }
    for (int i = 1; i <= 30; i++) {
      articles.put("other-" + i, "天气很好，第" + i + "次去公园散步。");
    }
    articles.put("piece", "今天在公园里读了很久的书，发现人的記憶很有限，容易忘事。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      List<String> found = shelf.found("記憶體");
      assertEquals(7, found.size());
      assertEquals("piece", found.getLast());
    }
  }

  @Test
  void a_word_beside_its_translation_counts_once() throws IOException {
    Map<String, String> articles =
        Map.of(
            "both-names", CHINESE + "许可证 licence license。" + CHINESE + "分叉。",
            "both-words", CHINESE + "许可证的分叉。" + CHINESE + "说明。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals("both-words", shelf.found("许可证 分叉").getFirst());
    }
  }
}
