package dev.kaiyuan.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of Markdown has the words that the index has: there is one reading of it. */
class MarkdownPageTest {
  /** Pieces whose letters are words, wherever they stand: no titles, numbers or names of files. */
  private static final String[] PIECES = {
    "开源",
    "软件",
    "word",
    " ",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "**“",
    "”**",
    "***",
    "_",
    "~~",
    "`",
    "``",
    "[",
    "]",
    "](/u)",
    "](<u v>)",
    "![",
    "|",
    "\n|-|-|\n",
    "\n> ",
    "\n- ",
    "\n# ",
    "    ",
    "\\",
    "&",
    "&amp;",
    "<",
    "<b>",
    "</b>",
    "<br>",
    "<!-- -->",
    "<div>\n",
    "</div>\n",
    "{{< 注 >}}",
    "{% 注 %}",
    "{{",
    "}}",
    "==",
    "[[卡片]]",
    "\n```\n",
    "\n$$\n",
    "。",
    "，",
    "（",
    "）",
    "<https://开.源>",
    "\n::: tip\n",
    "\n> [!note] 甲\n",
    "[x][读]",
    "[读]",
    "\n\n[读]: /u\n\n",
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "**“开源”**是什么                      | “开源”是什么",
        "** 注意：** 请备份                    | 注意： 请备份",
        "{{< note >}}\\n正文\\n{{< /note >}}   | 正文",
        "## 是什麼 {#what}                     | 是什麼",
        "见[许可证][9]一文                     | 见许可证一文",
        "见[词汇]({{< ref \"a b.md\" >}})表    | 见词汇表",
        "开源[^a]\\n\\n[^a]: 自由软件          | 开源[a]\\n\\n[a] 自由软件",
        "开源[^b]没有注                        | 开源[b]没有注",
        "- [x] 写文档\\n- 测试\\n  - 单元      | • [x] 写文档\\n• 测试\\n  • 单元",
        "开源<br>软件                          | 开源\\n软件",
        "<ruby>内核<rt>kernel</rt></ruby>的    | 内核(kernel)的",
        "![图一 架构](a.png)与![img](b.png)    | [图一 架构]与",
        "用 `a*b` 和 &lt;b&gt;                 | 用 `a*b` 和 <b>",
        "<div>\\n见 [许可证](u) 一文\\n</div>  | 见 许可证 一文",
      })
  void shows_the_words_without_the_markup(String source, String page) {
    String shown = Shown.page(source.replace("\\n", "\n"), 60, Theme.NONE);
    assertEquals(page.replace("\\n", "\n"), shown.stripTrailing());
  }

  @Test
  void a_table_keeps_spare_cells_beside_emphasis() {
    String source = "许可证如下\n| 名称 | 年 |\n|-|-|\n| **“木兰”**协议 | 2019 | 多 |\n| a\\|b |\n";
    assertEquals(
        """
        许可证如下

        名称        年
        “木兰”协议  2019  多
        a|b

        """,
        Shown.page(source, 60, Theme.NONE).replaceAll(" +\n", "\n"));
    assertEquals(
        """
        <p data-line="1">许可证如下</p>
        <table data-line="2">
        <thead>
        <tr>
        <th>名称</th>
        <th>年</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td><strong>“木兰”</strong>协议</td>
        <td>2019</td>
        <td>多</td>
        </tr>
        <tr>
        <td>a|b</td>
        </tr>
        </tbody>
        </table>
        """,
        Shown.html(source));
  }

  @Test
  void every_article_of_the_corpus_is_shown_as_it_is_indexed() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("corpus"))) {
      files = all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
    for (Path file : files) {
      String source = Files.readString(file);
      String body = source.substring(source.indexOf("\n---\n") + 5);
      assertSameWords(body);
    }
  }

  @Test
  void any_markdown_is_shown_as_it_is_indexed() {
    for (int seed = 0; seed < Integer.getInteger("fuzz.inputs", 3000); seed++) {
      Random random = new Random(seed);
      StringBuilder source = new StringBuilder("起");
      for (int i = random.nextInt(30); i >= 0; i--) {
        source.append(PIECES[random.nextInt(PIECES.length)]);
      }
      assertSameWords(source.append("终").toString());
    }
  }

  private static void assertSameWords(String source) {
    Map<String, Long> indexed = letters(Shown.read(source).text());
    assertEquals(indexed, letters(Shown.page(source, 1000, Theme.AUTO)), () -> "page of " + source);
    assertEquals(
        indexed, letters(Jsoup.parse(Shown.html(source)).text()), () -> "HTML of " + source);
  }

  /** How often each letter and each sign of emphasis stands in a text. */
  private static Map<String, Long> letters(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "")
        .codePoints()
        .filter(c -> Character.isLetter(c) || "*_~{}".indexOf(c) >= 0)
        .mapToObj(Character::toString)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }
}
