package dev.kaiyuan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is swallowed: every run of Han characters and every word in the bytes of a file is found
 * by searching and shown by {@code show}, or stands for one of a few reasons where nobody reads it.
 */
class EveryWordTest {
  private static final Path SHARED = Path.of(System.getProperty("kaiyuan.shared", "../shared"));

  /** Of a large file so many words are asked for, evenly spread. */
  private static final int MOST_WORDS = Integer.getInteger("every.words", 60);

  /** A word whose middle is marked up, or that is a part of a name with figures, is not whole. */
  private static final Pattern WORD =
      Pattern.compile(
          "\\p{IsHan}+"
              + "|(?<![A-Za-z0-9'’]|[A-Za-z][*_])[A-Za-z]{3,}(?![A-Za-z0-9'’]|[*_][A-Za-z])");

  /** Why words of a file are no words of the article, each with what they stand in. */
  private static final Map<String, Pattern> REASONS = new LinkedHashMap<>();

  static {
    reason("a comment", "(?s)<!--(?:(?!<!--).)*?-->");
    reason(
        "code of a script or a style",
        "(?is)<(script|style|noscript|template|svg|math)\\b.*?</\\1>");
    reason("an address, which is found whole", "[a-zA-Z][a-zA-Z+.-]*://[^\\s<>)\"\\]]+");
    reason("the target of a link", "(?<=\\]\\()<[^>\n]*>|(?<=\\]\\()[^\\s)]*[/.#:%][^\\s)]*");
    reason("the target of a wiki link", "(?<=\\[\\[)[^\\[\\]|\n]+(?=\\|)");
    reason("the name of an embedded image", "!\\[\\[[^\\]\n]*\\]\\]|(?<=!\\[)[\\w.-]*(?=\\])");
    reason("the name of an image", "(?i)[\\w./-]+\\.(?:png|jpe?g|gif|svg|webp)");
    reason("an address in the front matter", "(?m)(?<=[:=] )\"?/[\\w./-]+\"?$");
    reason("a switch", "(?i)\\b(?:true|false)\\b");
    reason(
        "a target by its label", "(?m)(?<=\\])\\[[^\\]\n]*\\]|^\\[[^\\]\n]*\\]:\\s*\\S*[/.#:]\\S*");
    reason(
        "a kind of callout or container",
        "\\[![^\\]\n]*\\]|(?m)^\\s*:::+ *[\\w-]*|\\[\\[toc\\]\\]");
    reason("the name of a block", "(?m) \\^[\\w-]+$");
    reason("a property of a program", "(?m)^\\s*(?:id|collapsed)::.*$");
    reason("the mark of a footnote", "\\[\\^[^\\]\\s]*\\]");
    reason(
        "a template's tag, but for its captions",
        "\\{%[\\p{ASCII}&&[^\n]]*?%\\}|\\{\\{[<%][\\p{ASCII}&&[^\n]]*?[>%]\\}\\}");
    reason("the kind of a template's tag", "\\{\\{?[%<] *[\\w/]+|\\w+=\"[\\p{ASCII}&&[^\"]]*\"");
    reason("attributes of a block", "(?m)\\{[:#][^}\n]*\\}$");
    reason(
        "the name of an element or attribute",
        "</?[a-zA-Z][^\\s>]*|[\\w:-]+(?=\\s*=)|=\\s*(?:\"[\\p{ASCII}&&[^\"]]*\"|'[\\p{ASCII}&&[^']]*')");
    reason("an entity", "&#?\\w+;");
    reason("the language of code", "(?m)^\\s*(?:```|~~~).*$");
    reason("a name in the front matter", "(?m)^[\"]?[\\p{L}_ -]+[\"]?(?:::?| =)(?=\\s|$)");
    reason(
        "a switch, or a number of a program",
        "(?mi)(?<=[:=] )\"?(?:true|false|[0-9a-f-]{16,})\"?,?$");
  }

  private static void reason(String why, String pattern) {
    REASONS.put(why, Pattern.compile(pattern));
  }

  @TempDir private Path folder;

  @Test
  void every_word_of_notes_as_programs_write_them_is_found_and_shown() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "obsidian.md",
        """
        ---
        aliases: [晨间笔记, "MOC 总览"]
        description: 摘要提到琥珀
        cssclass: wide
        ---
        # 工作台

        今天读了[[双链笔记法|双链]]和[[卡片盒/永久笔记#写法]]，还有 ![[流程图.png|300]]。

        > [!warning] 注意磁盘
        > 备份到异地，
        > 每周一次。

        关键句在这里。 ^a1b2c3

        ==高亮的砚台== 和 ~~删掉的话~~ 和 %%私下批注：玛瑙%%。标签 #工作/周报

        [评分:: 九分] 见[注二](这里提到了白鹭)。

        [甲方]: 东方鸬鹚公司

        | 列一 | 列二 |
        |---|---|
        | 单元格 | `代码` | 多出的 |

        [^1]: 脚注内容提到了砗磲。

        <!-- 未关闭的注释写着麻雀

        后面的正文写着乌鸦，[链接](a.md "提示写着朱砂")。
        """
            .getBytes(UTF_8));
    files.put(
        "hexo.md",
        """
        title: [译]部署小记
        subtitle: 副题在此
        categories:
        - [运维, 容器]
        ---
        {% note warning %}
        提示框里说到珍珠。
        {% endnote %}

        {% asset_img pic.png 配图说明文字 %}
        {{< figure src="a.png" title="图注墨锭" >}}

        ::: details 点击查看
        里面是湖笔。
        :::

        $$
        复杂度 = a * b
        $$
        """
            .getBytes(UTF_8));
    files.put(
        "page.html",
        """
        <html><head><title>网页题目</title><meta name="description" content="描述写着玳瑁"></head>
        <body><p title="悬停文字">正文<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字</ruby>之美</p>
        <img alt="图片里写着兵马俑"><details><summary>折叠标题</summary>藏红花</details></body></html>
        """
            .getBytes(UTF_8));
    files.put("poem.txt", "静夜思\n\n床前明月光\n疑是地上霜\n".getBytes(UTF_8));
    Typed person = new Typed(folder);
    files.forEach((name, content) -> person.file("notes/" + name, content));
    assertEquals(List.of(), lost(person, folder.resolve("notes")));
  }

  static boolean isSharedPresent() {
    return Files.isDirectory(SHARED);
  }

  @Test
  @EnabledIf("isSharedPresent")
  void words_of_real_notes_are_found_and_shown() throws Exception {
    Typed person = new Typed(folder);
    for (Path file : files(SHARED.resolve("samples"))) {
      person.file("notes/" + SHARED.relativize(file), Files.readAllBytes(file));
    }
    List<String> lost = lost(person, folder.resolve("notes"));
    assertTrue(lost.isEmpty(), () -> lost.size() + ": " + lost);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches("(?i).*\\.(md|html?|txt)"))
          .sorted()
          .toList();
    }
  }

  private List<String> lost(Typed person, Path notes) throws Exception {
    person.run("index", "notes");
    List<String> lost = new ArrayList<>();
    try (ArticleSearcher searcher = ArticleSearcher.open(folder.resolve("index"))) {
      for (Path file : files(notes)) {
        String name = folder.relativize(file).toString();
        String letters = person.run("show", name).out().replaceAll("[^\\p{L}\\p{N}]", "");
        for (String word : words(file)) {
          String query = word.length() == 1 ? word : '"' + word + '"';
          boolean found =
              searcher.search(SearchRequest.builder(query).limit(2000).build()).hits().stream()
                  .anyMatch(hit -> hit.path().equals(name));
          boolean shown = letters.contains(word);
          if (!found || !shown) {
            lost.add(name + ": " + word + (found ? " is not shown" : " is not found"));
          }
        }
      }
    }
    return lost;
  }

  /** The words that the bytes of a file hold, but for those that nobody reads. */
  private static Set<String> words(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException e) {
      return Set.of();
    }
    for (Pattern reason : REASONS.values()) {
      text = reason.matcher(text).replaceAll(" ");
    }
    Set<String> words = new LinkedHashSet<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    List<String> all = List.copyOf(words);
    Set<String> some = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(MOST_WORDS, all.size()); i++) {
      some.add(all.get((int) ((long) i * all.size() / Math.min(MOST_WORDS, all.size()))));
    }
    return some;
  }
}
