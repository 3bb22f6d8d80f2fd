package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of a word, and the ways to write its characters, meet; mere likeness does not. */
class FoundWordsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "licence, two licenses",
    "license, licensing terms",
    "licenses, a licence",
    "licensed, the licences",
    "licensing, license it",
    "contributor, many contributors",
    "contributing, she contributes",
    "library, libraries",
    "colour, a color",
    "organization, organisations",
    "fork, forked twice",
    "running, runs",
    "optimise, it was optimized",
    "child, children",
    "wrote, he writes",
    "don't, I dont",
    "maintainer's, a maintainer"
  })
  void forms_of_a_word_meet(String query, String text) throws IOException {
    assertFinds(query, text);
  }

  @ParameterizedTest
  @CsvSource({
    "new, the news",
    "news, a new one",
    "universe, two universities",
    "university, the universe",
    "general, generations",
    "policy, the police",
    "organ, an organisation",
    "commun, a community"
  })
  void words_that_only_look_alike_do_not_meet(String query, String text) throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("text", text))) {
      assertEquals(List.of(), shelf.found(query));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cafe, Un café.",
    "café, A cafe.",
    "jorg, Jörg sprach.",
    "Jörg, Jorg said.",
    "JÖRG, jörg sprach.",
    "cafe\u0301, Un caf\u00E9.",
    "caf\u00E9, Un cafe\u0301.",
    "strasse, Die Straße.",
    "ＧＰＬ, The GPL.",
    "GPL, 采用ＧＰＬ授权。",
    "２０２４年, 这是2024年的事。",
    "カタカナ, これはカタカナです。",
    "ガイド, これは カ\u3099イト\u3099 です。",
    "ｶﾞｲﾄﾞ, これは ガイド です。",
    "ひらがな, これは ひらがな です。",
    "오픈소스, 이것은 오픈소스 입니다.",
    "한글, \u1112\u1161\u11AB\u1100\u1173\u11AF 날.",
    "лицензия, Это лицензия.",
    "ЛИЦЕНЗИЯ, Это лицензия.",
    "🚀, Launch 🚀 now.",
    "❤️, I ❤ this.",
    "❤, I ❤️ this.",
    "👍🏽, A 👍 for all.",
    "👨‍💻, He is 👨‍💻 all day.",
    "🇨🇳, From 🇨🇳 with love."
  })
  void ways_to_write_a_character_meet(String query, String text) throws IOException {
    assertFinds(query, text);
  }

  private void assertFinds(String query, String text) throws IOException {
    try (Shelf shelf = Shelf.of(folder, Map.of("hit", text, "other", "天气很好。"))) {
      assertEquals(List.of("hit"), shelf.found(query));
    }
  }
}
