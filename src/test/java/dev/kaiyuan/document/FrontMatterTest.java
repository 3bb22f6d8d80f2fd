package dev.kaiyuan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
  @Test
  void front_matter_is_what_the_article_says_of_itself_and_not_its_text() {
    Article article =
        Articles.markdown(
            """
            ---
            title: "开源许可证：选择"
            lang: zh-hans
            date: 2024-05-01
            tags: [许可证, MIT, 许可证]
            authors:
              - name: 李雷
                url: https://example.cn
              - 韩梅梅
            ---

            An article.
            """);
    assertEquals("开源许可证：选择", article.title());
    assertEquals(Language.CHINESE, article.language());
    assertEquals(LocalDate.of(2024, 5, 1), article.date());
    assertEquals(List.of("许可证", "MIT"), article.tags());
    assertEquals(List.of("李雷", "韩梅梅"), article.authors());
    assertEquals("An article.\n", article.text());
    assertEquals(12, article.lines().lineAt(0));
    assertEquals(List.of(), article.warnings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-05-01",
        "2024/5/1",
        "2024.05.01",
        "2024年5月1日",
        "2024-05-01T08:00:00Z",
        "2024-05-01 08:00:00 +0800",
        "2024-05-01T08:00:00+08:00",
        "'2024-5-1'"
      })
  void a_date_is_read_in_any_usual_form(String date) {
    assertEquals(LocalDate.of(2024, 5, 1), withFrontMatter("date: " + date).date());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-13-01", "2023-02-29", "昨天", "20240501", "2024", "[2024-05-01]x"})
  void a_date_that_is_none_is_left_out_with_a_warning(String date) {
    Article article = withFrontMatter("date: \"" + date + "\"");
    assertNull(article.date());
    assertEquals(1, article.warnings().size());
    assertTrue(
        article.warnings().getFirst().toString().contains(date), article.warnings().toString());
  }

  @Test
  void tags_come_as_a_list_or_a_line_and_with_categories() {
    assertEquals(List.of("a", "b c", "丁"), withFrontMatter("tags: a, b c，丁").tags());
    assertEquals(
        List.of("2024", "true", "x"), withFrontMatter("tags: [2024, true]\ncategories: x").tags());
    assertEquals(List.of("架构"), withFrontMatter("tags: [\"架构\", \"\", null]").tags());
    assertEquals(List.of(), withFrontMatter("tags:").tags());
  }

  @Test
  void values_of_other_kinds_do_no_harm() {
    Article article =
        withFrontMatter("title: [a]\nlang: 7\ndate: {a: b}\ntags: {x: 1}\nauthor: {name: n}");
    assertEquals("article", article.title());
    assertEquals(List.of("x"), article.tags());
    assertEquals(List.of("n"), article.authors());
    assertEquals(List.of(FileProblem.Kind.TITLE.alone()), article.warnings());
    assertEquals("2024", withFrontMatter("title: 2024").title());
  }

  @Test
  void a_value_is_taken_as_it_is_written() {
    for (String title :
        List.of("3.10", "1_000", "0x1F", "1e3", "007", "Yes", ".inf", "2024-05-01")) {
      assertEquals(title, withFrontMatter("title: " + title).title());
      assertEquals(List.of(title, "甲"), withFrontMatter("tags: [" + title + ", 甲]").tags());
    }
    assertEquals("aGVsbG8=", withFrontMatter("title: !!binary aGVsbG8=").title());
    assertEquals("3.10", withFrontMatter("title: !!float 3.10").title());
    assertEquals("null", withFrontMatter("title: \"null\"").title());
    for (String nothing : List.of("", "~", "null", "NULL", "\"\"")) {
      assertEquals("article", withFrontMatter("title: " + nothing).title());
      assertEquals(List.of("甲"), withFrontMatter("tags:\n- " + nothing + "\n- 甲").tags());
      assertEquals(List.of(), withFrontMatter("author: " + nothing).authors());
    }
  }

  @Test
  void the_language_is_detected_where_the_tag_is_none() {
    assertEquals(Language.ENGLISH, withFrontMatter("lang: en_US").language());
    assertEquals(Language.OTHER, withFrontMatter("lang: fr").language());
    assertEquals(Language.CHINESE, withFrontMatter("lang: cn").language());
    assertEquals(Language.CHINESE, withFrontMatter("lang: 简体中文").language());
  }

  @Test
  void broken_yaml_keeps_the_article_and_what_can_be_read() {
    Article article = withFrontMatter("title: 开源: 历史\ndate: 2024-05-01\ntags: [a");
    assertEquals("开源: 历史", article.title());
    assertEquals(LocalDate.of(2024, 5, 1), article.date());
    assertEquals("正文\n", article.text());
    assertEquals(1, article.warnings().size());
    assertTrue(
        article.warnings().getFirst().toString().contains("at line 2"),
        article.warnings().toString());
  }

  @Test
  void a_rule_at_the_top_is_no_front_matter() {
    assertEquals("开源\n软件\n", Articles.markdown("---\n\n开源\n\n---\n软件").text());
    assertEquals("开源\n软件\n", Articles.markdown("---\n开源\n\n***\n\n软件").text());
  }

  @Test
  void front_matter_may_be_all_there_is() {
    Article article = Articles.markdown("---\ntitle: 甲\n---");
    assertEquals("甲", article.title());
    assertEquals("", article.text());
    assertEquals(1, article.lines().lineAt(0));
  }

  @Test
  void yaml_can_neither_make_objects_nor_grow_without_bound() {
    Article object = withFrontMatter("title: !!javax.script.ScriptEngineManager [x]");
    assertEquals("正文\n", object.text());
    String bomb =
        "a: &a [x,x,x,x,x]\n"
            + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
            + "tags: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]";
    assertEquals(List.of(), withFrontMatter(bomb).tags());
    assertEquals("正文\n", withFrontMatter("title: x\na: " + "[".repeat(10_000)).text());
  }

  private static Article withFrontMatter(String yaml) {
    return Articles.markdown("---\n" + yaml + "\n---\n正文\n");
  }
}
