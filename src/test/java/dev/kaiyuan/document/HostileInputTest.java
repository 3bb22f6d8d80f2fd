package dev.kaiyuan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.Work;
import dev.kaiyuan.document.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text, however it was made, stops the reader, and what comes of it is in order. */
class HostileInputTest {
  /** At length: {@code mvn test -Dtest=HostileInputTest -Dfuzz.inputs=1000000}. */
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 3000);

  private static final int MANY = 10_000;
  private static final String[] PIECES = {
    "开源",
    "a",
    " ",
    "    ",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\t",
    "\0",
    "\uFFFD",
    "\u001F",
    "\f",
    "#",
    "## ",
    "- ",
    "1. ",
    "> ",
    "```",
    "~~~",
    "---",
    "===",
    "|",
    "|-|",
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
    "[^1]: ",
    "[a]: b",
    "<",
    ">",
    "<b>",
    "</b>",
    "<div>",
    "<pre>",
    "<pre><h1> ",
    "</h1>",
    "</pre>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?",
    "<script>",
    "<a b=\"",
    "&",
    "&#0;",
    "&#xD800;",
    "&amp;",
    "{{<",
    ">}}",
    "{%",
    "%}",
    "{#",
    "}",
    "\\",
    "title: ",
    "date: ",
    "𠮷",
    "🙂",
    "\u200B",
    "“",
    "。",
    "！",
  };

  static List<String> repetitions() {
    return List.of(
        ">",
        "> ",
        "- ",
        "1. ",
        "[",
        "![",
        "*a ",
        "a* ",
        "*a_ ",
        "**“a",
        "a**b*c ",
        "`a``",
        "<a ",
        "<a b=\"",
        "x<!-- ",
        "x<?",
        "x<![CDATA[",
        "x<!A ",
        "&",
        "[[a ",
        "[[a|b] ",
        "[a](中 ",
        "==a ",
        "{% a ",
        "{% 中 %}",
        "#读",
        "$$ a\n",
        "::: a\n",
        "> [!a] b\n",
        "a:: b\n",
        "<ruby>a<rt>b",
        "<a title=\"读\">",
        "![](a \"b\")",
        "https://a ",
        "+++\na = [\n",
        "{\"a\":",
        "[a](b",
        "[a](<b",
        "![a](",
        "[a][1",
        "[^",
        "{{< a ",
        "{#",
        "#",
        "|",
        "~~a ",
        "\\*",
        "<div>",
        "<b>",
        "[a]: b\n",
        "[a\n",
        "1 a\n",
        "- a\n",
        "|a|\n|-|\n",
        "a\n",
        "<x-y a=\"b\" ",
        "**a*",
        "[^1] ",
        "[^a]: b\n",
        "[a](b \"c\n",
        "[a](b) *c ",
        "![a *b ](c) ",
        "|a|\n",
        "[a]: b 'c\n",
        "- [ ] a\n",
        "<div>\n\n",
        "<div> <a b=c>\n",
        "a<br>",
        "***a_",
        "- a\n  ",
        "a  \n",
        "{{< a >}}",
        "开源，",
        "---\n",
        "title: [");
  }

  @ParameterizedTest
  @MethodSource("repetitions")
  void ten_thousand_of_anything_are_read(String piece) {
    String source = piece.repeat(MANY) + "\n\n结束";
    for (String name : List.of("a.md", "a.html", "a.txt")) {
      assertHoldsTogether(Articles.read(name, source), source);
    }
    assertTrue(Articles.plainText(source).text().endsWith("结束\n"));
  }

  @ParameterizedTest
  @MethodSource("repetitions")
  void work_is_in_proportion_to_the_text(String piece) {
    for (String name : List.of("a.md", "a.html", "a.txt")) {
      Work.assertInProportion(name, piece);
    }
  }

  /** Pairs of elements of which the parser moves one out of the other, or reopens it each time. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table><b>",
        "<b><table>",
        "<a href=x><p>",
        "<b></p>",
        "<ruby><rt>",
        "<svg><b>",
        "<i><b>",
        "<table>x",
        "<select><option>",
        "<b><i></b>"
      })
  void elements_that_do_not_fit_are_read(String pair) {
    Work.assertInProportion("a.html", pair);
    String source = pair.repeat(MANY) + "<p>结束";
    assertTrue(Articles.html(source).text().contains("结束"), pair);
  }

  @Test
  void nested_markup_closes_however_deep() {
    String images = "![".repeat(MANY) + "开源" + "](x)".repeat(MANY);
    assertEquals("开源\n", Articles.markdown(images).text());
    String emphasis = "**开*".repeat(MANY) + "源" + "***".repeat(MANY);
    assertTrue(Articles.markdown(emphasis).text().startsWith("开开开"));
    assertTrue(Articles.markdown(">".repeat(MANY) + "开源").text().endsWith("开源\n"));
    assertEquals("开源\n", Articles.html("<div>".repeat(MANY) + "开源").text());
  }

  @Test
  void a_tag_of_forty_thousand_characters_is_not_text() {
    String attributes = " data-a=\"b\"".repeat(4000);
    assertEquals("开源\n", Articles.read("a.md", "<div" + attributes + ">\n开源\n</div>").text());
    assertEquals("开源\n", Articles.read("a.md", "<x-y" + attributes + ">开源</x-y>").text());
    assertEquals("开源\n", Articles.read("a.html", "<p" + attributes + ">开源").text());
  }

  @Test
  void one_line_of_five_megabytes_is_one_paragraph() {
    String line = "开源软件 **open source** 的历史，".repeat(200_000);
    Article article = Articles.markdown(line);
    assertEquals(line.replace("*", "") + "\n", article.text());
    assertEquals(1, article.lines().lineAt(article.text().length()));
  }

  @Test
  void a_long_file_is_read_in_pieces_that_keep_their_lines() {
    var source = new StringBuilder();
    for (int i = 1; i <= 20_000; i++) {
      source.append(i).append(" line").append(i).append("q\n").append(i % 9000 == 0 ? "\n" : "");
    }
    Article article = Articles.read("a.md", source.toString());
    for (int i : List.of(1, 4000, 4001, 8001, 9001, 20_000)) {
      int offset = article.text().indexOf("line" + i + "q");
      assertEquals(i + (i - 1) / 9000, article.lines().lineAt(offset));
    }
  }

  @Test
  void any_text_makes_an_article_that_holds_together() {
    for (int seed = 0; seed < INPUTS; seed++) {
      var random = new Random(seed);
      var source = new StringBuilder(random.nextInt(4) == 0 ? "---\n" : "");
      for (int i = random.nextInt(60); i >= 0; i--) {
        source.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String name = List.of("a.md", "a.html", "a.txt").get(seed % 3);
      Article article;
      try {
        article =
            new ArticleReader().read(name, source.toString().getBytes(StandardCharsets.UTF_8));
      } catch (UnreadableFileException e) {
        assertTrue(source.indexOf("\0") >= 0 || source.indexOf("\u001F") >= 0, source.toString());
        continue;
      }
      assertHoldsTogether(article, source.toString());
    }
  }

  private static void assertHoldsTogether(Article article, String source) {
    String text = article.text();
    assertTrue(text.isEmpty() || text.endsWith("\n"), source);
    int lines = source.replace("\r\n", "\n").split("[\r\n]", -1).length;
    int last = 1;
    for (int i = 0; i < text.length(); i++) {
      int at = i;
      char c = text.charAt(i);
      boolean control = c < ' ' && c != '\n' && c != '\t';
      assertTrue(!control && c != 0x7F, () -> "control " + (int) c + " from " + source);
      assertTrue(
          !Character.isSurrogate(c) || isPaired(text, at),
          () -> "surrogate at " + at + " of " + text + " from " + source);
      int line = article.lines().lineAt(i);
      if (line < last) {
        // What stands beside a block, or in the front matter, stands behind it in the text.
        assertTrue(i == 0 || text.charAt(i - 1) == '\n', source);
        last = 1;
      }
      int least = last;
      assertTrue(
          line >= least && line <= lines,
          () ->
              "line "
                  + line
                  + " of "
                  + lines
                  + " in "
                  + source.replace("\n", "⏎").replace("\r", "␍"));
      last = line;
    }
    for (Section section : article.sections()) {
      assertEquals(
          section.title() + "\n",
          text.substring(section.start(), section.start() + section.title().length() + 1));
    }
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? Character.isLowSurrogate(text.charAt(i + 1))
        : Character.isHighSurrogate(text.charAt(i - 1));
  }
}
