package dev.kaiyuan.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.kaiyuan.document.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A query is translated word by word, and names stay. */
class TranslatedQueryTest {
  @Test
  void words_stand_in_the_order_of_the_query_with_their_best_names() {
    assertEquals(
        "steam engine provide supply 1769",
        TranslatedQuery.of(
            "蒸汽机供能于1769年",
            Map.of("供", List.of("provide", "supply", "offerings"), "蒸汽机", List.of("steam engine")),
            Language.ENGLISH));
  }

  @Test
  void names_without_a_translation_stay_and_other_words_do_not() {
    assertEquals(
        "配置 MariaDB CentOS",
        TranslatedQuery.of(
            "how to Configure MariaDB on CentOS",
            Map.of("Configure", List.of("配置", "setup")),
            Language.CHINESE));
  }

  @Test
  void without_a_translation_there_is_no_query() {
    assertNull(TranslatedQuery.of("怎么办", Map.of("怎么办", List.of("怎么")), Language.ENGLISH));
    assertNull(TranslatedQuery.of("", Map.of(), Language.ENGLISH));
  }
}
