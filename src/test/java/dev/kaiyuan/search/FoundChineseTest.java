package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Chinese is found wherever it stands and however it is written, the best first. */
class FoundChineseTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我们支持开源。",
        "开源的好处很多。",
        "“开源”软件由社区维护。",
        "开源是什么",
        "为什么要开源？",
        "他把代码开源了",
        "不开源",
        "非开源软件",
        "**开**源软件"
      })
  void a_word_is_found_in_any_context(String text) throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("hit", text, "other", "天气很好。"))) {
      assertEquals(List.of("hit"), shelf.found("开源"));
      assertTrue(shelf.marked("开源").contains("【开源】"), shelf.marked("开源"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "系统, 这个系统很稳定。, 这个操作系统很稳定。",
    "代码, 这里是代码的说明。, 这里是源代码管理的说明。",
    "软件, 他写了一个软件。, 他写了一个自由软件许可证。"
  })
  void a_word_inside_a_longer_one_is_found_after_the_exact_word(
      String query, String exact, String longer) throws IOException {
    Map<String, String> articles =
        Map.of("a-longer", longer, "b-exact", exact, "c-other", "今天的天气很好。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals(List.of("b-exact", "a-longer"), shelf.found(query));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "茶, 茶，一种饮料。, 他周末在家泡茶。, 他周末在家。",
    "茶, 这是茶。, 茶叶放在罐子里。, 叶子放在罐子里。",
    "書, 读书人说：书！, 图书馆今天不开门。, 今天不开门。",
    "茶 書, 茶与书。, 图书馆里可以喝红茶。, 馆里可以喝水。"
  })
  void a_character_is_found_in_the_words_that_hold_it_after_itself(
      String query, String itself, String within, String other) throws IOException {
    Map<String, String> articles = Map.of("a-within", within, "b-itself", itself, "c-other", other);
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals(List.of("b-itself", "a-within"), shelf.found(query));
    }
  }

  @Test
  void a_character_is_marked_within_the_words_that_hold_it() throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("a", "他周末在家泡茶。"))) {
      assertEquals("他周末在家泡【茶】。", shelf.marked("茶"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "闭源, 这个产品是闭源的。, 关闭阀门以后，水源就断了；水源关闭。",
    "插件, 浏览器装了一个插件。, 插上插头的文件、信件和零件。",
    "大模型, 训练一个大模型。, 最大的模范造型，大型的模具，模型很大。",
    "内卷, 公司里内卷严重。, 内部的试卷和考卷，试卷内容。"
  })
  void a_new_word_is_its_adjacent_characters_not_loose_ones(
      String query, String adjacent, String loose) throws IOException {
    Map<String, String> articles = Map.of("a-loose", loose, "b-adjacent", adjacent);
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals("b-adjacent", shelf.found(query).getFirst());
      assertTrue(shelf.marked(query).contains("【" + query + "】"), shelf.marked(query));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "信创, 他创办了一家公司，信写好了，创新很难。",
    "国密, 密的东西，国与国之间，密不可分。",
    "躺平, 他躺下了，地很平。",
    "内卷, 内有一卷，卷起来放在内。",
  })
  void a_new_word_that_stands_nowhere_finds_nothing(String query, String loose) throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("loose", loose))) {
      assertEquals(List.of(), shelf.found(query));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "記憶體, 内存, 他的记忆和体力都很好，记忆犹新，体育课上记忆力惊人。",
    "伺服器, 服务器, 伺服电机是一种机器，伺服的容器和器皿。",
    "行動裝置, 移动设备, 行动起来，装置艺术的行动。",
    "部落格, 博客, 一个部落的格局，部落的人性格很好。",
  })
  void a_word_of_another_region_comes_before_its_pieces(String query, String here, String pieces)
      throws IOException {
    Map<String, String> articles = new HashMap<>(Map.of("pieces", pieces));
    for (int i = 1; i <= 6; i++) {
      articles.put("here-" + i, "第" + i + "篇介绍" + here + "的文章，天气很好，我们去公园散步。");
    }
    try (Shelf shelf = Shelf.of(folder, articles)) {
      List<String> found = shelf.found(query);
      assertEquals(7, found.size(), found::toString);
      assertEquals("pieces", found.getLast());
    }
  }

  @Test
  void any_two_neighbouring_characters_are_found() throws IOException {
    String text = "操作系统内核维护者指南";
    try (Shelf shelf = Shelf.of(folder, Map.of("text", text, "other", "今天天气很好"))) {
      for (int length = 2; length <= 5; length++) {
        for (int i = 0; i + length <= text.length(); i++) {
          String piece = text.substring(i, i + length);
          SearchRequest request = SearchRequest.builder(piece).translate(false).build();
          List<Hit> hits = shelf.search(request).hits();
          assertEquals(List.of("text"), hits.stream().map(Shelf::name).toList(), piece);
          String marked = Shelf.marked(hits.getFirst().snippets().getFirst());
          assertTrue(marked.contains("【" + piece + "】"), piece + ": " + marked);
        }
      }
    }
  }

  @Test
  void one_character_is_found_as_a_word_before_it_is_found_in_one() throws IOException {
    Map<String, String> articles = Map.of("cat", "家里有一只猫。", "other", "今天天气很好。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals(List.of("cat"), shelf.found("猫"));
    }
  }

  @Test
  void more_of_the_words_come_first_and_a_missing_one_leaves_the_others() throws IOException {
    Map<String, String> articles =
        Map.of(
            "one", "贡献者的故事。",
            "two", "贡献者的协议。",
            "three", "贡献者的许可协议，开源社区。",
            "none", "今天天气很好。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals(List.of("three", "two", "one"), shelf.found("贡献者 协议 社区"));
      assertEquals("three", shelf.found("贡献者 协议 社区 区块链浏览器").getFirst());
      assertEquals(3, shelf.found("贡献者 火星").size());
    }
  }

  @Test
  void words_that_stand_near_each_other_come_first() throws IOException {
    String between = "今天的天气很好，我们去公园散步，看见了很多人。".repeat(12);
    Map<String, String> articles =
        Map.of(
            "a-far", "许可证说明。" + between + "兼容性说明。",
            "b-near", between + "许可证的兼容性说明。说明。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals("b-near", shelf.found("许可证 兼容性").getFirst());
    }
  }

  @Test
  void a_title_says_more_than_a_heading_and_a_heading_more_than_the_text() throws IOException {
    Map<String, String> articles =
        Map.of(
            "body", "# 杂谈\n\n## 其他\n\n这里谈谈分叉的问题。",
            "heading", "# 杂谈\n\n## 分叉\n\n这里谈谈其他的问题。",
            "heading-and-body", "# 杂谈\n\n## 分叉\n\n这里谈谈分叉的问题。",
            "title", "# 分叉\n\n## 其他\n\n这里谈谈分叉的问题。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      List<String> found = shelf.found("分叉");
      assertEquals("title", found.get(0));
      assertEquals("heading-and-body", found.get(1));
    }
  }

  @Test
  void one_word_never_becomes_an_or_of_its_characters() throws IOException {
    Map<String, String> articles =
        Map.of(
            "training", "介绍大模型训练的方法。",
            "fashion", "时装模型大赛，大家的模型很大。",
            "big", "大家好。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals("training", shelf.found("大模型").getFirst());
      assertFalse(shelf.found("大模型").contains("big"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "开源许可证, 這是一份開源許可證。, 這是一份【開源許可證】。",
    "開源許可證, 这是一份开源许可证。, 这是一份【开源许可证】。",
    "发布, 他們發布了新版本。, 他們【發布】了新版本。",
    "頭髮, 她的头发很长。, 她的【头发】很长。",
    "干部, 這位幹部很忙。, 這位【幹部】很忙。",
    "台湾, 臺灣的社群。, 【臺灣】的社群。",
    "裡面, 里面有什么？, 【里面】有什么？",
    "软件自由, 軟件自由日。, 【軟件自由】日。"
  })
  void traditional_and_simplified_characters_meet(String query, String text, String marked)
      throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("hit", text, "other", "今天天氣很好。"))) {
      assertEquals(List.of("hit"), shelf.found(query));
      assertEquals(marked, shelf.marked(query));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "軟體, 软件",
    "软体, 软件",
    "软件, 軟體",
    "資料庫, 数据库",
    "数据库, 資料庫",
    "搜尋, 搜索",
    "搜索, 搜尋",
    "開放原始碼, 开放源代码",
    "開放原始碼, 开源",
    "网络, 網路",
    "程式, 程序",
    "服务器, 伺服器",
    "默认, 預設",
    "人工智能, 人工智慧"
  })
  void words_of_other_regions_meet_after_ones_own(String query, String elsewhere)
      throws IOException {
    Map<String, String> articles =
        Map.of(
            "a-elsewhere", "这里说的是" + elsewhere + "。",
            "b-own", "这里说的是" + query + "。",
            "c-other", "今天天气很好。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals(List.of("b-own", "a-elsewhere"), shelf.found(query));
      Snippet snippet = shelf.search(query).hits().getLast().snippets().getFirst();
      assertEquals("这里说的是【" + elsewhere + "】。", Shelf.marked(snippet));
    }
  }
}
