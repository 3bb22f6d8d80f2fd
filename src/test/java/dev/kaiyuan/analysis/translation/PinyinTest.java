package dev.kaiyuan.analysis.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
  @ParameterizedTest
  @CsvSource({"源, yuan", "園, yuan", "开, kai", "许, xu", "女, nv", "软, ruan", "體, ti", "内, nei"})
  void a_character_has_a_sound(String character, String reading) {
    assertEquals(reading, Pinyin.readings(character.codePointAt(0)).getFirst());
  }

  @Test
  void the_usual_reading_stands_first() {
    assertEquals(List.of("chang", "zhang"), Pinyin.readings('长'));
    assertEquals(
        "hang",
        Pinyin.readings('行').stream().filter(r -> !r.equals("xing")).findFirst().orElseThrow());
    assertEquals(List.of(), Pinyin.readings('k'));
    assertEquals(List.of(), Pinyin.readings('|'));
  }

  @ParameterizedTest
  @CsvSource({"开园, 开源", "开元, 开源", "需可证, 许可证", "内河, 内核", "软见, 软件", "服物器, 服务器"})
  void homophones_share_their_readings(String typed, String meant) {
    for (int i = 0; i < typed.length(); i++) {
      String shared = Pinyin.characters(Pinyin.readings(typed.charAt(i)).getFirst());
      assertTrue(shared.indexOf(meant.charAt(i)) >= 0, typed + " " + shared);
    }
  }

  @Test
  void typed_pinyin_is_cut_into_syllables() {
    assertEquals(List.of("kai", "yuan"), Pinyin.syllables("kaiyuan").getFirst());
    assertEquals(List.of("kai", "yuan"), Pinyin.syllables("Kai Yuan").getFirst());
    assertEquals(List.of(List.of("xian"), List.of("xi", "an")), Pinyin.syllables("xian"));
    assertEquals(List.of(List.of("xi", "an")), Pinyin.syllables("xi'an"));
    assertEquals(List.of(List.of("lv", "se")), Pinyin.syllables("lüse"));
    assertTrue(Pinyin.syllables("xukezheng").contains(List.of("xu", "ke", "zheng")));
  }

  @Test
  @Timeout(20)
  void letters_that_end_in_no_syllable_are_told_at_once() {
    assertEquals(List.of(), Pinyin.syllables("an".repeat(31) + "q"));
    assertEquals(8, Pinyin.syllables("xian".repeat(16)).size());
  }

  @ParameterizedTest
  @CsvSource({"linux", "kernel", "gpl", "''", "开源", "k8s"})
  void what_is_not_pinyin_is_not_cut(String typed) {
    assertEquals(List.of(), Pinyin.syllables(typed));
  }

  @Test
  void every_character_of_a_syllable_has_that_reading() {
    for (String syllable : List.of("yuan", "kai", "shi", "zhong", "er", "lv")) {
      Pinyin.characters(syllable)
          .codePoints()
          .forEach(c -> assertTrue(Pinyin.readings(c).contains(syllable), Character.toString(c)));
    }
  }
}
