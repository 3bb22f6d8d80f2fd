package dev.kaiyuan.document.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Articles;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotionPageTest {
  private static final String NUMBER = " 0a1b2c3d4e5f60718293a4b5c6d7e8f9.md";

  @Test
  void properties_of_an_exported_page_are_its_tags_and_date() {
    String page = "# 会议记录\n\n创建时间: 2024年3月5日 上午10:00\n标签: 周会, 预算\n负责人: 钱多多\n\n- 讨论了印泥采购。\n";
    Article article = Articles.read("会议记录" + NUMBER, page);
    assertEquals("会议记录", article.title());
    assertEquals(List.of("周会", "预算"), article.tags());
    assertEquals(LocalDate.of(2024, 3, 5), article.date());
    assertEquals("会议记录\n创建时间: 2024年3月5日 上午10:00 标签: 周会, 预算负责人: 钱多多\n讨论了印泥采购。\n", article.text());
    Article english =
        Articles.read(
            "Minutes" + NUMBER,
            "# Minutes\n\nCreated: March 5, 2024 10:00 AM\nTags: budget, weekly\n\nPaper was bought.\n");
    assertEquals(List.of("budget", "weekly"), english.tags());
    assertEquals(LocalDate.of(2024, 3, 5), english.date());
  }

  @Test
  void a_page_of_somebody_else_is_only_text() {
    String page = "# 会议记录\n\n标签: 周会, 预算\n\n正文。\n";
    assertEquals(List.of(), Articles.read("会议记录.md", page).tags());
  }
}
