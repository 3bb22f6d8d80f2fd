package dev.kaiyuan.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import dev.kaiyuan.document.reader.ArticleReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the index finds in a file, {@code show} shows it. */
class ShownWordsTest {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 300);

  private static final String[] PIECES = {
    "开源",
    "软件的",
    "free ",
    "source ",
    "独角兽",
    " ",
    "    ",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\t",
    "\r\n",
    "# ",
    "## ",
    "- ",
    "1. ",
    "> ",
    "```\n",
    "---\n",
    "===\n",
    "| ",
    " | ",
    "\n|-|-|\n",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "[^1]",
    "\n[^1]: ",
    "\n[a]: b\n",
    "<b>",
    "</b>",
    "<div>",
    "</div>\n\n",
    "<pre>",
    "</pre>\n\n",
    "&",
    "\\",
    "title: 独角兽\n",
    "𠮷",
    "🙂",
    "“",
    "。",
    "！",
  };

  /** Stands within words, where it is none. */
  private static final String FOOTNOTE_MARK = "\\[\\^?[1二]]";

  @TempDir Path folder;

  @Test
  void every_word_of_an_ordinary_file_is_shown() throws Exception {
    Map<String, byte[]> files = new HashMap<>();
    files.put(
        "rule.md", "---\n\nThis paragraph stands between rules.\n\n---\n\n后面".getBytes(UTF_8));
    files.put("mark.md", "\uFEFF---\ntitle: 甲\n---\n\n正文\n".getBytes(UTF_8));
    files.put("wide.md", "\uFEFF# 标题\n\n正文里有独角兽\n".getBytes(UTF_16LE));
    files.put("big5.md", "# 香港\n\n佢哋喺度講嘢，這個是我們的地方，有人在說。\n".getBytes(Charset.forName("Big5-HKSCS")));
    files.put("cut.md", Arrays.copyOf("# 短文\n\n这是一个短的文章".getBytes(UTF_8), 34));
    files.put("quotes.md", (">".repeat(20_000) + " 独角兽").getBytes(UTF_8));
    files.put("tag.md", ("<div" + " a=\"b\"".repeat(20_000) + ">\n独角兽\n</div>").getBytes(UTF_8));
    files.put("stars.md", ("*a ".repeat(5000) + "独角兽" + "*".repeat(5000)).getBytes(UTF_8));
    files.put("twice.md", "# 甲\n\n## 乙\n\n# 甲\n\n末".getBytes(UTF_8));
    files.put("note.md", "正文[^1]和[^二]。\n\n[^1]: 参见独角兽章节。\n[^二]: 再见 unicorn 吧\n".getBytes(UTF_8));
    files.put("deleted.md", "~~旧的~~ 新的 ~一个~".getBytes(UTF_8));
    files.put("cells.md", "| 甲 | 乙 |\n|---|---|\n| 一 | 二 | 三 |\n".getBytes(UTF_8));
    files.put("a.mkd", "# 题\n\n*强调*".getBytes(UTF_8));
    files.put("a.mdx", "# 题\n\n*强调*".getBytes(UTF_8));
    files.put("a.html", "<title>甲</title><h1>乙</h1><p>丙<h1>甲</h1>".getBytes(UTF_8));
    files.put("a.txt", "甲\n\n乙\n".getBytes(UTF_8));
    assertShown(files);
  }

  @Test
  void every_word_of_any_file_is_shown() throws Exception {
    Map<String, byte[]> files = new HashMap<>();
    for (int seed = 0; seed < INPUTS; seed++) {
      var random = new Random(seed);
      var source = new StringBuilder(random.nextInt(4) == 0 ? "---\n" : "");
      for (int i = random.nextInt(40); i >= 0; i--) {
        source.append(PIECES[random.nextInt(PIECES.length)]);
      }
      files.put(seed + ".md", source.toString().getBytes(UTF_8));
    }
    assertShown(files);
  }

  private void assertShown(Map<String, byte[]> files) throws Exception {
    var person = new Typed(folder);
    files.forEach((name, content) -> person.file("notes/" + name, content));
    person.run("index", "notes");
    for (var file : files.entrySet()) {
      Answer shown = person.run("show", "notes/" + file.getKey());
      assertEquals("", shown.err(), file.getKey());
      String letters = letters(shown.out()) + letters(shown.out().replaceAll(FOOTNOTE_MARK, ""));
      String text = new ArticleReader().read(file.getKey(), file.getValue()).text();
      for (String word : text.split("[^\\p{L}\\p{N}]+")) {
        assertTrue(
            letters.contains(word),
            () -> word + " of " + new String(file.getValue(), UTF_8) + " is not in " + shown.out());
      }
    }
  }

  /** What is left where a word goes on behind the end of a line. */
  private static String letters(String shown) {
    return shown.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
