package dev.kaiyuan.document.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Articles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What note programs and site generators write in Markdown is read as they show it. */
class MarkdownDialectTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "> [!warning] 注意磁盘\\n> 备份到异地。 | 注意磁盘\\n备份到异地。",
        "> [!tip]- 折叠的窍门\\n> 里面有字。 | 折叠的窍门\\n里面有字。",
        "> [!NOTE]\\n> 只有正文。 | 只有正文。",
        "::: tip 小贴士\\n记得装徽墨。\\n::: | 小贴士\\n记得装徽墨。",
        ":::info\\n提示块里。\\n::: | 提示块里。",
        ":::note[备注标题]\\n\\n正文\\n\\n::: | 备注标题\\n正文",
        "前文\\n:::caution{title=\"小心\"}\\n正文\\n::: | 前文\\n小心\\n正文",
        "!!! note \"标题\"\\n    正文 | 标题\\n正文",
        "??? tip 标题\\n    正文 | 标题\\n正文",
        "关键句在这里。 ^a1b2c3 | 关键句在这里。",
        "==高亮的琥珀==和 a == b == c | 高亮的琥珀和 a == b == c",
        "![[流程图.png]]前 | 前",
        "![[流程图.png#center]]和![[图.jpg]] | 和",
        "![[另一篇笔记]] | 另一篇笔记",
        "[[双链笔记法#^d4e5f6]]与[[卡片盒/永久笔记#写法]] | 双链笔记法与卡片盒/永久笔记#写法",
        "`[[a]]` 与 if [[ -f x ]] 与 x[[1]] | [[a]] 与 if [[ -f x ]] 与 x[[1]]",
        "[[1]](https://example.cn/a) | [1]",
        "[[toc]]\\n\\n正文 | 正文",
        "- 正文辛\\n  id:: 64a1b2c3-0000\\n  collapsed:: true | 正文辛",
        "{% asset_img pic.png 配图说明文字 %} | 配图说明文字",
        "{% post_link other '看另一篇' %} | 看另一篇",
        "{{< figure src=\"a.png\" title=\"图注砚台\" >}} | 图注砚台",
        "{{< figure src=\"a.png\" caption=\"Ink stone\" >}} | Ink stone",
        "{{% notice tip %}}\\n写着端砚。\\n{{% /notice %}} | 写着端砚。",
        "正文用{{< ref \"a.md\" >}}链接 | 正文用链接",
        "{% highlight ruby %}\\na *b* c\\n{% endhighlight %} | a *b* c",
        "$$\\na * b * c\\n=\\n- 1\\n$$ | $$\\na * b * c\\n=\\n- 1\\n$$",
        "矩阵\\n$$ x_1 *y* $$\\n正文 | 矩阵\\n$$ x_1 *y* $$\\n正文",
        "价格 $5 和 $6 | 价格 $5 和 $6",
        "$$ 没有结束 | $$ 没有结束",
        "能量 $E=m_1*c^2*d_2$ 守恒 | 能量 $E=m_1*c^2*d_2$ 守恒",
        "设$\\\\alpha_i$与$\\\\beta_i$ | 设$\\\\alpha_i$与$\\\\beta_i$",
        "US$100 和 HK$200 的 *差* | US$100 和 HK$200 的 差",
        "$A 与 $B 中 [链接](a.md) | $A 与 $B 中 链接",
        "用 `$x_1$` 表示 | 用 $x_1$ 表示",
        "    $foo_bar = $a$ | $foo_bar = $a$",
        "<pre>\\n$a_b$ ==c==\\n</pre>\\n\\n==后== | $a_b$ ==c==\\n后",
        "正文 %%私下批注：玛瑙%%。 | 正文 私下批注：玛瑙。",
        "前\\n\\n%%\\n整段批注：翡翠\\n%%\\n\\n后 | 前\\n整段批注：翡翠\\n后",
        "100%% 到 200%% | 100%% 到 200%%",
        "停用[[路标]](也可以不关，怀疑有问题) | 停用路标(也可以不关，怀疑有问题)",
        "见[注二](这里提到了白鹭)。 | 见[注二](这里提到了白鹭)。",
        "见[注二](注二.md)和[三](#三) | 见注二和三",
        "[甲方]: 东方公司 | [甲方]: 东方公司",
        "<!-- 未关闭的注释\\n\\n后面的正文 | <!-- 未关闭的注释\\n后面的正文",
        "<!-- 未关闭\\n\\n正文\\n\\n<!-- 关了 --> | <!-- 未关闭\\n正文",
        "<script>写着字\\n\\n正文 | <script>写着字\\n正文",
        "<TabItem label=\"苹果\">\\n\\n苹果页 | 苹果\\n苹果页",
      })
  void reads_as_it_is_shown(String source, String text) {
    Article article = Articles.markdown(source.replace("\\n", "\n"));
    assertEquals(text.replace("\\n", "\n") + "\n", article.text());
  }

  @Test
  void every_line_keeps_its_number() {
    String source =
        "> [!note] 甲\n> 乙\n\n::: tip 丙\n丁\n:::\n$$\na\n$$\n{% asset_img a 戊 %}\n[[己|庚]] ^abcdef\n";
    assertEquals(
        source.chars().filter(c -> c == '\n').count(),
        MarkdownDialect.plain(source).chars().filter(c -> c == '\n').count());
    Article article = Articles.markdown(source);
    for (String word : List.of("甲", "乙", "丙", "丁", "a", "戊", "庚")) {
      int line = 1;
      for (String each : source.split("\n")) {
        if (each.contains(word)) {
          break;
        }
        line++;
      }
      assertEquals(line, article.lines().lineAt(article.text().indexOf(word)), word);
    }
  }

  @Test
  void links_lead_to_addresses() {
    Article article =
        Articles.markdown(
            "[人生](https://blog.example.net/a.html)、<https://docs.example.org/b>、"
                + "裸 https://github.com/a/b/issues/42。![图](pics/garden.png) [[双链|见]] [参考][r]\n\n"
                + "[r]: https://ref.example.net/2006.12345 \"论文题目\"\n[没用到]: ./c.md\n\n[页内](#here)");
    assertEquals(
        List.of(
            "https://blog.example.net/a.html",
            "https://docs.example.org/b",
            "pics/garden.png",
            "双链",
            "https://ref.example.net/2006.12345",
            "./c.md",
            "https://github.com/a/b/issues/42"),
        article.addresses());
    assertEquals(
        List.of("https://example.net/甲.html", "b.png"),
        Articles.html("<a href=\"https://example.net/甲.html\">甲</a><img src='b.png'>").addresses());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "正文。 #读书 #历史/明史 | 读书,历史/明史",
        "#读书#历史 连写 | 读书,历史",
        "#带空格的话题# 微博 | 带空格的话题",
        "#话题#后文继续说。 | 话题",
        "- 条目 #[[长 标签]] | 长 标签",
        "（#注音）与**#重点** | 注音,重点",
        "见 #1 与 #42号 | 42号",
        "颜色 #fff #00ff00 与 C#语言 a#b https://a.cn/#c |",
        "```\\n#include <stdio.h>\\n# 注释\\n#读书\\n``` |",
        "`#代码` 和 #include 和 \\#转义 |",
        "# 标题\\n\\n## 小节 |",
      })
  void tags_stand_in_the_text(String source, String tags) {
    List<String> expected = tags == null ? List.of() : List.of(tags.split(","));
    assertEquals(expected, Articles.markdown(source.replace("\\n", "\n")).tags());
  }
}
