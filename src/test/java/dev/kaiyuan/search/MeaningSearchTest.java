package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.index.MeaningIndexer;
import dev.kaiyuan.index.MeaningProgress;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.search.SearchRequest.Meaning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions find what answers them in other words, and names find what has their words. */
class MeaningSearchTest {
  private static final Map<String, String> ARTICLES =
      Map.of(
          "printer",
          """
          ---
          tags: [office]
          ---
          # 打印机卡纸

          每台机器都会遇到。

          ## 处理

          先关电源，再打开后盖，顺着出纸方向把纸慢慢抽出来。
          """,
          "income",
          "# 自由软件公司的收入\n\n公司向客户出售支持、培训和托管服务，以此维持开发。\n",
          "lunch",
          "# 午饭\n\n今天怎么吃？在学校吃面条，开心。\n",
          "train",
          "# 火车时刻\n\n每天早上八点从北京出发。\n",
          "jam",
          "# Paper jam\n\nSwitch the device off and pull the sheet out slowly.\n",
          "money",
          "# Business models\n\nCompanies sell support and hosting to their customers.\n",
          "weather",
          "# Weather\n\nIt will rain in the north tomorrow.\n");

  @TempDir static Path folder;
  private static ArticleSearcher searcher;

  @BeforeAll
  static void index() throws IOException {
    Shelf.of(folder, ARTICLES).close();
    Path index = folder.resolve("index");
    new MeaningIndexer(index, 2).index(Depth.PASSAGES, MeaningProgress.NONE);
    searcher = ArticleSearcher.open(index);
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
  }

  private static SearchResults search(String query, Meaning meaning) throws IOException {
    return searcher.search(SearchRequest.builder(query).meaning(meaning).build());
  }

  private static List<String> found(SearchResults results) {
    return results.hits().stream().map(Shelf::name).toList();
  }

  @Test
  void a_question_finds_first_what_says_it_in_other_words() throws IOException {
    assertEquals("income", found(search("写代码的人怎么靠送人的程序赚钱", Meaning.ON)).getFirst());
    assertEquals(
        "money",
        found(search("how does one earn an income from giving programs away", Meaning.ON))
            .getFirst());
    assertFalse(found(search("写代码的人怎么靠送人的程序赚钱", Meaning.OFF)).contains("income"));
  }

  @Test
  void articles_in_the_other_language_are_near_to_the_translation(@TempDir Path other)
      throws IOException {
    Map<String, String> english = new TreeMap<>(ARTICLES);
    english.values().removeIf(text -> text.codePoints().anyMatch(Character::isIdeographic));
    Shelf.of(other, english).close();
    Path index = other.resolve("index");
    new MeaningIndexer(index, 2).index(Depth.LEADS, MeaningProgress.NONE);
    try (ArticleSearcher alone = ArticleSearcher.open(index)) {
      SearchRequest request = SearchRequest.builder("企业怎么靠服务赚钱，有哪些收入").explain(true).build();
      Hit first = alone.search(request).hits().getFirst();
      assertEquals("money", Shelf.name(first));
      assertTrue(first.reasons().stream().anyMatch(each -> each.kind() == Reason.Kind.MEANING));
    }
  }

  @Test
  void the_nearest_passage_is_shown_at_its_line() throws IOException {
    SearchResults results = search("纸夹在机器里出不来应该怎么办", Meaning.ONLY);
    Hit hit = results.hits().getFirst();
    assertEquals("printer", Shelf.name(hit));
    assertEquals(6, hit.line());
    assertTrue(hit.snippets().getFirst().text().startsWith("每台机器都会遇到。"), hit::toString);
  }

  @Test
  void what_words_find_is_counted_and_what_meaning_adds_is_told() throws IOException {
    SearchResults words = search("打印机", Meaning.OFF);
    SearchResults both = search("打印机", Meaning.ON);
    assertEquals(List.of("printer"), found(words));
    assertEquals(words.total(), both.total());
    assertEquals(both.hits().size(), both.total() + both.added());
    assertTrue(both.added() > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"打印机", "时刻", "\"每天早上\"", "lunch.md 面条", "Paper jam", "rain"})
  void a_name_finds_first_what_has_its_words(String query) throws IOException {
    SearchResults words = search(query, Meaning.OFF);
    SearchResults both = search(query, Meaning.ON);
    assertEquals(
        List.copyOf(found(words)).stream().sorted().toList(),
        found(both).subList(0, words.hits().size()).stream().sorted().toList());
  }

  @Test
  void explanations_say_what_meaning_gave_and_sum_up_to_the_score() throws IOException {
    SearchResults results =
        searcher.search(SearchRequest.builder("怎么把卡住的纸从打印机里拿出来").explain(true).build());
    Hit hit = results.hits().getFirst();
    assertEquals("printer", Shelf.name(hit));
    assertTrue(hit.reasons().stream().anyMatch(each -> each.kind() == Reason.Kind.MEANING));
    double sum = hit.reasons().stream().mapToDouble(Reason::gave).sum();
    assertEquals(hit.score(), sum, 0.05);
  }

  @Test
  void filters_hold_for_what_meaning_finds() throws IOException {
    String question = "how do I get the stuck sheet out of the machine";
    for (Meaning meaning : Meaning.values()) {
      SearchRequest request = SearchRequest.builder(question).meaning(meaning).build();
      assertEquals(
          List.of(),
          found(
              searcher.search(
                  request.toBuilder().language(Language.CHINESE).translate(false).build())));
    }
    SearchRequest chinese = SearchRequest.of("怎么靠送人的程序赚钱");
    assertEquals(
        List.of("printer"),
        found(searcher.search(chinese.toBuilder().tags(List.of("office")).build())));
    List<String> all = new ArrayList<>(found(search("怎么靠送人的程序赚钱", Meaning.ON)));
    assertTrue(all.remove("income"), all::toString);
    assertEquals(all, found(search("怎么靠送人的程序赚钱 -公司", Meaning.ON)));
    assertEquals(List.of("train"), found(search("怎么靠送人的程序赚钱 \"早上八点\"", Meaning.ON)));
  }

  @Test
  void pages_follow_each_other() throws IOException {
    SearchRequest request = SearchRequest.of("怎么靠送人的程序赚钱");
    List<String> all = found(searcher.search(request));
    assertEquals(all.subList(0, 2), found(searcher.search(request.toBuilder().limit(2).build())));
    assertEquals(
        all.subList(2, 4), found(searcher.search(request.toBuilder().limit(2).offset(2).build())));
  }

  @Test
  void other_orders_are_by_words() throws IOException {
    SearchRequest request =
        SearchRequest.builder("怎么靠送人的程序赚钱").order(SearchRequest.Order.PATH).build();
    assertEquals(
        found(searcher.search(request.toBuilder().meaning(Meaning.OFF).build())),
        found(searcher.search(request)));
  }

  @Test
  void articles_like_one_are_near_in_meaning_too() throws IOException {
    String path = searcher.search(SearchRequest.of("收入")).hits().getFirst().path();
    SearchResults alike = searcher.similar(path, SearchRequest.of(""));
    assertFalse(found(alike).contains("income"));
    assertTrue(alike.added() > 0 || alike.total() > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!!", "-午饭", "lang:zh"})
  void what_says_nothing_means_nothing(String query) throws IOException {
    assertEquals(found(search(query, Meaning.OFF)), found(search(query, Meaning.ON)));
  }

  @Test
  void a_query_of_ten_thousand_characters_is_answered() throws IOException {
    String query = "怎么把卡住的纸从打印机里拿出来".repeat(700);
    assertEquals("printer", found(search(query, Meaning.ON)).getFirst());
  }

  @Test
  void without_vectors_words_answer_and_meaning_alone_says_why_it_does_not(@TempDir Path other)
      throws IOException {
    try (Shelf shelf = Shelf.of(other, ARTICLES)) {
      SearchRequest request = SearchRequest.of("怎么把卡住的纸从打印机里拿出来");
      SearchResults words = shelf.search(request);
      assertEquals("printer", found(words).getFirst());
      assertEquals(List.of(), words.notices());
      assertEquals(
          List.of(Notice.NO_VECTORS),
          shelf.search(request.toBuilder().meaning(Meaning.ONLY).build()).notices());
    }
  }

  @Test
  void new_articles_are_found_by_words_before_they_have_vectors(@TempDir Path other)
      throws IOException {
    Shelf.of(other, ARTICLES).close();
    Path index = other.resolve("index");
    new MeaningIndexer(index, 2).index(Depth.LEADS, MeaningProgress.NONE);
    Path docs = other.toRealPath().resolve("docs");
    Files.writeString(docs.resolve("tea.md"), "# 泡茶\n\n水开了再泡，怎么泡都行。\n");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(docs), IndexingProgress.NONE);
    try (ArticleSearcher after = ArticleSearcher.open(index)) {
      assertEquals("tea", found(after.search(SearchRequest.of("泡茶"))).getFirst());
    }
  }
}
