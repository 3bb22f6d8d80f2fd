package dev.kaiyuan.analysis.folding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {
  @ParameterizedTest
  @CsvSource({"晴,睛", "己,已", "未,末", "园,元", "版,板", "编,偏", "證,正", "桐,洞"})
  void characters_of_which_the_larger_part_is_the_same_look_alike(String one, String other) {
    assertTrue(LookAlikes.of(one.codePointAt(0)).contains(other));
  }

  @ParameterizedTest
  @CsvSource({"许,谁", "源,汉", "开,源", "码,矿"})
  void characters_that_share_a_radical_or_nothing_do_not(String one, String other) {
    assertFalse(LookAlikes.of(one.codePointAt(0)).contains(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "#", " ", "あ", "🎈", "㗊"})
  void what_is_no_everyday_han_character_looks_like_none(String text) {
    assertEquals("", LookAlikes.of(text.codePointAt(0)));
  }
}
