package dev.kaiyuan.document.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Articles;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Language;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
        "'2024-5-1'",
        "20240501",
        "20240501T080000Z",
        "2024 年 5 月 1 日 星期三",
        "Wed, 01 May 2024 08:00:00 +0800",
        "May 1st, 2024",
        "1 May 2024",
        "\"[[2024-05-01]]\""
      })
  void a_date_is_read_in_any_usual_form(String date) {
    assertEquals(LocalDate.of(2024, 5, 1), withFrontMatter("date: " + date).date());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-13-01", "2023-02-29", "昨天", "20241301", "2024", "[2024-05-01]x"})
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
    assertEquals(
        List.of("Markdown", "笔记", "C# 入门"),
        withFrontMatter("tags: [\"#Markdown #笔记\", \"C# 入门\"]").tags());
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

  @ParameterizedTest
  @CsvSource({
    "created: 2019-05-02 13:00, 2019-05-02",
    "date created: 2019-05-02, 2019-05-02",
    "createdAt: 2019-05-02, 2019-05-02",
    "创建时间: 2019年5月2日, 2019-05-02",
    "publishDate: 2019-05-02, 2019-05-02",
    "updated: 2019-05-02, 2019-05-02",
    "last_update: {date: 5/2/2019}\\nlastmod: 2019-05-02, 2019-05-02",
    "updated: 2020-01-01\\ncreated: 2019-05-02, 2019-05-02",
    "created: 2020-01-01\\ndate: 2019-05-02, 2019-05-02",
    "published: true\\ncreated: 2019-05-02, 2019-05-02",
  })
  void a_date_may_have_other_names(String yaml, LocalDate date) {
    assertEquals(date, withFrontMatter(yaml.replace("\\n", "\n")).date());
  }

  @Test
  void a_switch_is_no_date() {
    Article article = withFrontMatter("published: false\ndate: no");
    assertNull(article.date());
    assertEquals(List.of(), article.warnings());
  }

  @Test
  void tags_are_read_as_people_write_them() {
    List<String> both = List.of("读书", "历史");
    assertEquals(both, withFrontMatter("tags: \" #读书 #历史 \"").tags());
    assertEquals(both, withFrontMatter("tags: #读书 #历史").tags());
    assertEquals(both, withFrontMatter("tags: '#读书#历史'").tags());
    assertEquals(both, withFrontMatter("tags: 读书 历史").tags());
    assertEquals(both, withFrontMatter("keywords: 读书 历史").tags());
    assertEquals(both, withFrontMatter("标签: 读书、历史").tags());
    assertEquals(both, withFrontMatter("tags:\n- #读书\n- #历史").tags());
    assertEquals(both, withFrontMatter("tags: \"[[读书]] [[历史]]\"").tags());
    assertEquals(
        List.of("读书", "历史", "明史", "随笔"),
        withFrontMatter("tag: 读书\ncategories:\n- [历史, 明史]\n- [随笔]").tags());
    assertEquals(List.of("历史/明史", "C#"), withFrontMatter("tags:\n  - 历史/明史\n  - C#").tags());
    assertEquals(List.of("open source"), withFrontMatter("tags: [open source]").tags());
    assertEquals(List.of("Machine Learning"), withFrontMatter("category: Machine Learning").tags());
  }

  @Test
  void all_that_a_person_wrote_is_text_and_names_are_kept_apart() {
    Article article =
        withFrontMatter(
            """
            title: >-
              折叠的
              标题
            subtitle: 副题在此
            description: 摘要提到琥珀
            aliases: [老名字, /old/page/]
            draft: true
            id: 64a1b2c3-0000-4aaa-8bbb-0123456789ab
            cover: https://img.example.net/a.png
            params: {author_note: 谢谢读者}""");
    assertEquals("折叠的 标题", article.title());
    assertEquals(List.of("老名字"), article.aliases());
    assertEquals("正文\n副题在此\n摘要提到琥珀\n谢谢读者\n", article.text());
    assertEquals(List.of("https://img.example.net/a.png", "/old/page/"), article.addresses());
    assertEquals(List.of(), article.warnings());
  }

  record Head(String file, String title, String date, List<String> tags, String text) {}

  static List<Head> heads() {
    return List.of(
        new Head(
            "---\ntitle: [译]写作之道\ndate: 2016-07-12 21:53:50\ntags: 写作\n---\n正文。",
            "[译]写作之道",
            "2016-07-12",
            List.of("写作"),
            "正文。\n"),
        new Head(
            "---\ntitle: @某人的信\ndate: 2020/3/4\n---\n正文。",
            "@某人的信",
            "2020-03-04",
            List.of(),
            "正文。\n"),
        new Head(
            "---\ntitle: \"引号没关\ndate: 2017-01-01\ntags: 坏头\n---\n正文。",
            "引号没关",
            "2017-01-01",
            List.of("坏头"),
            "正文。\n"),
        new Head(
            "---\ntitle: *重要* 通知\ntags:\n  - 甲: 乙: 丙\n  - 丁\n---\n正文。",
            "*重要* 通知",
            null,
            List.of("甲: 乙: 丙", "丁"),
            "正文。\n"),
        new Head(
            "---\ntitle: 50% 的人: `代码`\ndate: 2020-01-02\n---\n正文。",
            "50% 的人: `代码`", "2020-01-02", List.of(), "正文。\n"),
        new Head(
            "---\r\ntitle: 写\t作\r\ndate:\t2019-1-2 3:4:5\r\ntags:\t写作\r\n---\r\n正文。",
            "写 作",
            "2019-01-02",
            List.of("写作"),
            "正文。\n"),
        new Head("  \n---\ntitle: 前有空行\n---\n正文。", "前有空行", null, List.of(), "正文。\n"),
        new Head(
            "title: 无开头横线的文章\ndate: 2018-05-06 07:08:09\ntags:\n- 旧版\n---\n正文。",
            "无开头横线的文章",
            "2018-05-06",
            List.of("旧版"),
            "正文。\n"),
        new Head(
            "\"title\": \"JSON 头\",\n\"date\": \"2018-05-07\"\n;;;\n正文。",
            "JSON 头",
            "2018-05-07",
            List.of(),
            "正文。\n"),
        new Head(
            ";;;\n\"title\": \"JSON 头\",\n\"tags\": [\"甲\"]\n;;;\n正文。",
            "JSON 头",
            null,
            List.of("甲"),
            "正文。\n"),
        new Head(
            "{\n\t\"title\": \"花括号 } 头\",\n\t\"date\": \"2019-10-10\",\n\t\"tags\": [\"竹简\"]\n}\n\n正文。",
            "花括号 } 头",
            "2019-10-10",
            List.of("竹简"),
            "正文。\n"),
        new Head(
            "+++\ntitle = \"TOML 头的文章\"\ndate = 2019-09-09T10:00:00+08:00\ntags = [\"甲骨\",\n  \"金文\"]\ndraft = false\n+++\n正文。",
            "TOML 头的文章",
            "2019-09-09",
            List.of("甲骨", "金文"),
            "正文。\n"),
        new Head(
            "+++\ntitle = '单引号'\n[taxonomies]\ntags = [\"甲\"]\n[extra]\nsummary = \"\"\"\n摘要\n\"\"\"\n+++\n正文。",
            "单引号",
            null,
            List.of("甲"),
            "正文。\n摘要\n"),
        new Head(
            "Title: 没有横线\nDate: 2015-03-04 10:20\nTags: 甲, 乙\n\n正文。",
            "没有横线",
            "2015-03-04",
            List.of("甲", "乙"),
            "正文。\n"),
        new Head(
            "tags:: 读书, [[历史]]\nalias:: 太史公, 龙门\ntitle:: 辛\n\n- 正文。",
            "辛",
            null,
            List.of("读书", "历史"),
            "正文。\n"),
        new Head(
            "---\n标题: 中文的名\n日期: 2021年5月6日\n标签: [甲]\n---\n正文。",
            "中文的名",
            "2021-05-06",
            List.of("甲"),
            "正文。\n"));
  }

  @ParameterizedTest
  @MethodSource("heads")
  void heads_of_all_kinds_are_read(Head head) {
    Article article = Articles.markdown(head.file);
    assertEquals(head.title, article.title());
    assertEquals(head.date == null ? null : LocalDate.parse(head.date), article.date());
    assertEquals(head.tags, article.tags());
    assertEquals(head.text, article.text());
    int line = (int) head.file.lines().takeWhile(each -> !each.contains("正文")).count() + 1;
    assertEquals(line, article.lines().lineAt(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ toc }}\n\n正文",
        "{% raw %}\n正文",
        "注意: 这是正文\n---",
        "注意：正文\n\n另一段",
        "See: this\nand that\n\n正文",
        "+++\n\n正文",
        "std::vector 是容器\n\n正文"
      })
  void what_only_looks_like_a_head_is_text(String source) {
    Article article = Articles.markdown(source);
    assertTrue(article.text().contains(source.contains("正文") ? "正文" : "x"), article.text());
    assertEquals(0, FrontMatter.read(source).end());
  }

  private static Article withFrontMatter(String yaml) {
    return Articles.markdown("---\n" + yaml + "\n---\n正文\n");
  }
}
