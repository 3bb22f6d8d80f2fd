package dev.kaiyuan.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class SanitizedTextTest {
  @Test
  void shows_escape_sequences_instead_of_obeying_them() {
    assertEquals("␛[31m红␛]8;;x␇", SanitizedText.of("\u001b[31m红\u001b]8;;x\u0007"));
    assertEquals("a�31m", SanitizedText.of("a\u009b31m"));
  }

  @Test
  void keeps_one_character_for_one_so_that_marks_stay_right() {
    String text = "甲\r\n乙\u202e丙\u0000\ud800丁\u2028";
    assertEquals("甲  乙�丙␀�丁�", SanitizedText.of(text));
    assertEquals(text.length(), SanitizedText.of(text).length());
  }

  @Test
  void leaves_ordinary_text_alone() {
    String text = "开源（Kaiyuan）“引号” 👩\u200d👧 e\u0301 𠮷…";
    assertSame(text, SanitizedText.of(text));
  }
}
