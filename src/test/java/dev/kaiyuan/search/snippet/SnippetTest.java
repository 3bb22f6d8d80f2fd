package dev.kaiyuan.search.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A snippet shows the place in an article that answers, and marks the words that do. */
class SnippetTest {
  private static final String CHINESE = "今天的天气很好，我们去公园散步。路上看见了很多人！";
  private static final String ENGLISH = "The weather is fine today. We walk in the park and talk.";

  @TempDir private Path folder;

  @Test
  void it_lands_on_the_match_and_says_its_line() throws IOException {
    String text = "# 杂记\n\n" + (CHINESE + "\n\n").repeat(20) + "许可证要先读。再用代码。\n\n" + CHINESE;
    try (Shelf shelf = Shelf.of(folder, Map.of("a", text))) {
      Hit hit = shelf.search("许可证").hits().getFirst();
      assertEquals("【许可证】要先读。再用代码。", Shelf.marked(hit.snippets().getFirst()));
      assertEquals(43, hit.line());
      assertEquals(43, hit.snippets().getFirst().line());
      assertEquals(List.of("杂记"), hit.section());
    }
  }

  @Test
  void snippets_stand_in_the_order_of_the_file() throws IOException {
    String note = "---\ndescription: 许可证的概述\n---\n# 杂记\n\n先读许可证的正文。\n\n再看概述。\n";
    try (Shelf shelf = Shelf.of(folder, Map.of("a", note))) {
      Hit hit = shelf.search("许可证 概述 正文").hits().getFirst();
      assertEquals(List.of(2, 6), hit.snippets().stream().map(Snippet::line).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 60, 80, 120, 200})
  void it_keeps_within_its_width_and_ends_at_a_sentence_or_says_that_it_goes_on(int width)
      throws IOException {
    String chinese = CHINESE.repeat(3) + "这里说到许可证，它很长，而且还有很多别的条款。" + CHINESE.repeat(3);
    String english =
        (ENGLISH + " ").repeat(3) + "Here a licence is named, and explained. " + ENGLISH;
    try (Shelf shelf = Shelf.of(folder, Map.of("a", chinese, "b", english))) {
      SearchRequest request = SearchRequest.builder("许可证 licence").snippets(3, width).build();
      for (Hit hit : shelf.search(request).hits()) {
        for (Snippet snippet : hit.snippets()) {
          String text = snippet.text();
          int columns = text.codePoints().map(WCWidth::wcwidth).sum();
          assertTrue(columns <= width, columns + " columns: " + text);
          assertTrue(text.matches("(?s).*[。！？.!?…]"), text);
          assertFalse(snippet.highlights().isEmpty(), text);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "开源许可证 | 这是开源许可证的文本。 | 这是【开源许可证】的文本。",
        "许可 协议 | 这是许可协议。 | 这是【许可协议】。",
        "licens* | Two licenses, one licensor. | Two 【licenses】, one 【licensor】.",
        "license | She licensed the relicensed code. | She 【licensed】 the relicensed code.",
        "什么是开源 | 什么是好的？这是开源。 | 这是【开源】。",
        "the licence of a project | The licence of the project. | The 【licence】 of the 【project】.",
        "TCP/IP | 学习 TCP/IP 协议。 | 学习 【TCP/IP】 协议。",
        "自由软件 | 自由的软件，也是自由软件。 | 自由的软件，也是【自由软件】。",
      })
  void whole_words_are_marked_and_function_words_are_not(String query, String text, String marked)
      throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("a", text))) {
      SearchRequest request = SearchRequest.builder(query).translate(false).build();
      Snippet snippet = shelf.search(request).hits().getFirst().snippets().getFirst();
      assertEquals(marked, Shelf.marked(snippet));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "媒体中心, 一个开源媒体中心软件。, 一个开源【媒体中心】软件。",
    "媒體中心, 一个开源媒体中心软件。, 一个开源【媒体中心】软件。",
    "什么是开源, 有人问什么是开源吗？, 有人问【什么是开源】吗？",
  })
  void what_was_typed_is_marked_as_one_where_it_stands_so(String query, String text, String marked)
      throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("a", text))) {
      assertEquals(marked, shelf.marked(query));
    }
  }

  @Test
  void function_words_are_marked_when_nothing_else_was_asked_for() throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("a", "To be or not to be."))) {
      assertTrue(shelf.marked("to be").startsWith("【To】 【be】 or"), shelf.marked("to be"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "开源 | 他们公开源代码，也支持开源。 | 他们公开源代码，也支持【开源】。",
        "系统 | 关系统一以后，操作系统也变了。 | 关系统一以后，操作【系统】也变了。",
        "国会 | 中国会议很多，美国国会也开会。 | 中国会议很多，美国【国会】也开会。",
      })
  void characters_of_two_other_words_are_not_marked_beside_the_word_itself(
      String query, String text, String marked) throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("a", text))) {
      assertEquals(marked, shelf.marked(query));
    }
  }

  @Test
  void they_are_marked_where_the_word_itself_does_not_stand() throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("a", "他们公开源代码。"))) {
      assertEquals("他们公【开源】代码。", shelf.marked("开源"));
    }
  }

  @Test
  void text_is_shown_rather_than_a_heading() throws IOException {
    String text = "# 许可证\n\n## 选择许可证\n\n" + CHINESE + "\n\n## 其他\n\n先选许可证，再写代码。";
    try (Shelf shelf = Shelf.of(folder, Map.of("a", text))) {
      SearchRequest request = SearchRequest.builder("许可证").snippets(1, 200).build();
      Hit hit = shelf.search(request).hits().getFirst();
      assertEquals("先选【许可证】，再写代码。", Shelf.marked(hit.snippets().getFirst()));
      assertEquals(List.of("许可证", "其他"), hit.section());
    }
  }

  @Test
  void a_heading_is_shown_where_only_it_answers() throws IOException {
    String text = "# 杂记\n\n## 选择许可证\n\n" + CHINESE;
    try (Shelf shelf = Shelf.of(folder, Map.of("a", text))) {
      assertEquals("选择【许可证】", shelf.marked("许可证"));
    }
  }
}
