package dev.kaiyuan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an article is called, and when it was written, as far as its text or its name tell. */
class TitleAndDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "京都.md | ## 行程\\n\\n看红叶 | 京都",
        "Lemon tart.md | ## Ingredients\\n\\nFlour | Lemon tart",
        "kmp.md | author: someone\\n\\n## 定义\\n\\n指针 | kmp",
        "kmp.md | 说明\\n\\n## 定义 | kmp",
        "stash.md | ### 贮藏与清理\\n\\n贮藏 | 贮藏与清理",
        "京都旅行.md | ## 京都三日\\n\\n看红叶 | 京都三日",
        "2024-03-05 周会.md | ## 周会记录\\n\\n到场 | 周会记录",
        "a.md | ## 小节\\n\\n# 真标题 | 真标题",
        "a.md | 开场白\\n\\n# 真标题\\n\\n## 小节 | 真标题",
        "随笔.md | 开场白\\n\\n# 其一\\n\\n# 其二 | 随笔",
        "a.md | # 其一\\n\\n# 其二 | 其一",
        "a.md | 真标题\\n===\\n\\n正文 | 真标题",
        "a.md | 真标题\\n---\\n\\n正文 | 真标题",
        "a.md | <h1>真标题</h1>\\n\\n正文 | 真标题",
        "a.html | <h2>小节</h2><h1>真标题</h1> | 真标题",
        "会议记录 0a1b2c3d4e5f60718293a4b5c6d7e8f9.md | 正文 | 会议记录",
        "docs/notes.d/README | 正文在这里。 | README",
      })
  void the_title_is_the_title(String path, String source, String title) {
    assertEquals(title, Articles.read(path, source.replace("\\n", "\n")).title());
  }

  @ParameterizedTest
  @CsvSource({
    "2019-03-04-jekyll-post.md, 2019-03-04",
    "2022_10_18.md, 2022-10-18",
    "2022年10月21日.md, 2022-10-21",
    "20221020.md, 2022-10-20",
    "202210201530.md, 2022-10-20",
    "周记 2022.10.18.md, 2022-10-18",
    "Meeting (2022-10-18).md, 2022-10-18",
    "'Oct 18th, 2022.md', 2022-10-18",
    "2017/11/12.md, 2017-11-12",
    "日记/2017/11/12.txt, 2017-11-12",
    "2017/11/12/index.html, 2017-11-12",
    "2017/2017-11/2017-11-12.md, 2017-11-12",
  })
  void the_name_tells_the_date(String path, LocalDate date) {
    assertEquals(date, Articles.read(path, "正文").date());
  }

  @ParameterizedTest
  @CsvSource({
    "2022-10.md",
    "v1.2.3.md",
    "13800000000.md",
    "20221332.md",
    "2017/11/note.md",
    "marketing 5 2024 plan.md",
    "12345678.md",
  })
  void a_number_is_not_always_a_date(String path) {
    assertEquals(null, Articles.read(path, "正文").date());
  }

  @Test
  void what_the_article_says_goes_before_its_name() {
    String source = "---\ncreated: 2020-01-01\n---\n正文";
    assertEquals(LocalDate.of(2020, 1, 1), Articles.read("2022-10-18.md", source).date());
    String changed = "---\nupdated: 2023-01-01\n---\n正文";
    assertEquals(LocalDate.of(2022, 10, 18), Articles.read("2022-10-18.md", changed).date());
  }

  @Test
  void a_page_tells_its_date_by_an_element() {
    String page = "<title>甲</title><p><time datetime=\"2018-08-08T00:00Z\">8月8日</time>正文";
    assertEquals(LocalDate.of(2018, 8, 8), Articles.html(page).date());
  }
}
