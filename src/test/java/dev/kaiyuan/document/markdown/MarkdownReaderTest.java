package dev.kaiyuan.document.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Articles;
import dev.kaiyuan.document.Section;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownReaderTest {
  record Example(String behaviour, String markdown, String text) {
    @Override
    public String toString() {
      return behaviour + ": " + markdown.replace("\n", "⏎");
    }
  }

  static List<Example> examples() {
    return List.of(
        new Example("emphasis never cuts a word", "**开**源与*自由*软件", "开源与自由软件\n"),
        new Example(
            "emphasis never cuts a word", "un*frigging*believable", "unfriggingbelievable\n"),
        new Example("emphasis nests", "***开源***、**很*自由*的**", "开源、很自由的\n"),
        new Example("struck-out words are words", "~~专有~~自由软件", "专有自由软件\n"),
        new Example(
            "underscores are part of names",
            "call foo_bar_baz or _foo_bar",
            "call foo_bar_baz or _foo_bar\n"),
        new Example("Chinese quotes in emphasis", "**“开源”**是什么", "“开源”是什么\n"),
        new Example("Chinese quotes in emphasis", "他说的**「自由」**不是免费", "他说的「自由」不是免费\n"),
        new Example("a full stop in emphasis", "**开源。**它是**自由！**吗", "开源。它是自由！吗\n"),
        new Example("brackets in emphasis", "开源软件**（Open Source）**的定义", "开源软件（Open Source）的定义\n"),
        new Example("ASCII quotes in emphasis", "是**\"大教堂\"**模式", "是\"大教堂\"模式\n"),
        new Example("spaces in emphasis", "** 注意：** 请备份，** 重要 **！", "注意： 请备份， 重要 ！\n"),
        new Example("emphasis of nothing", "开源\n\n** **\n\n软件", "开源\n软件\n"),
        new Example("a power is not emphasis", "2**3 等于 8，2*3*4 等于 24", "2**3 等于 8，2*3*4 等于 24\n"),
        new Example("a pointer is not emphasis", "参数 **argv 与 **envp", "参数 **argv 与 **envp\n"),
        new Example("an escaped sign is itself", "\\*开源\\* 与 C\\#", "*开源* 与 C#\n"),
        new Example("code keeps its signs", "用 `a*b*c` 和 ``x`y`` 表示", "用 a*b*c 和 x`y 表示\n"),
        new Example(
            "entities are characters",
            "AT&amp;T&nbsp;&copy; &#x5F00;&#28304; &unknown;",
            "AT&T © 开源 &unknown;\n"),
        new Example("tags are not text", "开<b>源</b>软<span class=\"x\">件", "开源软件\n"),
        new Example("a line break is a boundary", "开源<br>软件", "开源 软件\n"),
        new Example("comments are not text", "开<!-- 闭 -->源\n\n<!--\n闭源\n-->", "开源\n"),
        new Example("a reading stands apart", "<ruby>内核<rt>kernel</rt></ruby>的", "内核的\nkernel\n"),
        new Example("less-than is text", "若 a < b 则 b > a", "若 a < b 则 b > a\n"),
        new Example("targets are not text", "见[许可证](https://example.cn/a)一文", "见许可证一文\n"),
        new Example("titles of links stand behind", "见[许可证](a.md \"全文\")一文", "见许可证一文\n全文\n"),
        new Example(
            "readings stand behind",
            "<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>之美",
            "漢字之美\nhàn zì\n"),
        new Example(
            "targets are not text",
            "见[许可证][mit]与[GPL]。\n\n[mit]: https://example.cn/mit\n[gpl]: <x y>",
            "见许可证与GPL。\n"),
        new Example("a target may be a template", "见[词汇]({{< ref \"a b.md\" >}})表", "见词汇表\n"),
        new Example("a link by number whose target was lost", "见[许可证][1]", "见许可证\n"),
        new Example("an index is not a link", "用 cell[row][1] 取值", "用 cell[row][1] 取值\n"),
        new Example("an undefined label is text", "列表[可选]参数 [a][b]", "列表[可选]参数 [a][b]\n"),
        new Example(
            "an address in brackets is text",
            "见 <https://example.cn/a>",
            "见 https://example.cn/a\n"),
        new Example("images of no words", "前![img](a.png)后![图片](b.png)![IMG_01.png](c)", "前后\n"),
        new Example("images described", "![图一 系统架构](a.png)说明", "图一 系统架构 说明\n"),
        new Example("a linked image", "[![build status](a.svg)](https://ci)", "build status\n"),
        new Example(
            "soft breaks in Chinese",
            "开源软\n件是自由的，\n人人可用。\nLinux 内核\n也是。",
            "开源软件是自由的，人人可用。 Linux 内核也是。\n"),
        new Example("soft breaks in English", "open\nsource\n软件", "open source 软件\n"),
        new Example("soft breaks at Chinese quotes", "他说\n“开源”\n很好", "他说“开源”很好\n"),
        new Example("hard breaks", "开源  \n软件\\\n自由", "开源\n软件\n自由\n"),
        new Example("white space folds", "　　开源 \t  软件  ", "开源 软件\n"),
        new Example("invisible characters go", "开\u200B源\uFEFF软\u00AD件", "开源软件\n"),
        new Example("blocks never join", "# 开\n源\n- 软\n- 件\n\n> 自\n\n由", "开\n源\n软\n件\n自\n由\n"),
        new Example("tasks", "- [ ] 写文档\n- [x] 测试", "写文档\n测试\n"),
        new Example("empty headings are dropped", "##\n\n## ![img](a.png)\n\n开源", "开源\n"),
        new Example("headings' anchors are not text", "## 是什麼 {#what-it-is}\n\n内容", "是什麼\n内容\n"),
        new Example(
            "shortcodes are not text",
            "{{< figure src=\"a.png\" >}}\n\n开{{% note %}}源\n\n{% include x.html %}",
            "开源\n"),
        new Example(
            "code in templates is text",
            "写 `{{< ref >}}` 或 {{ name }}",
            "写 {{< ref >}} 或 {{ name }}\n"),
        new Example(
            "footnotes",
            "开源[^1]运动\n\n[^1]: 始于1998年\n[^2]: It began in 1998.",
            "开源运动\n始于1998年\nIt began in 1998.\n"),
        new Example(
            "code keeps its lines",
            "```java\nint a;\n\n    int b; // 开源\n```",
            "int a;\n    int b; // 开源\n"),
        new Example(
            "cells never join",
            "| 开 | 源 |\n|---|---|\n| 自**由** | a\\|b | 多 |",
            "开\t源\n自由\ta|b\t多\n"),
        new Example(
            "a table behind a paragraph",
            "许可证如下\n名称 | 年\n--- | ---\nGPL | 1989",
            "许可证如下\n名称\t年\nGPL\t1989\n"),
        new Example(
            "HTML blocks",
            "<div align=\"center\">\n<p>开<b>源</b></p><p>软件 &amp; 自由</p>\n</div>",
            "开源\n软件 & 自由\n"),
        new Example(
            "Markdown in HTML", "<aside>\n见 [许可证](https://example.cn) 一文\n</aside>", "见 许可证 一文\n"),
        new Example("scripts are not text", "<script>\nvar 开源;\n</script>\n\n软件", "软件\n"),
        new Example("rules are not text", "开源\n\n---\n\n* * *\n\n软件", "开源\n软件\n"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void text_is_the_words_without_the_markup(Example example) {
    assertEquals(example.text(), Articles.markdown(example.markdown()).text());
  }

  @Test
  void a_heading_holds_all_up_to_the_next_of_its_level() {
    Article article =
        Articles.markdown("# 开源\n\n引言\n\n## **历**史\n\n### GNU\n\n始于1983\n\n许可证\n---\n\nGPL");
    assertEquals("开源\n引言\n历史\nGNU\n始于1983\n许可证\nGPL\n", article.text());
    assertEquals(
        List.of(
            new Section(1, "开源", 0, 28),
            new Section(2, "历史", 6, 20),
            new Section(3, "GNU", 9, 20),
            new Section(2, "许可证", 20, 28)),
        article.sections());
  }

  @Test
  void the_title_is_the_front_matters_or_the_top_headings_or_the_files() {
    assertEquals("甲", Articles.markdown("---\ntitle: 甲\n---\n# 乙").title());
    assertEquals("乙", Articles.markdown("引言\n\n## 丙\n\n# *乙*").title());
    assertEquals("开源 软件", Articles.read("docs/开源 软件.md", "正文").title());
    assertEquals("article", Articles.markdown("").title());
  }

  @Test
  void a_table_keeps_every_cell_of_a_long_row() {
    Article article = Articles.markdown("|a|\n|-|\n|b|c|d|\n");
    assertEquals("a\nb\tc\td\n", article.text());
  }
}
