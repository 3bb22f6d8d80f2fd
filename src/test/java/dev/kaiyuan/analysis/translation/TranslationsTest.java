package dev.kaiyuan.analysis.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.analysis.translation.Translation.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationsTest {
  private final Translations translations = Translations.builtIn();

  private static List<String> texts(List<Translation> found) {
    return found.stream().map(Translation::text).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "开源, open source",
    "許可證, license",
    "维护者, maintainer",
    "作業系統, operating system",
    "分叉, fork",
    "軟體, software",
    "战争, war",
    "北京, Beijing",
    "爱因斯坦, Albert Einstein",
    "联合国, United Nations",
    "杭州, Hangzhou",
  })
  void a_chinese_word_has_english_ones(String chinese, String english) {
    assertEquals(english, translations.toEnglish(chinese).getFirst().text());
  }

  @ParameterizedTest
  @CsvSource({
    "open source, 开源",
    "open-source, 开源",
    "Licences, 许可证",
    "operating systems, 操作系统",
    "Operating System, 操作系统",
    "maintainers, 维护者",
    "virtualization, 虚拟化",
    "virtualisation, 虚拟化",
    "New York, 纽约",
    "war, 战争",
    "population, 人口",
  })
  void english_in_any_form_has_chinese_words(String english, String chinese) {
    assertTrue(texts(translations.toChinese(english)).contains(chinese), english);
  }

  @ParameterizedTest
  @CsvSource({
    "軟體, 软件",
    "资料库, 数据库",
    "搜尋, 搜索",
    "開放原始碼, 开放源代码",
    "滑鼠, 鼠标",
    "程式, 程序",
    "网络, 網路",
    "k8s, Kubernetes",
    "database, DB",
    "OS, operating system",
    "記憶體, 内存",
  })
  void one_region_says_what_another_calls_otherwise(String name, String other) {
    List<String> keys =
        translations.otherNames(name).stream().map(n -> NameKey.of(n.text())).toList();
    assertTrue(keys.contains(NameKey.of(other)), keys.toString());
  }

  @Test
  void words_that_only_share_a_translation_are_no_other_names() {
    assertFalse(texts(translations.otherNames("error")).contains("mistake"));
    assertFalse(texts(translations.otherNames("许可证")).contains("授权"));
  }

  @Test
  void the_glossary_of_the_field_weighs_more_than_the_dictionary() {
    List<Translation> found = translations.toEnglish("许可证");
    assertEquals(new Translation("license", 1, Source.GLOSSARY), found.getFirst());
    Translation last = found.getLast();
    assertEquals(Source.DICTIONARY, last.source());
    assertTrue(last.weight() < 0.7f, last.toString());
  }

  @Test
  void the_first_sense_weighs_more_than_later_ones() {
    List<Translation> found = translations.toEnglish("发现");
    assertTrue(found.size() > 2, found.toString());
    for (int i = 1; i < found.size(); i++) {
      assertTrue(found.get(i).weight() <= found.get(i - 1).weight(), found.toString());
    }
  }

  @Test
  void what_nobody_knows_has_no_translation() {
    assertEquals(List.of(), translations.toEnglish("錒锕锕"));
    assertEquals(List.of(), translations.toChinese("qwertyuiop"));
    assertEquals(List.of(), translations.otherNames(""));
    assertEquals(List.of(), translations.toEnglish("\uFFFF"));
    assertEquals(List.of(), translations.toChinese(" - "));
  }

  @Test
  void a_users_own_glossary_comes_first() {
    Glossary own =
        new Glossary(
            List.of(
                new Glossary.Thing(List.of("开源", "开元"), List.of("Kaiyuan")),
                new Glossary.Thing(List.of(), List.of("flurb", "flurbinator"))));
    Translations with = translations.with(own);
    assertEquals(new Translation("Kaiyuan", 1, Source.USER), with.toEnglish("開源").getFirst());
    assertTrue(texts(with.toEnglish("开源")).contains("open source"));
    assertEquals(List.of("flurbinator"), texts(with.otherNames("flurbs")));
    assertEquals("open source", translations.toEnglish("开源").getFirst().text());
  }
}
