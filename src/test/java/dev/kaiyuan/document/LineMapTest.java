package dev.kaiyuan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every offset in an article's text tells the line of the file it came from. */
class LineMapTest {
  @Test
  void a_paragraphs_words_stand_on_their_own_lines() {
    Article article = Articles.markdown("---\ntitle: 甲\n---\n\n开源软\n件是**自\n由**的\n");
    assertEquals("开源软件是自由的\n", article.text());
    assertEquals(5, line(article, "开"));
    assertEquals(6, line(article, "件"));
    assertEquals(6, line(article, "自"));
    assertEquals(7, line(article, "由"));
  }

  @Test
  void a_link_over_lines_moves_the_line_on() {
    Article article = Articles.markdown("见[许\n可证](a\n\"b\")一文<b\nc>末\n尾</b>");
    assertEquals("见许可证一文末尾\nb\n", article.text());
    assertEquals(List.of(1, 2, 3, 4, 5), lines(article, "许", "可", "一", "末", "尾"));
  }

  @Test
  void a_paragraph_behind_a_links_definition_begins_on_its_own_line() {
    Article article = Articles.markdown("[a]: b\n(甲\n乙 (丙");
    assertEquals(List.of(2, 3, 3), lines(article, "甲", "乙", "丙"));
  }

  @Test
  void windows_and_old_mac_line_ends_count_as_one() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String source =
          String.join(end, "---", "title: 甲", "---", "# 乙", "", "丙", "丁", "", "    戊", "", "    己");
      Article article = Articles.markdown(source);
      assertEquals("乙\n丙丁\n戊\n己\n", article.text());
      assertEquals(List.of(4, 6, 7, 9, 11), lines(article, "乙", "丙", "丁", "戊", "己"));
    }
  }

  @Test
  void code_and_tables_and_html_map_line_by_line() {
    Article article =
        Articles.markdown(
            "- x\n\n  ```\n  甲\n\n  乙\n  ```\n\n|a|\n|-|\n|丙|\n|丁|\n\n<div>\n戊\n<p>己</p>\n</div>");
    assertEquals(List.of(4, 6, 11, 12, 15, 16), lines(article, "甲", "乙", "丙", "丁", "戊", "己"));
  }

  @Test
  void html_and_plain_text_map_too() {
    Article html =
        Articles.html("<html>\n<body><p>甲\n乙</p>\n<pre>\n丙\n  <b>丁</b>\n</pre></body></html>");
    assertEquals("甲乙\n丙\n  丁\n", html.text());
    assertEquals(List.of(2, 3, 5, 6), lines(html, "甲", "乙", "丙", "丁"));
    Article plain = Articles.plainText("题\n\n\n甲\n\n乙\n====\n丙");
    assertEquals(List.of(4, 6, 8), lines(plain, "甲", "乙", "丙"));
  }

  @Test
  void in_an_article_put_together_at_random_each_word_is_on_its_line() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var source = new StringBuilder();
      var words = new ArrayList<String>();
      if (random.nextBoolean()) {
        source.append("---\ntitle: t\n---\n");
      }
      for (int block = random.nextInt(12); block >= 0; block--) {
        writeBlock(random, source, words);
        source.append("\n".repeat(1 + random.nextInt(2)));
      }
      String file = source.toString();
      Article article = Articles.markdown(random.nextBoolean() ? file : file.replace("\n", "\r\n"));
      String[] lines = file.split("\n", -1);
      for (String word : words) {
        int line = line(article, word);
        assertEquals(
            true,
            lines[line - 1].contains(word),
            () -> word + " is not on " + line + " of\n" + file);
      }
    }
  }

  private static void writeBlock(Random random, StringBuilder source, List<String> words) {
    int kind = random.nextInt(8);
    String indent = kind == 5 ? "    " : kind == 6 ? "> " : "";
    source.append(kind == 1 ? "## " : kind == 2 ? "* " : kind == 3 ? "```\n" : "");
    source.append(kind == 4 ? "|a|b|\n|-|-|\n" : kind == 7 ? "<div>\n" : "");
    for (int line = kind == 1 ? 0 : random.nextInt(4); line >= 0; line--) {
      source.append(indent);
      for (int i = random.nextInt(3); i >= 0; i--) {
        String word = "w" + words.size() + "q";
        words.add(word);
        String[] forms =
            kind == 3 || kind == 5
                ? new String[] {word}
                : new String[] {
                  word, "**" + word + "**", "[" + word + "](u)", "<b>" + word + "</b>"
                };
        source.append(forms[random.nextInt(forms.length)]).append(kind == 4 ? "|" : " ");
      }
      source.append(kind == 2 && random.nextBoolean() ? "\n  " : "\n");
    }
    source.append(kind == 3 ? "```\n" : kind == 7 ? "</div>\n" : "");
  }

  @Test
  void steps_that_are_out_of_order_are_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> new LineMap(new int[] {0, 0}, new int[] {1, 2}));
    assertThrows(IllegalArgumentException.class, () -> new LineMap(new int[] {1}, new int[] {1}));
  }

  private static int line(Article article, String word) {
    int offset = article.text().indexOf(word);
    assertEquals(true, offset >= 0, () -> word + " is not in\n" + article.text());
    return article.lines().lineAt(offset);
  }

  private static List<Integer> lines(Article article, String... words) {
    var lines = new ArrayList<Integer>();
    for (String word : words) {
      lines.add(line(article, word));
    }
    return lines;
  }
}
