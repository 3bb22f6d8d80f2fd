package dev.kaiyuan.document.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Articles;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.Section;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {
  @Test
  void a_page_says_what_a_browser_shows() {
    Article article =
        Articles.html(
            """
            <!doctype html>
            <html lang="zh-CN">
            <head>
              <title>开源 &amp; 自由</title>
              <meta name="keywords" content="开源, 许可证">
              <meta name="author" content="李雷">
              <meta property="article:published_time" content="2024-05-01T08:00:00+08:00">
              <style>p { color: red }</style>
            </head>
            <body>
              <h1>什么是<em>开</em>源</h1>
              <p>开<b>源</b>软
                件&nbsp;是 <a href="https://example.cn">自由</a>的。<br>对吗？</p>
              <script>var 闭源;</script>
              <ul><li>一<li>二</ul>
              <table><tr><td>甲<td>乙</table>
              <img src="a.png" alt="img"><img src="b.png" alt="图一 架构">
              <pre><code>int <b>a</b>;
              int b;</code></pre>
            </body>
            </html>
            """);
    assertEquals("开源 & 自由", article.title());
    assertEquals(Language.CHINESE, article.language());
    assertEquals(LocalDate.of(2024, 5, 1), article.date());
    assertEquals(List.of("开源", "许可证"), article.tags());
    assertEquals(List.of("李雷"), article.authors());
    assertEquals("什么是开源\n开源软件 是 自由的。\n对吗？\n一\n二\n甲\t乙\n图一 架构\nint a;\n  int b;\n", article.text());
    assertEquals(List.of(new Section(1, "什么是开源", 0, article.text().length())), article.sections());
  }

  @Test
  void a_heading_is_one_line_whatever_stands_in_it() {
    Article article = Articles.html("<h1><div>开源</div><br><pre>a\nb</pre></h1><h2><p></p></h2>软件");
    assertEquals("开源 a b\n软件\n", article.text());
    assertEquals(List.of(new Section(1, "开源 a b", 0, 10)), article.sections());
  }

  @Test
  void a_heading_in_code_is_a_heading_and_the_code_goes_on_behind_it() {
    for (String empty : List.of("<pre><h2> </h2>甲</pre>", "<pre><h2>\n</h2>甲</pre>")) {
      assertEquals("甲\n", Articles.html(empty).text());
      assertEquals("article", Articles.html(empty).title());
    }
    Article article =
        Articles.html("<pre>a  = 1\n<h2>alpha\nbeta <em>开源\n软件</em></h2>\nb  = 2</pre><p>c  d");
    assertEquals("a  = 1\nalpha beta 开源软件\nb  = 2\nc d\n", article.text());
    assertEquals("alpha beta 开源软件", article.sections().getFirst().title());
    assertEquals(5, article.lines().lineAt(article.text().indexOf("b  =")));
  }

  @Test
  void every_tag_and_author_of_a_page_is_read() {
    Article article =
        Articles.html(
            """
            <meta property="article:tag" content="开源">
            <meta property="article:tag" content="许可证, GPL">
            <meta name="keywords" content="法律">
            <meta name="author" content="李雷">
            <meta name="author" content="Ada Lovelace">
            <meta name="pubdate" content="2023-01-01">
            <meta name="date" content="2024-05-01">
            """);
    assertEquals(List.of("法律", "开源", "许可证", "GPL"), article.tags());
    assertEquals(List.of("李雷", "Ada Lovelace"), article.authors());
    assertEquals(LocalDate.of(2024, 5, 1), article.date());
  }

  @Test
  void a_comment_that_is_never_closed_hides_nothing() {
    assertEquals("正文 没关的注释\n末尾\n", Articles.html("<p>正文<!-- 没关的注释</p>\n<p>末尾</p>").text());
    assertEquals("正文\n末尾\n", Articles.html("<p>正文</p><!-- 关了 --><!--><p>末尾</p>").text());
    Article later = Articles.html("<!-- 关了 -->\n<p>正文</p>\n<!-- 没关\n<p>末尾</p>");
    assertEquals("正文\n没关\n末尾\n", later.text());
    assertEquals(4, later.lines().lineAt(later.text().indexOf("末尾")));
  }

  @Test
  void without_a_title_the_top_heading_serves() {
    assertEquals("开源", Articles.html("<p>引言</p><h2>软件</h2><h1>开源</h1>").title());
    assertEquals("开源", Articles.html("<h2>开源</h2><p>引言</p>").title());
    assertEquals("article", Articles.html("<p>引言</p><h2>软件</h2>").title());
  }

  @Test
  void a_paragraph_that_is_all_of_a_cell_leaves_the_row_whole() {
    Article article =
        Articles.html(
            "<table><tr><td><p>搓纸轮</p></td><td><p>35 元</p></td></tr>"
                + "<tr><td><p>一段</p><p>两段</p></td></tr></table>");
    assertEquals("搓纸轮\t35 元\n一段\n两段\n", article.text());
  }
}
