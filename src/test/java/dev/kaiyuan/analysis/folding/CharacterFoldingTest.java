package dev.kaiyuan.analysis.folding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterFoldingTest {
  @ParameterizedTest
  @CsvSource({
    "開放授權條款, 开放授权条款",
    "這裡有臺灣的維護者, 这里有台湾的维护者",
    "頭髮與發現, 头发与发现",
    "乾淨的樹幹, 干净的树干",
    "著名的作者看著螢幕, 着名的作者看着萤幕",
    "帳號與帳單, 账号与账单",
    "台灣、臺灣, 台湾、台湾",
    "麵條裏面, 面条里面",
    "羣眾、群衆, 群众、群众",
    "衞生説明, 卫生说明",
    "妳的貓和牠的窩, 你的猫和它的窝",
    "餘額剩余, 余额剩余",
  })
  void traditional_meets_simplified(String traditional, String simplified) {
    assertEquals(CharacterFolding.fold(simplified), CharacterFolding.fold(traditional));
  }

  @ParameterizedTest
  @CsvSource({
    "ＧＰＬ－３．０, gpl-3.0",
    "Café, cafe",
    "Jörg, jorg",
    "Linus Torvalds, linus torvalds",
    "STRASSE, strasse",
    "Straße, strasse",
    "ﬁle, file",
    "Æsir, aesir",
    "İstanbul, istanbul",
    "Ørsted, orsted",
    "Łódź, lodz",
    "naïve, naive",
    "don’t, don't",
    "ΣΊΣΥΦΟΣ, σισυφοσ",
    "Ёлка, елка",
    "ﾘﾅｯｸｽ, リナックス",
    "３９８元, 398元",
  })
  void letters_lose_width_case_and_accent(String written, String folded) {
    assertEquals(folded, CharacterFolding.fold(written));
  }

  @Test
  void a_character_of_a_compatibility_block_is_the_ordinary_one() {
    assertEquals("丽更车", CharacterFolding.fold("\uF988\uF901\uF902"));
    assertEquals("见龙", CharacterFolding.fold("\u2F92\u2FD3"));
  }

  @Test
  void marks_without_width_take_no_part() {
    assertEquals("开源", CharacterFolding.fold("开\u200B源\uFEFF"));
    assertEquals("葛城", CharacterFolding.fold("葛\uDB40\uDD00城"));
    assertEquals("❤", CharacterFolding.fold("❤\uFE0F"));
    assertEquals(CharacterFolding.IGNORED, CharacterFolding.fold(0x0301));
  }

  @ParameterizedTest
  @CsvSource({"Café Ångström", "한국어 오픈소스", "がぎぐ パピプ", "Йод ёж", "Việt Nam", "ǅ Ǻ ṩ"})
  void composed_and_decomposed_text_meet(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertNotEquals(text, decomposed);
    assertEquals(CharacterFolding.fold(text), CharacterFolding.fold(decomposed));
  }

  @ParameterizedTest
  @CsvSource({
    "バス, ハス",
    "パリ, ハリ",
    "ｶﾞｲﾄﾞ, カイト",
    "がいど, かいと",
    "ヴィラ, ウィラ",
    "мой, мои",
    "ўсё, усе",
    "їх, іх",
  })
  void a_mark_that_makes_another_letter_stays(String one, String other) {
    assertNotEquals(CharacterFolding.fold(other), CharacterFolding.fold(one));
    String decomposed = Normalizer.normalize(one, Normalizer.Form.NFKD);
    assertEquals(CharacterFolding.fold(one), CharacterFolding.fold(decomposed));
  }

  @Test
  void different_words_stay_different() {
    assertNotEquals(CharacterFolding.fold("闭源"), CharacterFolding.fold("开源"));
    assertNotEquals(CharacterFolding.fold("大象"), CharacterFolding.fold("大像"));
    assertNotEquals(CharacterFolding.fold("C#"), CharacterFolding.fold("C++"));
    assertNotEquals(CharacterFolding.fold("है"), CharacterFolding.fold("ह"));
  }

  @Test
  void every_code_point_folds_once_and_never_grows() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      int folded = CharacterFolding.fold(codePoint);
      String hex = Integer.toHexString(codePoint);
      assertEquals(folded, CharacterFolding.fold(folded), hex);
      assertTrue(Character.charCount(folded) <= Character.charCount(codePoint), hex);
      String term = CharacterFolding.fold(Character.toString(codePoint));
      assertEquals(term, CharacterFolding.fold(term), hex);
      assertTrue(term.length() <= CharacterFolding.MAX_UNITS, hex);
    }
  }

  @Test
  void simplified_words_keep_their_characters() {
    String text = "开源软件的许可证规定了使用、修改和分发代码的条件,社区维护者据此接受贡献。";
    assertEquals(text, CharacterFolding.fold(text));
  }
}
