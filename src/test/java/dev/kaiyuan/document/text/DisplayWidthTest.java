package dev.kaiyuan.document.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  /** Circled numbers and rows of lines, on which terminals do not agree. */
  private static final Set<Character.UnicodeBlock> LEFT_ALONE =
      Set.of(
          Character.UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
          Character.UnicodeBlock.YIJING_HEXAGRAM_SYMBOLS,
          Character.UnicodeBlock.MISCELLANEOUS_SYMBOLS);

  @ParameterizedTest
  @CsvSource({
    "开源 open, 9",
    "ＧＰＬ（许可证）, 16",
    "“许可证”……, 10",
    "e\u0301cole, 5",
    "✅ 完成 ⭐ ❌ ⚡, 16",
    "한국어 カナ ｶﾅ, 14",
    "𠮷野家 👍, 9",
    "① → ★ © ™, 9",
  })
  void a_text_takes_as_many_columns_as_a_terminal_gives_it(String text, int columns) {
    assertEquals(columns, DisplayWidth.of(text));
  }

  @Test
  void characters_of_everyday_are_as_wide_as_jline_says() {
    List<String> different = new ArrayList<>();
    for (int c = 0x20; c < 0x20000; c++) {
      Character.UnicodeBlock block = Character.UnicodeBlock.of(c);
      boolean known =
          switch (Character.getType(c)) {
            case Character.UNASSIGNED, Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE ->
                false;
            default -> block != null && !LEFT_ALONE.contains(block);
          };
      boolean everyday =
          c < 0x1200
              || c >= 0x2000 && c < 0x3400
              || c >= 0x4E00 && c < 0xD7B0
              || c >= 0xF900 && c < 0x10000
              || c >= 0x1F000;
      if (known && everyday && DisplayWidth.of(c) != WCWidth.wcwidth(c)) {
        different.add("%X %s %d".formatted(c, Character.toString(c), WCWidth.wcwidth(c)));
      }
    }
    assertEquals(List.of(), different);
  }
}
