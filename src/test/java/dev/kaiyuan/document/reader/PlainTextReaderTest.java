package dev.kaiyuan.document.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Articles;
import dev.kaiyuan.document.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextReaderTest {
  @Test
  void a_short_first_line_alone_is_the_title() {
    assertEquals("开源软件的历史", Articles.plainText("\n开源软件的历史\n\n正文。\n").title());
    assertEquals("article", Articles.plainText("这是第一句话。\n\n正文。\n").title());
    assertEquals("article", Articles.plainText("第一行\n第二行\n").title());
    assertEquals("article", Articles.plainText("字".repeat(101) + "\n\n正文").title());
  }

  @Test
  void an_underlined_line_is_a_heading() {
    Article article = Articles.plainText("History\n=======\n\nLong ago\n\nGNU\n---\nFree.");
    assertEquals("History\nLong ago\nGNU\nFree.\n", article.text());
    assertEquals(
        List.of(new Section(1, "History", 0, 27), new Section(2, "GNU", 17, 27)),
        article.sections());
  }

  @Test
  void lines_broken_to_fit_a_page_are_put_together() {
    Article english =
        Articles.plainText(
            """
            Open source software is software with source code that anyone
            can inspect, modify, and enhance. It is made by many people in
            many places.
            - one
            - two
            """);
    assertEquals(
        "Open source software is software with source code that anyone can inspect, modify, and"
            + " enhance. It is made by many people in many places.\n- one\n- two\n",
        english.text());
    Article chinese = Articles.plainText("开源软件的源代码对所有人开放，任何人都可以查看、使用、修改和分\n享，这就是它的力量。\n下一段\n又一段");
    assertEquals("开源软件的源代码对所有人开放，任何人都可以查看、使用、修改和分享，这就是它的力量。\n下一段\n又一段\n", chinese.text());
  }

  @Test
  void markup_is_text_where_there_is_no_markup() {
    assertEquals("**a** <b> &amp; [c](d)\n", Articles.plainText("**a** <b> &amp; [c](d)").text());
  }
}
