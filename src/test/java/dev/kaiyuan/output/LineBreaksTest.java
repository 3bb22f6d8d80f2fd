package dev.kaiyuan.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
  private static List<String> lines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    for (int start = LineBreaks.next(text, 0); start < text.length(); ) {
      int end = LineBreaks.end(text, start, columns);
      lines.add(text.substring(start, end));
      start = LineBreaks.next(text, end);
    }
    return lines;
  }

  @Test
  void breaks_between_chinese_characters_but_not_before_a_comma() {
    assertEquals(List.of("开源软", "件，人", "人可用"), lines("开源软件，人人可用", 6));
    assertEquals(List.of("开源", "件，", "人"), lines("开源件，人", 4));
  }

  @Test
  void ends_no_line_with_an_opening_mark() {
    assertEquals(List.of("见《开", "源许可", "证》。"), lines("见《开源许可证》。", 6));
  }

  @Test
  void begins_no_line_with_what_stands_between_two_things() {
    assertEquals(List.of("licence ·", "history"), lines("licence · history", 10));
    assertEquals(List.of("著佐权 ›", "义务"), lines("著佐权 › 义务", 9));
  }

  @Test
  void breaks_at_no_space_that_holds_together() {
    assertEquals(List.of("标签状", "态\u00A0(3)"), lines("标签状态\u00A0(3)", 8));
  }

  @Test
  void keeps_latin_words_whole_and_cuts_only_what_is_longer_than_a_line() {
    assertEquals(List.of("open", "source", "licenses"), lines("open source licenses", 9));
    assertEquals(List.of("用", "Lucene", "检索"), lines("用Lucene检索", 7));
    assertEquals(List.of("https://ex", "ample.cn/a"), lines("https://example.cn/a", 10));
  }

  @Test
  void never_tears_what_is_one_character_on_the_screen() {
    String family = "👩\u200d👩\u200d👧";
    String accented = "e\u0301";
    String flag = "🇨🇳";
    for (String whole : List.of(family, accented, flag, "𠮷", "👍🏽")) {
      for (int columns = 1; columns < 9; columns++) {
        for (String line : lines(("中" + whole + "文").repeat(3), columns)) {
          assertTrue(line.replace(whole, "").matches("[中文]*"), line);
        }
      }
    }
  }

  @Test
  void loses_nothing_and_exceeds_no_line_whatever_the_text() {
    Random random = new Random(42);
    String[] pieces = {
      "开", "源", "，", "。", "《", "》", "“", "”", "open", "source", " ", "  ", "-", "😀", "e\u0301",
      "123", "（", "）", "…", " · "
    };
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      int columns = 4 + random.nextInt(30);
      List<String> lines = lines(text.toString(), columns);
      assertEquals(text.toString().replace(" ", ""), String.join("", lines).replace(" ", ""));
      for (String line : lines) {
        assertFalse(line.isEmpty());
        int width = line.codePoints().map(WCWidth::wcwidth).sum();
        assertTrue(width <= columns, line + " in " + columns);
      }
    }
  }
}
